using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Units.ChangeUnit;

/// <summary>What stands in the form of a unit.</summary>
/// <param name="Id">The unit, or the id that a new one will have: a form sent twice opens one.</param>
/// <param name="Version">The version that the person saw.</param>
/// <param name="Name">As typed.</param>
/// <param name="Kind">As chosen.</param>
/// <param name="Code">As typed.</param>
/// <param name="ParentId">As chosen.</param>
public sealed record UnitInput(Guid Id, int Version, string? Name, string? Kind, string? Code, Guid? ParentId)
{
    public static UnitInput Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new UnitInput(unit.Id, unit.Version, unit.Name, unit.Kind, unit.Code, unit.ParentId);
    }

    public static UnitInput Of(IFormCollection form, Guid id) =>
        new(
            id,
            form.Number("version") ?? 0,
            form.Text("name"),
            form.Text("kind"),
            form.Text("code"),
            form.Id("parentId")
        );

    public NewUnit ToNew() => new(Id, ParentId, Name, Kind, Code);
}

/// <summary>A page on which a unit is changed.</summary>
/// <param name="Unit">The unit as it is stored; null when a new one is opened.</param>
/// <param name="Input">What stands in the form.</param>
/// <param name="Parents">The units it may lie under.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Meanwhile">Why it was not stored although nothing is wrong with it: somebody was first. Null otherwise.</param>
/// <param name="Along">How many units and people come along, where that matters.</param>
public sealed record UnitForm(
    Unit? Unit,
    UnitInput Input,
    IReadOnlyList<Choice> Parents,
    FormFaults Faults,
    string? Meanwhile = null,
    (int Units, int People) Along = default
)
{
    /// <summary>The kinds to choose among.</summary>
    internal static IReadOnlyList<Choice> Kinds(Texts<UnitsTexts> texts) =>
        [.. UnitKind.All.Select(kind => new Choice(kind, texts[$"UnitKind_{kind}"]))];
}

using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Units.ShowUnit;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Endre.Web.Features.Units.ChangeUnit;

/// <summary>Opens, renames, moves and reopens a unit.</summary>
internal sealed class ChangeUnit(
    ChangeOrganization change,
    UnitHistory history,
    Texts<UnitsTexts> texts,
    Formats formats
)
{
    public async Task<IResult> ShowAsync<TPage>(Guid id, bool isOpen, CancellationToken ct)
        where TPage : IComponent
    {
        var draft = await change.ReadAsync(ct);
        return draft.Tree.Find(id) is { } unit && unit.IsOpen == isOpen
            ? Page.Of<TPage>(new { Form = FormOf(draft, unit, StartOf(draft, unit), FormFaults.None) })
            : ErrorResult.NotFound;
    }

    public async Task<IResult> ShowNewAsync(Guid? under, CancellationToken ct)
    {
        var draft = await change.ReadAsync(ct);
        var parent = under is { } id && draft.Tree.Find(id) is { IsOpen: true } found ? found : null;
        var kind = parent is null ? UnitKind.Municipality : Below(parent.Kind);
        var input = new UnitInput(Guid.CreateVersion7(change.Now.At), 1, Name: null, kind, Code: null, parent?.Id);
        return Page.Of<OpenUnitPage>(new { Form = FormOf(draft, unit: null, input, FormFaults.None) });
    }

    public async Task<IResult> OpenAsync(UnitInput input, CancellationToken ct)
    {
        var refusal = await change.HandleAsync(new OpenUnit(input.ToNew()), ct);
        // The same form once more: the button was pressed twice, or the answer was lost.
        if (refusal is null or { Reason: "UnitIsThere" })
            return Page.SeeOther(UnitLinks.Done(input.Id));
        var draft = await change.ReadAsync(ct);
        return Page.Refused<OpenUnitPage>(new { Form = FormOf(draft, unit: null, input, FaultsOf(refusal, "name")) });
    }

    public async Task<IResult> HandleAsync<TPage>(
        UnitCommand command,
        UnitInput input,
        string field,
        CancellationToken ct
    )
        where TPage : IComponent
    {
        if (await change.HandleAsync(command, ct) is not { } refusal)
            return Page.SeeOther(UnitLinks.Done(input.Id));
        var draft = await change.ReadAsync(ct);
        if (draft.Tree.Find(input.Id) is not { } unit)
            return ErrorResult.NotFound;
        var isLate = refusal.Reason is "UnitChangedMeanwhile";
        var form = FormOf(draft, unit, input, isLate ? FormFaults.None : FaultsOf(refusal, field)) with
        {
            Meanwhile = isLate ? await LateAsync(unit, refusal, ct) : null,
        };
        return Page.Of<TPage>(
            new { Form = form },
            isLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity
        );
    }

    /// <summary>Who was first, when, and what it is now.</summary>
    public async Task<string> LateAsync(Unit unit, Refusal refusal, CancellationToken ct)
    {
        var last = (await history.ReadAsync(unit.Id, ct)).FirstOrDefault(entry =>
            entry.Changed.Act != UnitAct.TookOver
        );
        return last is null
            ? RefusalTexts.Sentence(refusal)
            : texts["Meanwhile", last.Who ?? texts["AProgram"], formats.DateAndTime(last.At), unit.Name];
    }

    private static UnitForm FormOf(OrganizationDraft draft, Unit? unit, UnitInput input, FormFaults faults)
    {
        var tree = draft.Tree;
        var parents = UnitChoices.Of(
            tree,
            other => unit is null || (other.Id != unit.Id && !tree.LiesUnder(other.Id, unit.Id))
        );
        var whole = unit is null ? [] : tree.Under(unit.Id).Select(part => part.Id).Append(unit.Id).ToHashSet();
        var people = draft
            .Positions.Where(place => whole.Contains(place.UnitId) && place.IsHeldOn(draft.Moment.Today))
            .Select(place => place.PersonId)
            .Distinct()
            .Count();
        return new UnitForm(
            unit,
            unit is null ? input : input with { Version = unit.Version },
            parents,
            faults,
            Along: (Math.Max(0, whole.Count - 1), people)
        );
    }

    // A unit that works again lies where it lay, or where that went on.
    private static UnitInput StartOf(OrganizationDraft draft, Unit unit) =>
        UnitInput.Of(unit) with
        {
            ParentId =
                unit.ParentId is { } parent && draft.Tree.Current(parent) is { IsOpen: true } now ? now.Id : null,
        };

    internal static FormFaults FaultsOf(Refusal refusal, string field) =>
        FormFaults.None.Add(refusal.Field ?? field, RefusalTexts.Sentence(refusal));

    private static string Below(string kind) =>
        UnitKind.All.SkipWhile(word => word != kind).Skip(1).FirstOrDefault() ?? UnitKind.Team;
}

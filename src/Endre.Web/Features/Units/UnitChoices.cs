using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Units;

/// <summary>Units to choose among, by name, each with where it lies: two of one name are told apart.</summary>
internal static class UnitChoices
{
    public static IReadOnlyList<Choice> Of(UnitTree tree, Func<Unit, bool>? isOffered = null) =>
        [
            .. tree
                .All.Where(unit => unit.IsOpen && isOffered?.Invoke(unit) is not false)
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Choice(unit.Id.ToString(), Label(tree, unit))),
        ];

    /// <summary>«Team nord (Hjemmetjenesten, Helse og mestring)»; the top is not said.</summary>
    public static string Label(UnitTree tree, Unit unit)
    {
        var above = tree.Ancestors(unit.Id).Where(parent => parent.ParentId is not null).Select(parent => parent.Name);
        var path = string.Join(", ", above);
        return path.Length == 0 ? unit.Name : $"{unit.Name} ({path})";
    }
}

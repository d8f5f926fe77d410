using Endre.Domain.Organizations;
using Endre.Norwegian.Searching;
using Endre.Web.Access;
using Endre.Web.Searching;
using Endre.Web.Texts;

namespace Endre.Web.Features.Units.SearchUnits;

/// <summary>The units by name and code, also closed ones, whose pages tell where they went on.</summary>
internal sealed class SearchUnits(VisibleUnits units, Texts<SearchUnitsTexts> texts, Texts<UnitsTexts> words)
    : ISearched
{
    public string Key => "enheter";

    public int Order => 80;

    public string Heading => texts["Heading"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        // The tree is read for the page anyway, and has hundreds of names, not hundreds of thousands.
        var tree = (await units.ReadAsync(ct)).Tree;
        var found = tree
            .All.Select(unit => (Unit: unit, Name: $"{unit.Name} {unit.Code}"))
            .Where(unit => query.IsAnsweredBy(unit.Name))
            .OrderByDescending(unit => query.ScoreOf(unit.Name))
            .ThenByDescending(unit => unit.Unit.IsOpen)
            .ThenBy(unit => unit.Unit.Name, StringComparer.CurrentCulture)
            .ThenBy(unit => unit.Unit.Id)
            .Select(unit => unit.Unit)
            .Take(most + 1)
            .ToList();
        return new FoundTexts([.. found.Take(most).Select(unit => Show(unit, tree))], found.Count > most);
    }

    private FoundText Show(Unit unit, UnitTree tree)
    {
        var above = tree.Ancestors(unit.Id).Select(parent => parent.Name).Reverse();
        return new FoundText(
            unit.Name,
            UnitLinks.One(unit.Id),
            string.Join(" · ", above.Prepend(words[$"UnitKind_{unit.Kind}"]))
        )
        {
            State = unit.IsOpen ? null : new FoundState(texts["Closed"], "neutral"),
        };
    }
}

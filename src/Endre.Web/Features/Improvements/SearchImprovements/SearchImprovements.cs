using Endre.Domain.Improvements;
using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Searching;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.SearchImprovements;

/// <summary>The improvements of the units one sees, and those that one answers for.</summary>
internal sealed class SearchImprovements(
    EndreContext database,
    ImprovementSight sight,
    ImprovementIndex index,
    Texts<ImprovementTexts> texts,
    Shared.CycleWords stages
) : ISearched
{
    private const int MostLines = 3;

    public string Key => "forbedringer";

    public int Order => 28;

    public string Heading => texts["ListTitle"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var known = await index.CatchUpAsync(database, ct);
        var own = await database
            .Improvements.Where(row => row.OwnerId == scope.PersonId)
            .Select(row => row.Id)
            .ToListAsync(ct);
        var found = known.Find(query, most, new TextScope(scope.Known.Seen, own.ToHashSet()));
        var ids = found.Hits.Select(hit => hit.Id).ToList();
        // The rows say what one may see and what stands there now; the index only where to look.
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, ct);
        return new FoundTexts(
            [.. ids.Where(rows.ContainsKey).Select(id => Show(rows[id], scope, query))],
            found.HasMore
        );
    }

    private FoundText Show(ImprovementRow row, ImprovementSight.Scope scope, TextQuery query)
    {
        var improvement = row.ToImprovement();
        return new FoundText(improvement.Trying, ImprovementLinks.One(row.Id), scope.UnitOf(row.UnitId))
        {
            State = improvement.State switch
            {
                ImprovementState.Ongoing => new FoundState(stages[improvement.Current.Stage], "info"),
                ImprovementState.Adopted => new FoundState(texts["State_Adopted"], "success"),
                _ => new FoundState(texts["State_Stopped"], "neutral"),
            },
            Lines =
            [
                .. ImprovementIndex
                    .LinesOf(improvement)
                    .Skip(1)
                    .Where(line => query.MarksIn(line).Count > 0)
                    .Take(MostLines),
            ],
        };
    }
}

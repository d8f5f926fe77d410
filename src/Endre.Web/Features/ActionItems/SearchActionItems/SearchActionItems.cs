using Endre.Domain.ActionItems;
using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Searching;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.SearchActionItems;

/// <summary>The action items of the units one sees, and those that one answers for.</summary>
internal sealed class SearchActionItems(
    EndreContext database,
    ActionItemSight sight,
    ActionItemIndex index,
    Texts<ActionItemTexts> texts
) : ISearched
{
    public string Key => "tiltak";

    public int Order => 30;

    public string Heading => texts["ListTitle"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var known = await index.CatchUpAsync(database, ct);
        var own = await database
            .ActionItems.Where(row => row.OwnerId == scope.PersonId)
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

    private FoundText Show(ActionItemRow row, ActionItemSight.Scope scope, TextQuery query)
    {
        var item = row.ToActionItem();
        return new FoundText(item.What, ActionItemLinks.One(item.Id), scope.UnitOf(item.UnitId))
        {
            State = item.State switch
            {
                ActionItemState.Open => new FoundState(texts["IsOpen"], "info"),
                ActionItemState.Done => new FoundState(texts["IsDone"], "success"),
                _ => new FoundState(texts["IsDropped"], "neutral"),
            },
            Lines =
            [
                .. new[] { item.FirstStep, item.Ending?.Text, item.Check?.Seen }
                    .OfType<string>()
                    .Where(text => query.MarksIn(text).Count > 0),
            ],
        };
    }
}

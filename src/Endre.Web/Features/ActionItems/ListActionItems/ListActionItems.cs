using Endre.Domain.ActionItems;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.ActionItems.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.ListActionItems;

/// <summary><c>/tiltak</c>: what waits for «virket det?», what is one's own, and what the units do; or what has ended.</summary>
internal sealed class ListActionItems(EndreContext database, ActionItemSight sight, ReadOwners people)
{
    private const int Most = 200;

    private static readonly string Open = ActionItemWords.Of(ActionItemState.Open);

    public static async Task<IResult> HandleAsync(
        Guid? enhet,
        string? vis,
        ListActionItems list,
        CancellationToken ct
    ) => Page.Of<ListActionItemsPage>(new { View = await list.ReadAsync(enhet, vis == "avsluttet", ct) });

    private async Task<ActionItemsView> ReadAsync(Guid? unit, bool ended, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var today = people.Today;
        var tree = scope.Known.Hassles.Tree;
        var rows = scope.In(database).AsNoTracking();
        if (unit is { } one)
        {
            var within = tree.Whole(tree.Current(one)?.Id ?? one);
            rows = rows.Where(row => within.Contains(row.UnitId));
        }
        var asked = ended
            ? []
            : await rows.Where(row => row.AsksFrom <= today)
                .OrderBy(row => row.AsksFrom)
                .ThenBy(row => row.Id)
                .Take(Most)
                .ToListAsync(ct);
        var listed = ended
            ? await rows.Where(row => row.State != Open)
                .OrderByDescending(row => row.EndedOn)
                .ThenByDescending(row => row.Id)
                .Take(Most)
                .ToListAsync(ct)
            : await rows.Where(row => row.State == Open)
                .OrderBy(row => row.DueOn)
                .ThenBy(row => row.Id)
                .Take(Most)
                .ToListAsync(ct);
        var names = await people.NamesAsync(asked.Concat(listed).Select(row => row.OwnerId), ct);
        var open = listed.ConvertAll(Entry);
        return new ActionItemsView(
            today,
            [.. asked.Select(Entry).Where(entry => entry.IsOwn || scope.MayLead(entry.Item.UnitId))],
            ended ? [] : open.FindAll(entry => entry.IsOwn),
            ended ? open : open.FindAll(entry => !entry.IsOwn),
            [
                .. scope
                    .Known.Seen.Select(tree.Find)
                    .Where(seen => seen is { IsOpen: true })
                    .OrderBy(seen => seen!.Name, StringComparer.CurrentCulture)
                    .Select(seen => new Choice($"{seen!.Id}", seen.Name)),
            ],
            unit,
            ended,
            scope.Known.Worked.Count > 0
        );

        ActionItemEntry Entry(ActionItemRow row)
        {
            var item = row.ToActionItem();
            var owner = item.OwnerId is { } id ? names.GetValueOrDefault(id) : null;
            return new ActionItemEntry(item, scope.UnitOf(item.UnitId), owner, scope.IsOwn(item));
        }
    }
}

/// <summary>The action items that one reader sees.</summary>
/// <param name="Today">The day it is for people here.</param>
/// <param name="Asked">Those of which the reader can say whether they worked, and should.</param>
/// <param name="Own">Those that the reader answers for.</param>
/// <param name="Others">The others; all of them when they have ended.</param>
/// <param name="Units">What one may narrow the list to.</param>
/// <param name="Unit">What it is narrowed to, or null.</param>
/// <param name="IsEnded">Whether these have ended.</param>
/// <param name="MayMake">Whether the reader decides what some unit does.</param>
public sealed record ActionItemsView(
    DateOnly Today,
    IReadOnlyList<ActionItemEntry> Asked,
    IReadOnlyList<ActionItemEntry> Own,
    IReadOnlyList<ActionItemEntry> Others,
    IReadOnlyList<Choice> Units,
    Guid? Unit,
    bool IsEnded,
    bool MayMake
);

using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.ActionItems.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.ShowActionItem;

/// <summary><c>/tiltak/{id}</c>: what it is, what one can do with it, and what has happened.</summary>
internal sealed class ShowActionItem(EndreContext database, ActionItemSight sight, ReadOwners people, RecordWalk walk)
{
    private const int MostEntries = 60;

    public static async Task<IResult> HandleAsync(Guid id, ShowActionItem show, CancellationToken ct) =>
        await show.FindAsync(id, attempt: null, ct) is { } view
            ? Page.Of<ShowActionItemPage>(new { View = view })
            : ErrorResult.NotFound;

    /// <returns>Null when there is no such action item, or it is out of sight.</returns>
    public async Task<ActionItemView?> FindAsync(Guid id, Attempt? attempt, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } item)
        {
            return null;
        }
        var entries = await database
            .ActionItemEvents.AsNoTracking()
            .Where(entry => entry.ActionItemId == id)
            .OrderByDescending(entry => entry.Number)
            .Take(MostEntries)
            .ToListAsync(ct);
        var names = await people.NamesAsync(
            entries.SelectMany(entry => new[] { entry.OwnerId, entry.PersonId }).Append(item.OwnerId),
            ct
        );
        var leads = scope.MayLead(item.UnitId);
        return new ActionItemView(
            new ActionItemEntry(item, scope.UnitOf(item.UnitId), NameOf(item.OwnerId), scope.IsOwn(item)),
            people.Today,
            leads || scope.IsOwn(item),
            leads ? await people.OfAsync(scope.Known.Hassles.Tree, item.UnitId, ct) : [],
            await walk.OfAsync(new RecordReference(RecordKind.ActionItem, id), ct),
            entries.ConvertAll(entry => new ActionItemHistoryLine(
                entry.What,
                entry.Text,
                ActionItemWords.Effect(entry.Effect),
                entry.DueOn,
                NameOf(entry.OwnerId),
                NameOf(entry.PersonId),
                entry.At
            )),
            attempt
        )
        {
            OwnerAwayUntil = leads ? await AwayUntilAsync(item.OwnerId, ct) : null,
        };

        string? NameOf(Guid? person) => person is { } known ? names.GetValueOrDefault(known) : null;
    }

    private async Task<DateOnly?> AwayUntilAsync(Guid? owner, CancellationToken ct)
    {
        var today = people.Today;
        return await database
            .Absences.Where(absence => absence.PersonId == owner && absence.Since <= today && absence.Until >= today)
            .Select(absence => (DateOnly?)absence.Until)
            .SingleOrDefaultAsync(ct);
    }
}

using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Shared;
using Endre.Storage.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.ActionItems;

/// <summary>Decides on action items and stores what happened: state, link and history in one transaction.</summary>
public static class ActionItemRecords
{
    /// <summary>Who does something, and when.</summary>
    /// <param name="PersonId">Who; null for nobody, as in a demo.</param>
    /// <param name="At">When.</param>
    /// <param name="Today">The day it is then for people here.</param>
    public sealed record Hand(Guid? PersonId, DateTimeOffset At, DateOnly Today);

    /// <summary>Makes an action item; the same id again is the same one.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="make">What is wanted.</param>
    /// <param name="origin">What it comes from; null for nothing.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise what <see cref="ActionItemRules.Make"/> says, or <c>IdTaken</c>.</returns>
    public static async Task<Refusal?> MakeActionItemAsync(
        this EndreContext database,
        MakeActionItem make,
        RecordReference? origin,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        var decision = ActionItemRules.Make(make, hand.Today);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        var item = ((ActionItemMade)decision.Events[0]).Item;
        if (await database.FindActionItemAsync(item.Id, ct) is { } before)
        {
            return Again(before, item);
        }
        database.Add(ActionItemRow.Of(item));
        database.Add(ActionItemEventRow.Of(item.Id, 1, decision.Events[0], hand.PersonId, hand.At));
        if (origin is not null)
        {
            var link = new LineageLink(origin, new RecordReference(RecordKind.ActionItem, item.Id));
            if (await database.LinkAsync(link, ct) is { } backwards)
            {
                return backwards;
            }
        }
        return await database.SaveNewAsync(
            () => database.FindActionItemAsync(item.Id, ct),
            first => Again(first, item),
            ct
        );
    }

    /// <summary>Does something with an action item. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not.</returns>
    public static async Task<Refusal?> DoWithActionItemAsync(
        this EndreContext database,
        Guid id,
        ActionItemCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            var refusal = await database.TrackActionItemAsync(id, command, hand, ct);
            if (refusal is null)
            {
                await database.SaveChangesAsync(ct);
            }
            return refusal;
        });
    }

    /// <summary>An action item, or null when there is none with this id.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<ActionItem?> FindActionItemAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var row = await database.ActionItems.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return row?.ToActionItem();
    }

    // Leaves what happened with the context, not yet stored, for an act that stores something else in the same transaction.
    internal static async Task<Refusal?> TrackActionItemAsync(
        this EndreContext database,
        Guid id,
        ActionItemCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        if (await database.ActionItems.SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return Refusal.Because("ActionItemUnknown");
        }
        var before = row.ToActionItem();
        var decision = ActionItemRules.Decide(before, command, hand.Today);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        if (decision.Events is not [var happened])
        {
            return null;
        }
        row.Take(ActionItemRules.Evolve(before, happened));
        var last = await database
            .ActionItemEvents.Where(entry => entry.ActionItemId == id)
            .MaxAsync(entry => entry.Number, ct);
        database.Add(ActionItemEventRow.Of(id, last + 1, happened, hand.PersonId, hand.At));
        return null;
    }

    private static Refusal? Again(ActionItem before, ActionItem wanted) =>
        before.UnitId == wanted.UnitId && before.What == wanted.What ? null : new Refusal("IdTaken", "id");
}

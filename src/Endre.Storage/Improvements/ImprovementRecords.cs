using Endre.Domain.Improvements;
using Endre.Domain.Lineage;
using Endre.Domain.Shared;
using Endre.Storage.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Improvements;

/// <summary>Decides on improvements and stores what happened: state, link and history in one transaction.</summary>
public static class ImprovementRecords
{
    /// <summary>Starts an improvement; the same id again is the same one.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="start">What is wanted.</param>
    /// <param name="origin">What it comes from; null for nothing.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise what <see cref="ImprovementRules.Start"/> says, or <c>IdTaken</c>.</returns>
    public static async Task<Refusal?> StartImprovementAsync(
        this EndreContext database,
        StartImprovement start,
        RecordReference? origin,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        var decision = ImprovementRules.Start(start, hand.Today);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        var improvement = ((ImprovementStarted)decision.Events[0]).Improvement;
        if (await database.FindImprovementAsync(improvement.Id, ct) is { } before)
        {
            return Again(before, improvement);
        }
        database.Add(ImprovementRow.Of(improvement));
        database.Add(ImprovementEventRow.Of(1, decision.Events[0], improvement, hand));
        if (origin is not null)
        {
            var link = new LineageLink(origin, new RecordReference(RecordKind.Improvement, improvement.Id));
            if (await database.LinkAsync(link, ct) is { } backwards)
            {
                return backwards;
            }
        }
        return await database.SaveNewAsync(
            () => database.FindImprovementAsync(improvement.Id, ct),
            first => Again(first, improvement),
            ct
        );
    }

    /// <summary>Does something with an improvement. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not.</returns>
    public static async Task<Refusal?> DoWithImprovementAsync(
        this EndreContext database,
        Guid id,
        ImprovementCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(() => database.TryAsync(id, command, hand, ct));
    }

    /// <summary>An improvement, or null when there is none with this id.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Improvement?> FindImprovementAsync(
        this EndreContext database,
        Guid id,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var row = await database.Improvements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return row?.ToImprovement();
    }

    private static async Task<Refusal?> TryAsync(
        this EndreContext database,
        Guid id,
        ImprovementCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        if (await database.Improvements.SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return Refusal.Because("ImprovementUnknown");
        }
        var before = row.ToImprovement();
        var decision = ImprovementRules.Decide(before, command, hand.Today);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        if (decision.Events is not [var happened])
        {
            return null;
        }
        var after = ImprovementRules.Evolve(before, happened);
        row.Take(after);
        if (
            after.State == ImprovementState.Adopted
            && await database.HeldRoutines.SingleOrDefaultAsync(held => held.ImprovementId == id, ct) is { } held
        )
        {
            held.BeginAgain();
        }
        var last = await database
            .ImprovementEvents.Where(entry => entry.ImprovementId == id)
            .MaxAsync(entry => entry.Number, ct);
        database.Add(ImprovementEventRow.Of(last + 1, happened, after, hand));
        await database.SaveChangesAsync(ct);
        return null;
    }

    private static Refusal? Again(Improvement before, Improvement wanted) =>
        before.UnitId == wanted.UnitId && before.Trying == wanted.Trying ? null : new Refusal("IdTaken", "id");
}

using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Holding;
using Endre.Domain.Shared;
using Endre.Storage.Meetings.Routines;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Improvements.Holding;

/// <summary>Decides on the routines of adopted improvements and stores what happened: state and history in one transaction.</summary>
public static class HoldingRecords
{
    private static readonly string Adopted = StoredWord.Of(ImprovementState.Adopted);

    /// <summary>The routine of an improvement; null when it is not adopted, an empty one when nobody has said anything.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvement">The improvement.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<HeldRoutine?> ReadHeldRoutineAsync(
        this EndreContext database,
        Improvement improvement,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(improvement);
        if (AdoptedOn(improvement) is not { } adopted)
        {
            return null;
        }
        var row = await database
            .HeldRoutines.AsNoTracking()
            .SingleOrDefaultAsync(row => row.ImprovementId == improvement.Id, ct);
        return row?.ToHeldRoutine(adopted) ?? HeldRoutine.None(improvement.Id, adopted);
    }

    /// <summary>
    /// Does something with the routine of an adopted improvement. What the unit agrees on stands among the practices that its
    /// meeting asks «som før?» about, in the same transaction.
    /// </summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when it is done, or was done already; otherwise <c>ImprovementUnknown</c>, <c>ImprovementNotAdopted</c>,
    /// <c>TooManyRoutines</c>, or what <see cref="HoldingRules.Decide"/> says.
    /// </returns>
    public static async Task<Refusal?> DoWithHeldRoutineAsync(
        this EndreContext database,
        Guid improvementId,
        HoldingCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(() => database.TryAsync(improvementId, command, hand, ct));
    }

    /// <summary>The adopted improvements of which it is asked whether they are still used, with their routines.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="improvements">Which improvements are looked at.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<WaitingUse>> ReadWaitingUsesAsync(
        this EndreContext database,
        DateOnly today,
        IQueryable<ImprovementRow> improvements,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var (first, last) = (today.AddMonths(-HeldRoutine.Months[0]), HeldRoutine.Months[^1]);
        var rows = await improvements
            .AsNoTracking()
            .Where(row => row.State == Adopted && row.EndedOn <= first)
            .GroupJoin(
                database.HeldRoutines,
                row => row.Id,
                held => held.ImprovementId,
                (row, held) => new { Row = row, Held = held }
            )
            .SelectMany(one => one.Held.DefaultIfEmpty(), (one, held) => new { one.Row, Held = held })
            .Where(one => one.Held == null || one.Held.LastAnswered < last)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(one =>
                {
                    var improvement = one.Row.ToImprovement();
                    var adopted = one.Row.EndedOn!.Value;
                    return (
                        improvement,
                        held: one.Held?.ToHeldRoutine(adopted) ?? HeldRoutine.None(improvement.Id, adopted)
                    );
                })
                .Where(one => one.held.AskedOn(today) is not null)
                .Select(one => new WaitingUse(one.improvement, one.held, one.held.AskedOn(today)!.Value))
                .OrderBy(one => one.Held.DueOn(one.Months))
                .ThenBy(one => one.Improvement.Id),
        ];
    }

    private static async Task<Refusal?> TryAsync(
        this EndreContext database,
        Guid improvementId,
        HoldingCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        if (await database.FindImprovementAsync(improvementId, ct) is not { } improvement)
        {
            return Refusal.Because("ImprovementUnknown");
        }
        if (AdoptedOn(improvement) is not { } adopted)
        {
            return Refusal.Because("ImprovementNotAdopted");
        }
        var row = await database.HeldRoutines.SingleOrDefaultAsync(row => row.ImprovementId == improvementId, ct);
        var before = row?.ToHeldRoutine(adopted) ?? HeldRoutine.None(improvementId, adopted);
        var decision = HoldingRules.Decide(before, command, hand.Today);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        if (decision.Events is not [var happened])
        {
            return null;
        }
        if (row is null)
        {
            row = new HeldRoutineRow { ImprovementId = improvementId };
            database.Add(row);
        }
        else
        {
            row.Version++;
        }
        row.Take(HoldingRules.Evolve(before, happened));
        if (
            happened is NewRoutineAgreed agreed
            // The practice has the id of what it comes from, so that it is one however often it is said.
            && await database.AgreeOnRoutineAsync(improvementId, improvement.UnitId, agreed.Routine, hand.Today, ct)
                is { } full
        )
        {
            database.ChangeTracker.Clear();
            return full;
        }
        await database.AddImprovementEntryAsync(improvementId, happened.GetType(), hand, ct);
        await database.SaveChangesAsync(ct);
        return null;
    }

    private static DateOnly? AdoptedOn(Improvement improvement) =>
        improvement.State == ImprovementState.Adopted ? improvement.Ending?.On : null;
}

/// <summary>A routine of which it is asked whether it is still used.</summary>
/// <param name="Improvement">The improvement that became it.</param>
/// <param name="Held">The routine.</param>
/// <param name="Months">Which question: how many months after it was adopted.</param>
public sealed record WaitingUse(Improvement Improvement, HeldRoutine Held, int Months);

using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Routines;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Routines;

/// <summary>Decides on routines and stores what happened: state and history in one transaction.</summary>
public static class RoutineRecords
{
    /// <summary>In which meeting something is said, and when.</summary>
    /// <param name="MeetingId">Which meeting.</param>
    /// <param name="Today">The day it is for people here.</param>
    public sealed record Occasion(Guid MeetingId, DateOnly Today);

    /// <summary>Adds a routine; the same id again is the same one.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="add">What is wanted.</param>
    /// <param name="occasion">In which meeting. It must be going on.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise <c>MeetingNotBegun</c>, or what <see cref="RoutineRules.Add"/> says.</returns>
    public static async Task<Refusal?> AddRoutineAsync(
        this EndreContext database,
        AddRoutine add,
        Occasion occasion,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(occasion);
        return await database.UntilStoredAsync(async () =>
        {
            if (await database.Routines.AnyAsync(row => row.Id == add.Id, ct))
            {
                return null;
            }
            var decision = RoutineRules.Add(
                add,
                await database.Routines.CountAsync(row => row.UnitId == add.UnitId && row.IsUsed, ct),
                occasion.Today
            );
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }
            var routine = RoutineRules.Evolve(null, decision.Events[0]);
            database.Add(RoutineRow.Of(routine));
            database.Add(EntryOf(routine, 1, RoutineEventRow.Added, occasion));
            return await database.StoreAsync(occasion, ct);
        });
    }

    /// <summary>Answers «som før?». Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which routine.</param>
    /// <param name="answer">What is wanted.</param>
    /// <param name="occasion">In which meeting. It must be going on, and be the unit's.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when it is done, or was done already; otherwise <c>RoutineUnknown</c>, <c>MeetingNotBegun</c>, or what
    /// <see cref="RoutineRules.Answer"/> says.
    /// </returns>
    public static async Task<Refusal?> AnswerRoutineAsync(
        this EndreContext database,
        Guid id,
        AnswerRoutine answer,
        Occasion occasion,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(occasion);
        return await database.UntilStoredAsync(async () =>
        {
            if (await database.Routines.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row)
            {
                return Refusal.Because("RoutineUnknown");
            }
            var before = row.ToRoutine();
            var entries = await database.RoutineEvents.Where(entry => entry.RoutineId == id).ToListAsync(ct);
            var last = entries.MaxBy(entry => entry.Number)!;
            if (last.MeetingId == occasion.MeetingId && last.What == WordOf(answer.Answer) && last.Text == before.Text)
            {
                // Sent twice, or kept again in the same meeting.
                return null;
            }
            var decision = RoutineRules.Answer(before, answer, occasion.Today);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }
            if (decision.Events is not [RoutineAnswered answered])
            {
                return null;
            }
            var after = RoutineRules.Evolve(before, answered);
            row.Take(after);
            database.Add(EntryOf(after, last.Number + 1, WordOf(answered.Answer)!, occasion));
            return await database.StoreAsync(occasion, ct);
        });
    }

    private static async Task<Refusal?> StoreAsync(this EndreContext database, Occasion occasion, CancellationToken ct)
    {
        var running = StoredWord.Of(MeetingState.Running);
        if (!await database.Meetings.AnyAsync(row => row.Id == occasion.MeetingId && row.State == running, ct))
        {
            database.ChangeTracker.Clear();
            return Refusal.Because("MeetingNotBegun");
        }
        await database.TouchMeetingAsync(occasion.MeetingId, ct);
        await database.SaveChangesAsync(ct);
        return null;
    }

    private static RoutineEventRow EntryOf(Routine routine, int number, string what, Occasion occasion) =>
        new()
        {
            RoutineId = routine.Id,
            Number = number,
            What = what,
            Text = routine.Text,
            MeetingId = occasion.MeetingId,
            SaidOn = occasion.Today,
        };

    private static string? WordOf(RoutineAnswer? answer) => answer is { } said ? StoredWord.Of(said) : null;
}

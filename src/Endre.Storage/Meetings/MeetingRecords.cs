using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings;

/// <summary>Decides on meetings and stores what happened: state and history in one transaction.</summary>
public static class MeetingRecords
{
    /// <summary>Who does something, and when.</summary>
    /// <param name="PersonId">Who; null for nobody, as when a series plans its next meetings.</param>
    /// <param name="At">When.</param>
    public sealed record Hand(Guid? PersonId, DateTimeOffset At);

    /// <summary>Plans a meeting; the same id again is the same one.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="plan">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise what <see cref="PlanningRules.Plan"/> says, or <c>IdTaken</c>.</returns>
    public static async Task<Refusal?> PlanMeetingAsync(
        this EndreContext database,
        PlanMeeting plan,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(hand);
        var decision = PlanningRules.Plan(plan, hand.At);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        return await database.UntilStoredAsync(async () =>
        {
            if (await database.Meetings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == plan.Id, ct) is { } before)
            {
                return before.UnitId == plan.UnitId ? null : new Refusal("IdTaken", "id");
            }
            var meeting = ((MeetingPlanned)decision.Events[0]).Meeting;
            database.Add(MeetingRow.Of(meeting));
            database.Add(MeetingEventRow.Of(meeting.Id, 1, decision.Events[0], meeting.StartsAt, hand));
            await database.SaveChangesAsync(ct);
            return null;
        });
    }

    /// <summary>Does something with a meeting. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not, or <c>MeetingUnknown</c>.</returns>
    public static Task<Refusal?> DoWithMeetingAsync(
        this EndreContext database,
        Guid id,
        MeetingCommand command,
        Hand hand,
        CancellationToken ct
    ) => database.DoWithMeetingAsync(id, _ => Task.FromResult(command), hand, ct);

    /// <summary>
    /// Does something that depends on how the meeting stands, as what is done with its agenda does. Whoever stores at the same
    /// instant is waited for; then it is asked anew what is wanted, so that both stand.
    /// </summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted with the meeting as it is stored now; it may read, and stores nothing.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not, or <c>MeetingUnknown</c>.</returns>
    public static async Task<Refusal?> DoWithMeetingAsync(
        this EndreContext database,
        Guid id,
        Func<Meeting, Task<MeetingCommand>> command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            var (refusal, _) = await database.TrackMeetingAsync(id, command, hand, ct);
            if (refusal is null)
            {
                await database.SaveChangesAsync(ct);
            }
            return refusal;
        });
    }

    /// <summary>
    /// Decides on a meeting and leaves what happened with the context, not yet stored: for an act that stores something
    /// else in the same transaction. Call it within <c>UntilStoredAsync</c>, or be ready for a
    /// <see cref="DbUpdateException"/> when the changes are saved.
    /// </summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Why not, or null; and the meeting as it is after (null when refused).</returns>
    public static Task<(Refusal? Refusal, Meeting? After)> TrackMeetingAsync(
        this EndreContext database,
        Guid id,
        MeetingCommand command,
        Hand hand,
        CancellationToken ct
    ) => database.TrackMeetingAsync(id, _ => Task.FromResult(command), hand, ct);

    /// <summary>A meeting, or null when there is none with this id.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Meeting?> FindMeetingAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.Meetings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? row.ToMeeting(await database.ReadPartsAsync(id, ct))
            : null;
    }

    internal static async Task<(Refusal? Refusal, Meeting? After)> TrackMeetingAsync(
        this EndreContext database,
        Guid id,
        Func<Meeting, Task<MeetingCommand>> command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        if (await database.Meetings.SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return (Refusal.Because("MeetingUnknown"), null);
        }
        var parts = await database.ReadPartsAsync(id, ct);
        var meeting = row.ToMeeting(parts);
        var decision = MeetingRules.Decide(meeting, await command(meeting), hand.At);
        if (decision.Refusal is { } refusal)
        {
            return (refusal, null);
        }
        if (decision.Events.Count == 0)
        {
            return (null, meeting);
        }
        var number = await database.MeetingEvents.Where(entry => entry.MeetingId == id).MaxAsync(e => e.Number, ct);
        foreach (var happened in decision.Events)
        {
            var after = MeetingRules.Evolve(meeting, happened);
            DateTimeOffset? moved = after.StartsAt == meeting.StartsAt ? null : after.StartsAt;
            database.Add(MeetingEventRow.Of(id, ++number, happened, moved, hand));
            meeting = after;
        }
        row.Take(meeting);
        database.TakeParts(parts, meeting);
        return (null, meeting);
    }

    private static async Task<MeetingParts> ReadPartsAsync(this EndreContext database, Guid id, CancellationToken ct) =>
        new(
            await database.Matters.Where(row => row.MeetingId == id).ToListAsync(ct),
            await database.MeetingDecisions.Where(row => row.MeetingId == id).ToListAsync(ct),
            await database.Attendances.Where(row => row.MeetingId == id).ToListAsync(ct)
        );

    internal static void TakeParts(this EndreContext database, MeetingParts parts, Meeting meeting)
    {
        database.Keep(
            parts.Matters,
            meeting.Matters,
            row => row.Id,
            matter => matter.Id,
            (position, matter) => MatterRow.Of(meeting.Id, position, matter)
        );
        database.Keep(
            parts.Decisions,
            meeting.Decisions,
            row => row.Id,
            decision => decision.Id,
            (position, decision) => MeetingDecisionRow.Of(meeting.Id, position, decision)
        );
        database.Keep(
            parts.People,
            meeting.People,
            row => row.Id,
            place => place.Id,
            (position, place) => AttendanceRow.Of(meeting.Id, position, place)
        );
    }

    // Rows that are there take over what changed, new ones are added, and those that are gone are removed.
    private static void Keep<TRow, TPart>(
        this EndreContext database,
        IReadOnlyList<TRow> rows,
        IReadOnlyList<TPart> parts,
        Func<TRow, Guid> idOfRow,
        Func<TPart, Guid> idOfPart,
        Func<int, TPart, TRow> make
    )
        where TRow : class
    {
        var there = rows.ToDictionary(idOfRow);
        for (var position = 0; position < parts.Count; position++)
        {
            var row = make(position, parts[position]);
            if (there.Remove(idOfPart(parts[position]), out var before))
            {
                database.Entry(before).CurrentValues.SetValues(row);
            }
            else
            {
                database.Add(row);
            }
        }
        database.RemoveRange(there.Values);
    }
}

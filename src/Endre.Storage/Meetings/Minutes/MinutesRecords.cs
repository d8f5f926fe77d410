using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Minutes;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Minutes;

/// <summary>Locks minutes and adds to them. What is stored is never changed, except by erasure.</summary>
public static class MinutesRecords
{
    /// <summary>
    /// Locks the minutes of a meeting as it stands. Whoever changes the meeting at the same instant is waited for, and is
    /// in it or is told that it is locked.
    /// </summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="id">Which meeting.</param>
    /// <param name="hand">Who does it, and when.</param>
    /// <param name="dayOf">The day of an instant for people here.</param>
    /// <param name="tell">Adds what tells of it, to be stored in the same transaction; not called when they were locked before.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when they are locked, or were already; otherwise what <see cref="MinutesRules.Decide"/> says, or <c>MeetingUnknown</c>.</returns>
    public static async Task<Refusal?> LockMinutesAsync(
        this EndreContext database,
        Guid id,
        MeetingRecords.Hand hand,
        Func<DateTimeOffset, DateOnly> dayOf,
        Func<Meeting, Task> tell,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        ArgumentNullException.ThrowIfNull(tell);
        return await database.UntilStoredAsync(async () =>
        {
            var (refusal, after) = await database.TrackMeetingAsync(id, new LockMinutes(), hand, ct);
            if (refusal is not null || await database.Minutes.AnyAsync(row => row.MeetingId == id, ct))
            {
                return refusal;
            }
            database.Add(
                new MinutesRow
                {
                    MeetingId = id,
                    Content = MinutesRow.Write(await database.DraftMinutesAsync(after!, dayOf, ct)),
                    LockedAt = hand.At,
                    LockedById = hand.PersonId,
                    LockedByName = await database.NameAsync(hand.PersonId, ct),
                }
            );
            await tell(after!);
            await database.SaveChangesAsync(ct);
            return null;
        });
    }

    /// <summary>Adds something to minutes. Whoever adds at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="id">Which meeting.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="hand">Who does it, and when.</param>
    /// <param name="dayOf">The day of an instant for people here.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise what <see cref="AddingRules.Decide"/> says, or <c>MeetingUnknown</c>.</returns>
    public static async Task<Refusal?> AddToMinutesAsync(
        this EndreContext database,
        Guid id,
        AddToMinutes wanted,
        MeetingRecords.Hand hand,
        Func<DateTimeOffset, DateOnly> dayOf,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            if (await database.FindMeetingAsync(id, ct) is not { } meeting)
            {
                return Refusal.Because("MeetingUnknown");
            }
            var minutes = await database.ReadMinutesAsync(meeting, dayOf, ct);
            var decision = AddingRules.Decide(minutes, wanted, hand.At);
            if (decision.Events is [var entry])
            {
                var name = await database.NameAsync(hand.PersonId, ct);
                database.Add(MinutesEntryRow.Of(id, entry with { PersonId = hand.PersonId, Name = name }));
                // Whoever keeps the words of minutes reads these anew.
                await database.TouchMeetingAsync(id, ct);
                await database.SaveChangesAsync(ct);
            }
            return decision.Refusal;
        });
    }

    /// <summary>Marks a matter: in the meeting while the minutes are a draft, by an entry from the lock on.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="id">Which meeting.</param>
    /// <param name="mark">What is wanted.</param>
    /// <param name="hand">Who does it, and when.</param>
    /// <param name="dayOf">The day of an instant for people here.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise why not.</returns>
    public static async Task<Refusal?> MarkMatterAsync(
        this EndreContext database,
        Guid id,
        MarkLockedMatter mark,
        MeetingRecords.Hand hand,
        Func<DateTimeOffset, DateOnly> dayOf,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(mark);
        var refusal = await database.AddToMinutesAsync(id, mark, hand, dayOf, ct);
        if (refusal is not { Reason: "MinutesNotLocked" })
        {
            return refusal;
        }
        refusal = await database.DoWithMeetingAsync(id, new MarkMatter(mark.MatterId, mark.Ground), hand, ct);
        // Locked in between: what was a draft a moment ago is none any more.
        return refusal is { Reason: "MinutesAreLocked" }
            ? await database.AddToMinutesAsync(id, mark, hand, dayOf, ct)
            : refusal;
    }

    private static async Task<string> NameAsync(this EndreContext database, Guid? person, CancellationToken ct) =>
        await database.Users.Where(one => one.Id == person).Select(one => one.DisplayName).SingleOrDefaultAsync(ct)
        ?? "";
}

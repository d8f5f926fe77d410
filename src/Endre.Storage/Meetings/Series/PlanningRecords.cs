using Endre.Domain.Meetings;
using Endre.Domain.Shared;

namespace Endre.Storage.Meetings.Series;

/// <summary>Moves, calls off and asks to one meeting, with what tells of it in the same transaction.</summary>
public static class PlanningRecords
{
    /// <summary>Does something with when, where and with whom a meeting is, or with what that follows from.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted with the meeting as it is stored now; it may read, and stores nothing.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="also">
    /// Stores what tells of it, by the meeting before and after: it adds to the context and saves nothing. It is not called
    /// when nothing changed.
    /// </param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not, or <c>MeetingUnknown</c>.</returns>
    public static async Task<Refusal?> DoWithPlannedAsync(
        this EndreContext database,
        Guid id,
        Func<Meeting, Task<MeetingCommand>> command,
        MeetingRecords.Hand hand,
        Func<Meeting, Meeting, CancellationToken, Task> also,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        ArgumentNullException.ThrowIfNull(also);
        return await database.UntilStoredAsync(async () =>
        {
            Meeting? before = null;
            var (refusal, after) = await database.TrackMeetingAsync(id, meeting => command(before = meeting), hand, ct);
            if (after is null || !database.ChangeTracker.HasChanges())
            {
                return refusal;
            }
            await also(before!, after, ct);
            await database.SaveChangesAsync(ct);
            return null;
        });
    }
}

using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>What may happen with the minutes while they are a draft.</summary>
public static class MinutesRules
{
    /// <summary>Decides a command on a meeting.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// The event; none when it has happened already. Refused: <c>MeetingIsCanceled</c>, <c>MeetingNotOver</c>,
    /// <c>MinutesAreLocked</c>, <c>MinutesMatterUnknown</c>, <c>AccessGroundUnknown</c>.
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, MinutesCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        if (meeting.State == MeetingState.Canceled)
        {
            return Refusal.Because("MeetingIsCanceled");
        }
        return command switch
        {
            MarkMatter mark => Mark(meeting, mark),
            LockMinutes => Lock(meeting, now),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The meeting after an event.</summary>
    /// <param name="meeting">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Meeting Evolve(Meeting meeting, MinutesEvent happened)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return happened switch
        {
            MatterMarked marked => meeting with
            {
                Matters =
                [
                    .. meeting.Matters.Select(matter =>
                        matter.Id == marked.MatterId ? matter with { AccessGround = marked.Ground } : matter
                    ),
                ],
            },
            MinutesLocked locked => meeting with { MinutesLockedAt = locked.At },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }

    private static Decision<MeetingEvent> Lock(Meeting meeting, DateTimeOffset now) =>
        (meeting.MinutesLockedAt, meeting.State) switch
        {
            (not null, _) => Decision<MeetingEvent>.Happened(),
            (null, MeetingState.Held) => new MinutesLocked(now),
            _ => Refusal.Because("MeetingNotOver"),
        };

    private static Decision<MeetingEvent> Mark(Meeting meeting, MarkMatter mark)
    {
        if (!AccessGrounds.MayBe(mark.Ground))
        {
            return new Refusal("AccessGroundUnknown", "ground");
        }
        if (meeting.Matters.FirstOrDefault(matter => matter.Id == mark.MatterId) is not { } matter)
        {
            return Refusal.Because("MinutesMatterUnknown");
        }
        return matter.AccessGround == mark.Ground
            ? Decision<MeetingEvent>.Happened()
            : new MatterMarked(mark.MatterId, mark.Ground);
    }
}

using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Holding;

/// <summary>What may happen with the agenda of a meeting, and while it goes on.</summary>
public static class HoldingRules
{
    /// <summary>Decides a command on a meeting.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// The event; none when it has happened already. Refused: <c>MeetingIsCanceled</c>, <c>MeetingNotBegun</c>,
    /// <c>MeetingIsOver</c>.
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, HoldingCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return command switch
        {
            BeginMeeting begin => meeting.State switch
            {
                MeetingState.Planned => new MeetingBegun(begin.ChairId, now),
                MeetingState.Running => Decision<MeetingEvent>.Happened(),
                MeetingState.Canceled => Refusal.Because("MeetingIsCanceled"),
                _ => Refusal.Because("MeetingIsOver"),
            },
            EndMeeting => meeting.State switch
            {
                MeetingState.Running => new MeetingEnded(now),
                MeetingState.Held => Decision<MeetingEvent>.Happened(),
                _ => Refusal.Because("MeetingNotBegun"),
            },
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The meeting after an event.</summary>
    /// <param name="meeting">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Meeting Evolve(Meeting meeting, HoldingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return happened switch
        {
            MeetingBegun begun => meeting with
            {
                State = MeetingState.Running,
                ChairId = begun.ChairId,
                BegunAt = begun.At,
            },
            MeetingEnded ended => meeting with { State = MeetingState.Held, EndedAt = ended.At },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }
}

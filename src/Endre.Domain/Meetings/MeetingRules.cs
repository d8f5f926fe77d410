using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Minutes;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings;

/// <summary>The one door to a meeting: what may happen with it.</summary>
public static class MeetingRules
{
    /// <summary>Decides a command on a meeting.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>The events, none when it has happened already (a form sent twice), the refusal of the folder's rules, or <c>MinutesAreLocked</c>.</returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, MeetingCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var decision = ByFolder(meeting, command, now);
        // What is locked is what it was; that it is asked for once more is no change.
        return meeting.MinutesLockedAt is not null && decision.Events.Count > 0
            ? Refusal.Because("MinutesAreLocked")
            : decision;
    }

    /// <summary>The meeting after an event.</summary>
    /// <param name="meeting">Before; null when it is being planned.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Meeting Evolve(Meeting? meeting, MeetingEvent happened) =>
        (meeting, happened) switch
        {
            (null, MeetingPlanned planned) => planned.Meeting,
            ({ } before, PlanningEvent planning) => PlanningRules.Evolve(before, planning),
            ({ } before, HoldingEvent holding) => HoldingRules.Evolve(before, holding),
            ({ } before, MinutesEvent minutes) => MinutesRules.Evolve(before, minutes),
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    private static Decision<MeetingEvent> ByFolder(Meeting meeting, MeetingCommand command, DateTimeOffset now) =>
        command switch
        {
            PlanningCommand planning => PlanningRules.Decide(meeting, planning, now),
            HoldingCommand holding => HoldingRules.Decide(meeting, holding, now),
            MinutesCommand minutes => MinutesRules.Decide(meeting, minutes, now),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
}

using System.Collections.Immutable;
using System.Globalization;
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
    /// The events; none when it has happened already. Refused: <c>MeetingIsCanceled</c>, <c>MeetingNotBegun</c>,
    /// <c>MeetingIsOver</c>, <c>EffectsUnanswered</c> (with how many), <c>PlaceAtTableUnknown</c>, and what
    /// <see cref="ArrangingRules"/>, <see cref="RepresentativeRules"/> and <see cref="TalkingRules"/> say.
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, HoldingCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return command switch
        {
            BeginMeeting begin => meeting.State switch
            {
                MeetingState.Planned => Begin(meeting, begin, now),
                MeetingState.Running => Decision<MeetingEvent>.Happened(),
                MeetingState.Canceled => Refusal.Because("MeetingIsCanceled"),
                _ => Refusal.Because("MeetingIsOver"),
            },
            EndMeeting end => meeting.State switch
            {
                MeetingState.Running => End(end, now),
                MeetingState.Held => Decision<MeetingEvent>.Happened(),
                _ => Refusal.Because("MeetingNotBegun"),
            },
            ArrangingCommand arranging => ArrangingRules.Decide(meeting, arranging),
            TalkingCommand talking => TalkingRules.Decide(meeting, talking, now),
            _ when ClosedFor(meeting) is { } closed => closed,
            HandOverChair over => over.PersonId == meeting.ChairId
                ? Decision<MeetingEvent>.Happened()
                : new ChairHandedOver(over.PersonId),
            AttachBoard board => meeting.WorkshopId is not null
                ? Decision<MeetingEvent>.Happened()
                : new BoardAttached(board.WorkshopId),
            AskForRepresentatives asking => RepresentativeRules.Decide(meeting, asking),
            MarkPresence mark => Mark(meeting, mark),
            MarkRestPresent => Mark(
                [.. meeting.People.Where(place => place.Presence == Presence.Unknown).Select(place => place.Id)],
                Presence.Present
            ),
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
            MeetingEnded ended => meeting with
            {
                State = MeetingState.Held,
                EndedAt = ended.At,
                CurrentMatterId = null,
                CurrentEndsAt = null,
            },
            ChairHandedOver over => meeting with { ChairId = over.PersonId },
            BoardAttached board => meeting with { WorkshopId = board.WorkshopId },
            PresenceMarked marked => meeting with
            {
                People =
                [
                    .. meeting.People.Select(place =>
                        marked.Places.Contains(place.Id) ? place with { Presence = marked.Presence } : place
                    ),
                ],
            },
            MattersArranged or MatterAdded or MatterRemoved => ArrangingRules.Evolve(meeting, happened),
            _ => TalkingRules.Evolve(meeting, happened),
        };
    }

    /// <summary>Why nothing more may happen with a meeting, or null.</summary>
    internal static Refusal? ClosedFor(Meeting meeting) =>
        meeting.State switch
        {
            MeetingState.Canceled => Refusal.Because("MeetingIsCanceled"),
            MeetingState.Held => Refusal.Because("MeetingIsOver"),
            _ => null,
        };

    private static Decision<MeetingEvent> Begin(Meeting meeting, BeginMeeting begin, DateTimeOffset now)
    {
        var matters = ArrangingRules.WithLateComers(begin.Agenda, meeting.Matters);
        var first = matters.FirstOrDefault();
        return Decision<MeetingEvent>.Happened(
            new MeetingBegun(begin.ChairId, now),
            new MattersArranged(matters),
            new MatterPicked(first?.Id, first is null ? null : now + TalkingRules.TimeFor(first))
        );
    }

    private static Decision<MeetingEvent> End(EndMeeting end, DateTimeOffset now) =>
        end.Unanswered.Length > 0
            ? new Refusal(
                "EffectsUnanswered",
                Field: null,
                end.Unanswered.Length.ToString(CultureInfo.InvariantCulture)
            )
            : new MeetingEnded(now);

    private static Decision<MeetingEvent> Mark(Meeting meeting, MarkPresence mark) =>
        meeting.People.FirstOrDefault(place => place.Id == mark.Id) is not { } found
            ? Refusal.Because("PlaceAtTableUnknown")
            : Mark(found.Presence == mark.Presence ? [] : [found.Id], mark.Presence);

    private static Decision<MeetingEvent> Mark(ImmutableArray<Guid> places, Presence presence) =>
        places.Length == 0 ? Decision<MeetingEvent>.Happened() : new PresenceMarked(places, presence);
}

using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Planning;

/// <summary>When, where and with whom a meeting may be.</summary>
public static class PlanningRules
{
    private const int MostYearsAhead = 2;
    private const int MostPeople = 300;

    /// <summary>Plans a meeting.</summary>
    /// <param name="plan">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// <see cref="MeetingPlanned"/>, or refused: what <see cref="FreeText"/> says of the texts (fields <c>title</c>,
    /// <c>place</c>), <c>StartMissing</c> or <c>StartTooFarAhead</c> (field <c>start</c>), <c>MinutesOutOfRange</c>
    /// (field <c>minutes</c>), <c>VideoLinkUnusable</c> (field <c>video</c>).
    /// </returns>
    public static Decision<MeetingEvent> Plan(PlanMeeting plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (FreeText.Require(plan.Title, Meeting.LongestTitle, "title", out var title) is { } wrong)
        {
            return wrong;
        }
        if (Read(plan.StartsAt, plan.Minutes, (plan.Place, plan.VideoLink), now, out var where) is { } fault)
        {
            return fault;
        }
        return new MeetingPlanned(
            new Meeting
            {
                Id = plan.Id,
                UnitId = plan.UnitId,
                SeriesId = plan.Series?.SeriesId,
                SlotAt = plan.Series?.At,
                Title = title,
                StartsAt = where.StartsAt,
                Minutes = where.Minutes,
                Place = where.Place,
                VideoLink = where.VideoLink,
            }
        );
    }

    /// <summary>Decides a command on a planned meeting.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// The event; none when it has happened already. Refused besides what <see cref="Plan"/> says: <c>MeetingBegun</c>,
    /// <c>MeetingIsCanceled</c>, <c>PlaceAtTableUnknown</c>, <c>TooManyInvited</c>, <c>GuestMissing</c> (field <c>guest</c>).
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, PlanningCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return command switch
        {
            MoveMeeting move => Move(meeting, move, now),
            CancelMeeting => meeting.State switch
            {
                MeetingState.Planned => new MeetingCanceled(),
                MeetingState.Canceled => Decision<MeetingEvent>.Happened(),
                _ => Refusal.Because("MeetingBegun"),
            },
            RestoreMeeting => meeting.State == MeetingState.Canceled
                ? new MeetingRestored()
                : Decision<MeetingEvent>.Happened(),
            Invite invite => Ask(meeting, invite),
            Disinvite off => meeting.People.FirstOrDefault(place => place.Id == off.Id)
                is { Presence: Presence.Unknown }
                ? new PersonDisinvited(off.Id)
                : Refusal.Because("PlaceAtTableUnknown"),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The meeting after an event.</summary>
    /// <param name="meeting">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Meeting Evolve(Meeting meeting, PlanningEvent happened)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return happened switch
        {
            MeetingMoved moved => meeting with
            {
                StartsAt = moved.StartsAt,
                Minutes = moved.Minutes,
                Place = moved.Place,
                VideoLink = moved.VideoLink,
                Sequence = meeting.Sequence + 1,
            },
            MeetingCanceled => meeting with { State = MeetingState.Canceled, Sequence = meeting.Sequence + 1 },
            MeetingRestored => meeting with { State = MeetingState.Planned, Sequence = meeting.Sequence + 1 },
            PersonInvited invited => meeting with { People = meeting.People.Add(invited.Attendance) },
            PersonDisinvited off => meeting with { People = meeting.People.RemoveAll(place => place.Id == off.Id) },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }

    private static Decision<MeetingEvent> Move(Meeting meeting, MoveMeeting move, DateTimeOffset now)
    {
        if (meeting.State is MeetingState.Running or MeetingState.Held)
        {
            return Refusal.Because("MeetingBegun");
        }
        if (meeting.State == MeetingState.Canceled)
        {
            return Refusal.Because("MeetingIsCanceled");
        }
        if (Read(move.StartsAt, move.Minutes, (move.Place, move.VideoLink), now, out var where) is { } fault)
        {
            return fault;
        }
        return where == new Schedule(meeting.StartsAt, meeting.Minutes, meeting.Place, meeting.VideoLink)
            ? Decision<MeetingEvent>.Happened()
            : new MeetingMoved(where.StartsAt, where.Minutes, where.Place, where.VideoLink);
    }

    private static Decision<MeetingEvent> Ask(Meeting meeting, Invite invite)
    {
        if (meeting.People.Any(place => place.Id == invite.Id || (place.PersonId is { } id && id == invite.PersonId)))
        {
            return Decision<MeetingEvent>.Happened();
        }
        if (meeting.People.Length >= MostPeople)
        {
            return Refusal.Because("TooManyInvited");
        }
        if (invite.PersonId is not null)
        {
            return new PersonInvited(new Attendance(invite.Id, invite.PersonId, "", invite.Role, Presence.Unknown));
        }
        return FreeText.Require(invite.Name, Attendance.LongestName, "guest", out var name) is { } wrong
            ? wrong
            : new PersonInvited(new Attendance(invite.Id, null, name, invite.Role, Presence.Unknown));
    }

    private static Refusal? Read(
        DateTimeOffset? start,
        int? minutes,
        (string? Place, string? Video) where,
        DateTimeOffset now,
        out Schedule schedule
    )
    {
        schedule = new Schedule(default, 0, "", "");
        if (start is not { } at)
        {
            return new Refusal("StartMissing", "start");
        }
        if (at > now.AddYears(MostYearsAhead))
        {
            return new Refusal("StartTooFarAhead", "start", MostYearsAhead.ToString(CultureInfo.InvariantCulture));
        }
        if (minutes is not (>= 5 and <= Meeting.MostMinutes))
        {
            return new Refusal(
                "MinutesOutOfRange",
                "minutes",
                "5",
                Meeting.MostMinutes.ToString(CultureInfo.InvariantCulture)
            );
        }
        var fault = FreeText.Accept(where.Place, Meeting.LongestPlace, "place", out var place);
        fault ??= FreeText.Accept(where.Video, Meeting.LongestVideoLink, "video", out _);
        FreeText.Accept(where.Video, Meeting.LongestVideoLink, "video", out var video);
        if (fault is not null)
        {
            return fault;
        }
        if (video.Length > 0 && !IsVideoLink(video))
        {
            return new Refusal("VideoLinkUnusable", "video");
        }
        schedule = new Schedule(at.ToUniversalTime(), minutes.Value, place, video);
        return null;
    }

    private static bool IsVideoLink(string video) =>
        Uri.TryCreate(video, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private readonly record struct Schedule(DateTimeOffset StartsAt, int Minutes, string Place, string VideoLink);
}

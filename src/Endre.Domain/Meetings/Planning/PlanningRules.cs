using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Planning;

/// <summary>When, where and with whom a meeting may be. Who is asked is decided by <see cref="InvitingRules"/>.</summary>
public static class PlanningRules
{
    private const int MostYearsAhead = 2;
    private const int LeastMinutes = 5;

    /// <summary>Plans a meeting.</summary>
    /// <param name="plan">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// <see cref="MeetingPlanned"/>, or refused: what <see cref="FreeText"/> says of the texts (fields <c>title</c>,
    /// <c>place</c>), <c>StartMissing</c> or <c>StartTooFarAhead</c> (field <c>start</c>), <c>MeetingMinutesOutOfRange</c>
    /// (field <c>minutes</c>), <c>VideoLinkUnusable</c> (field <c>video</c>).
    /// </returns>
    public static Decision<MeetingEvent> Plan(PlanMeeting plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (ReadTitle(plan.Title, out var title) is { } wrong)
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
                SlotAt = plan.Series?.At.ToUniversalTime(),
                Title = title,
                StartsAt = where.StartsAt,
                Minutes = where.Minutes,
                Place = where.Place,
                VideoLink = where.VideoLink,
                ConcernsWork = plan.ConcernsWork,
            }
        );
    }

    /// <summary>Decides a command on a planned meeting.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// The event; none when it has happened already. Refused besides what <see cref="Plan"/> and
    /// <see cref="InvitingRules.Decide"/> say: <c>StartPast</c> (field <c>start</c>), <c>MeetingBegun</c>,
    /// <c>MeetingIsCanceled</c>, what the text of a reason is refused for (field <c>reason</c>).
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, PlanningCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return command switch
        {
            MoveMeeting move => Move(meeting, move, now),
            CancelMeeting cancel => Cancel(meeting, cancel),
            RestoreMeeting => meeting.State == MeetingState.Canceled
                ? new MeetingRestored()
                : Decision<MeetingEvent>.Happened(),
            FollowSeries follow => Follow(meeting, follow),
            MarkConcernsWork mark => meeting.ConcernsWork == mark.Concerns
                ? Decision<MeetingEvent>.Happened()
                : new WorkConcernMarked(mark.Concerns),
            _ => InvitingRules.Decide(meeting, command),
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
                // Who could not come then may be able to now.
                People =
                [
                    .. meeting.People.Select(place =>
                        moved.StartsAt == meeting.StartsAt ? place : InvitingRules.Unanswered(place)
                    ),
                ],
            },
            MeetingCanceled canceled => meeting with
            {
                State = MeetingState.Canceled,
                CanceledBecause = canceled.Reason,
                Sequence = meeting.Sequence + 1,
            },
            MeetingRestored => meeting with
            {
                State = MeetingState.Planned,
                CanceledBecause = "",
                Sequence = meeting.Sequence + 1,
            },
            SeriesFollowed followed => meeting with
            {
                Title = followed.Title,
                Place = followed.Place,
                VideoLink = followed.VideoLink,
                ConcernsWork = followed.ConcernsWork,
            },
            WorkConcernMarked marked => meeting with { ConcernsWork = marked.Concerns },
            _ => InvitingRules.Evolve(meeting, happened),
        };
    }

    /// <summary>Reads what a meeting is called.</summary>
    /// <param name="typed">As it came from outside.</param>
    /// <param name="title">On one line, made safe to keep.</param>
    /// <returns>Null, or what <see cref="FreeText.Require"/> says (field <c>title</c>).</returns>
    public static Refusal? ReadTitle(string? typed, out string title)
    {
        var fault = FreeText.Require(OneLine(typed), Meeting.LongestTitle, "title", out title);
        return fault;
    }

    /// <summary>Whether a meeting may last so long.</summary>
    /// <param name="minutes">Minutes.</param>
    /// <returns>Null, or <c>MeetingMinutesOutOfRange</c> (field <c>minutes</c>).</returns>
    public static Refusal? CheckMinutes(int? minutes) =>
        minutes is >= LeastMinutes and <= Meeting.MostMinutes
            ? null
            : new Refusal("MeetingMinutesOutOfRange", "minutes", Number(LeastMinutes), Number(Meeting.MostMinutes));

    /// <summary>Reads where a meeting is.</summary>
    /// <param name="typedPlace">As it came from outside.</param>
    /// <param name="typedVideo">As it came from outside.</param>
    /// <param name="place">On one line, made safe to keep.</param>
    /// <param name="video">An address that a browser can open, or empty.</param>
    /// <returns>Null, or what <see cref="FreeText.Accept"/> says (field <c>place</c>, <c>video</c>), or <c>VideoLinkUnusable</c>.</returns>
    public static Refusal? ReadWhere(string? typedPlace, string? typedVideo, out string place, out string video)
    {
        var fault = FreeText.Accept(OneLine(typedPlace), Meeting.LongestPlace, "place", out place);
        var unusable = FreeText.Accept(typedVideo, Meeting.LongestVideoLink, "video", out video);
        if (unusable is null && video.Length > 0 && !IsVideoLink(video))
        {
            unusable = new Refusal("VideoLinkUnusable", "video");
        }
        return fault ?? unusable;
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
        if (where.StartsAt < now && where.StartsAt != meeting.StartsAt)
        {
            return new Refusal("StartPast", "start");
        }
        return where == new Schedule(meeting.StartsAt, meeting.Minutes, meeting.Place, meeting.VideoLink)
            ? Decision<MeetingEvent>.Happened()
            : new MeetingMoved(where.StartsAt, where.Minutes, where.Place, where.VideoLink);
    }

    private static Decision<MeetingEvent> Cancel(Meeting meeting, CancelMeeting cancel)
    {
        if (FreeText.Accept(cancel.Reason, Meeting.LongestReason, "reason", out var reason) is { } fault)
        {
            return fault;
        }
        return meeting.State switch
        {
            MeetingState.Planned => new MeetingCanceled(reason),
            MeetingState.Canceled => Decision<MeetingEvent>.Happened(),
            _ => Refusal.Because("MeetingBegun"),
        };
    }

    private static Decision<MeetingEvent> Follow(Meeting meeting, FollowSeries follow)
    {
        var followed = new SeriesFollowed(follow.Title, follow.Place, follow.VideoLink, follow.ConcernsWork);
        var before = new SeriesFollowed(meeting.Title, meeting.Place, meeting.VideoLink, meeting.ConcernsWork);
        return followed == before || meeting.State is MeetingState.Running or MeetingState.Held
            ? Decision<MeetingEvent>.Happened()
            : followed;
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
            return new Refusal("StartTooFarAhead", "start", Number(MostYearsAhead));
        }
        if (CheckMinutes(minutes) is { } wrong)
        {
            return wrong;
        }
        if (ReadWhere(where.Place, where.Video, out var place, out var video) is { } fault)
        {
            return fault;
        }
        schedule = new Schedule(at.ToUniversalTime(), minutes!.Value, place, video);
        return null;
    }

    private static string? OneLine(string? typed) => typed?.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static bool IsVideoLink(string video) =>
        Uri.TryCreate(video, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Schedule(DateTimeOffset StartsAt, int Minutes, string Place, string VideoLink);
}

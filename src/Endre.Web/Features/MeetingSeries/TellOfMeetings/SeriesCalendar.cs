using System.Globalization;
using Endre.Documents.Calendars;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Series;
using Endre.Web.Features.Meetings;
using Endre.Web.Hosting;

namespace Endre.Web.Features.MeetingSeries.TellOfMeetings;

/// <summary>
/// A series and its meetings as calendars have them: one entry that comes again, what is left out of it, and each meeting
/// that is not as the rest. All have one number that only grows, whatever of them changed.
/// </summary>
internal sealed class SeriesCalendar(Settings settings, ListeningAddress addresses, TimeProvider clock)
{
    /// <summary>The name of the file in a mail.</summary>
    public const string FileName = "mote.ics";

    /// <summary>All of a series, for somebody who is asked to some of it.</summary>
    /// <param name="all">The series with every meeting it has had and has.</param>
    /// <param name="who">Whose calendar.</param>
    public CalendarFile Whole(WholeSeries all, CalendarReader who)
    {
        var coming = all.Meetings.Where(meeting => IsComing(meeting)).ToList();
        var asked = coming.FindAll(who.IsAskedTo);
        if (asked.Count == 0)
        {
            return Gone(all, who);
        }
        if (RhythmRule.IsOnce(all.Series.Rule))
        {
            return File(CalendarMethod.Request, [Single(all, asked[0], who) with { InPlaceOf = null }]);
        }
        // Somebody who is asked to a few of them gets these, and no rule.
        return asked.Count < coming.Count
            ? File(CalendarMethod.Request, [.. asked.Select(meeting => Single(all, meeting, who))])
            : File(
                CalendarMethod.Request,
                [
                    Master(all, who),
                    .. all
                        .Meetings.Where(meeting => IsStanding(meeting) && IsOwn(all.Series, meeting))
                        .Select(meeting => Single(all, meeting, who)),
                ]
            );
    }

    /// <summary>One meeting, as it is now.</summary>
    public CalendarFile One(WholeSeries all, Meeting meeting, CalendarReader who)
    {
        var entry = Single(all, meeting, who);
        return File(
            meeting.State == MeetingState.Canceled ? CalendarMethod.Cancel : CalendarMethod.Request,
            [RhythmRule.IsOnce(all.Series.Rule) ? entry with { InPlaceOf = null } : entry]
        );
    }

    /// <summary>Takes all of a series out of a calendar.</summary>
    public CalendarFile Gone(WholeSeries all, CalendarReader who) =>
        File(CalendarMethod.Cancel, [Master(all, who) with { Rule = null, Except = [], IsCanceled = true }]);

    /// <summary>Takes one meeting out of the calendar of somebody who is asked to it no more.</summary>
    public CalendarFile OneGone(WholeSeries all, Meeting meeting, CalendarReader who) =>
        One(all, meeting with { State = MeetingState.Canceled }, who);

    /// <summary>The address of a page, for whoever reads it outside the app.</summary>
    public string Address(string path) => new Uri(addresses.ForPeople, path).AbsoluteUri;

    private CalendarFile File(CalendarMethod method, IReadOnlyList<CalendarEntry> entries) =>
        new(method, "", settings.TimeZone, entries);

    private CalendarEntry Master(WholeSeries all, CalendarReader who)
    {
        var series = all.Series;
        var standing = all
            .Meetings.Where(meeting => IsStanding(meeting) && meeting.SlotAt is not null)
            .Select(meeting => meeting.SlotAt!.Value)
            .ToHashSet();
        var last = all.Meetings.Max(meeting => meeting.SlotAt);
        var lastStanding = standing.Count > 0 ? standing.Max() : last;
        var slots = all
            .Days.Select(day => WallClock.ToInstant(day, series.Time, settings.TimeZone))
            .TakeWhile(slot => slot <= (series.EndsBefore is null ? last : lastStanding))
            .ToList();
        return Common(all, who) with
        {
            StartsAt = WallClock.ToInstant(series.FirstOn, series.Time, settings.TimeZone),
            Minutes = series.Minutes,
            Title = series.Title,
            Place = series.Place,
            VideoLink = series.VideoLink,
            Page = Address(MeetingSeriesLinks.OneSeries(series.Id)),
            Description = Describe(MeetingSeriesLinks.OneSeries(series.Id), series.VideoLink),
            Rule = series.EndsBefore is null ? series.Rule : EndingAt(series.Rule, lastStanding),
            Except = [.. slots.Where(slot => !standing.Contains(slot))],
        };
    }

    private CalendarEntry Single(WholeSeries all, Meeting meeting, CalendarReader who) =>
        Common(all, who) with
        {
            StartsAt = meeting.StartsAt,
            Minutes = meeting.Minutes,
            Title = meeting.Title,
            Place = meeting.Place,
            VideoLink = meeting.VideoLink,
            Page = Address(MeetingLinks.One(meeting.Id)),
            Description = Describe(MeetingLinks.One(meeting.Id), meeting.VideoLink),
            InPlaceOf = meeting.SlotAt,
            IsCanceled = meeting.State == MeetingState.Canceled,
            Asked = [who.Person with { HasAnswered = who.AnswerTo(meeting) }],
        };

    // Each gets an invitation of their own: nobody's address is told the others.
    private CalendarEntry Common(WholeSeries all, CalendarReader who) =>
        new()
        {
            Uid = $"{all.Series.Id:N}@endre",
            Sequence = all.Sequence,
            StampedAt = clock.GetUtcNow(),
            StartsAt = default,
            Minutes = 0,
            Title = "",
            Organizer = new CalendarPerson(all.Unit, settings.Mail.From),
            Asked = [who.Person],
        };

    // No words of ours: whoever shares a calendar may read another language.
    private string Describe(string path, string video) =>
        video.Length == 0 ? Address(path) : $"{video}\n\n{Address(path)}";

    private bool IsComing(Meeting meeting) =>
        meeting.State == MeetingState.Planned && meeting.StartsAt >= clock.GetUtcNow();

    private static bool IsStanding(Meeting meeting) => meeting.State != MeetingState.Canceled;

    private static bool IsOwn(Domain.Meetings.Series.MeetingSeries series, Meeting meeting) =>
        meeting.SlotAt is not null
        && (meeting.StartsAt, meeting.Minutes, meeting.Title, meeting.Place, meeting.VideoLink)
            != (meeting.SlotAt, series.Minutes, series.Title, series.Place, series.VideoLink);

    private static string EndingAt(string rule, DateTimeOffset? last)
    {
        var kept = rule.Split(';')
            .Where(part =>
                !part.StartsWith("COUNT=", StringComparison.Ordinal)
                && !part.StartsWith("UNTIL=", StringComparison.Ordinal)
            );
        var until = (last ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString(
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture
        );
        return $"{string.Join(';', kept)};UNTIL={until}";
    }
}

/// <summary>A series with every meeting it has had and has.</summary>
/// <param name="Series">The series.</param>
/// <param name="Unit">The name of the unit that meets.</param>
/// <param name="Meetings">Its meetings, without who is asked to those that were.</param>
/// <param name="Days">The days that its rule gives, from the first on.</param>
internal sealed record WholeSeries(
    Domain.Meetings.Series.MeetingSeries Series,
    string Unit,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<DateOnly> Days
)
{
    /// <summary>Grows with every change that calendars hear of, of the whole or of one meeting.</summary>
    public int Sequence => Series.Sequence + Meetings.Sum(meeting => meeting.Sequence);
}

/// <summary>Somebody who is asked, and how mail reaches them.</summary>
/// <param name="PersonId">Who; null for somebody without an account.</param>
/// <param name="Person">The name and the address.</param>
internal sealed record CalendarReader(Guid? PersonId, CalendarPerson Person)
{
    public bool IsAskedTo(Meeting meeting) => PlaceIn(meeting) is not null;

    public bool? AnswerTo(Meeting meeting) =>
        PlaceIn(meeting) switch
        {
            { HasAccepted: true } => true,
            { Presence: Presence.Excused } => false,
            _ => null,
        };

    private Attendance? PlaceIn(Meeting meeting) =>
        meeting.People.FirstOrDefault(place =>
            PersonId is { } id
                ? place.PersonId == id
                : place.PersonId is null && place.Name == Person.Name && place.Email == Person.Email
        );
}

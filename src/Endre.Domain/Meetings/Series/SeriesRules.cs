using System.Globalization;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Series;

/// <summary>What a series may be, and which meetings it plans.</summary>
public static class SeriesRules
{
    /// <summary>How many meetings to come are planned ahead.</summary>
    public const int MeetingsAhead = 13;

    /// <summary>How many days ahead a meeting is planned at most.</summary>
    public const int DaysAhead = 400;

    private const int MostYearsAhead = 2;

    /// <summary>Begins a series.</summary>
    /// <param name="begin">What is wanted.</param>
    /// <param name="days">The days that its rule gives, from the first day on, in order; at least one unless it never comes.</param>
    /// <param name="today">The day it is.</param>
    /// <returns>
    /// <see cref="SeriesBegun"/>, its first day being the first that the rule gives; or refused: what
    /// <see cref="CheckForm"/> says, or <c>RuleNeverComes</c> (field <c>rule</c>).
    /// </returns>
    public static Decision<SeriesEvent> Begin(BeginSeries begin, IReadOnlyList<DateOnly> days, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(days);
        if (CheckForm(begin.Form, today, out var form) is { } fault)
        {
            return fault;
        }
        if (days is not [var first, ..])
        {
            return new Refusal("RuleNeverComes", "rule");
        }
        return new SeriesBegun(
            new MeetingSeries
            {
                Id = begin.Id,
                UnitId = begin.UnitId,
                Title = form.Title!,
                Rule = form.Rule!,
                FirstOn = first,
                Time = form.Time!.Value,
                Minutes = form.Minutes!.Value,
                Place = form.Place!,
                VideoLink = form.VideoLink!,
                IncludesUnder = form.IncludesUnder,
                ConcernsWork = form.ConcernsWork,
            }
        );
    }

    /// <summary>What is wrong with a form, before its rule is counted out.</summary>
    /// <param name="form">As it came from outside.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="clean">The same, made safe to keep.</param>
    /// <returns>
    /// Null when it can be used; otherwise what <see cref="FreeText"/> says of the texts (fields <c>title</c>,
    /// <c>place</c>), what <see cref="MeetingRule.Read"/> says (field <c>rule</c>), <c>FirstDayMissing</c>,
    /// <c>FirstDayPast</c> or <c>FirstDayTooFarAhead</c> (field <c>first</c>), <c>TimeMissing</c> (field <c>time</c>),
    /// <c>MeetingMinutesOutOfRange</c> (field <c>minutes</c>), <c>VideoLinkUnusable</c> (field <c>video</c>).
    /// </returns>
    public static Refusal? CheckForm(SeriesForm form, DateOnly today, out SeriesForm clean)
    {
        ArgumentNullException.ThrowIfNull(form);
        clean = form;
        if (PlanningRules.ReadTitle(form.Title, out var title) is { } wrong)
        {
            return wrong;
        }
        if (MeetingRule.Read(form.Rule, out var rule) is { } unreadable)
        {
            return unreadable;
        }
        if (form.FirstOn is not { } first)
        {
            return new Refusal("FirstDayMissing", "first");
        }
        if (first < today)
        {
            return new Refusal("FirstDayPast", "first");
        }
        if (first > today.AddYears(MostYearsAhead))
        {
            return new Refusal("FirstDayTooFarAhead", "first", MostYearsAhead.ToString(CultureInfo.InvariantCulture));
        }
        if (form.Time is not { } time)
        {
            return new Refusal("TimeMissing", "time");
        }
        var where = PlanningRules.ReadWhere(form.Place, form.VideoLink, out var place, out var video);
        if ((PlanningRules.CheckMinutes(form.Minutes) ?? where) is { } fault)
        {
            return fault;
        }
        clean = form with
        {
            Title = title,
            Rule = rule,
            // Calendars count in minutes.
            Time = new TimeOnly(time.Hour, time.Minute),
            Place = place,
            VideoLink = video,
        };
        return null;
    }

    /// <summary>Decides a command on a series.</summary>
    /// <param name="series">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is.</param>
    /// <returns>
    /// The event; none when it has happened already. Refused: what the texts are refused for, <c>SeriesHasEnded</c>,
    /// <c>LastDayMissing</c> or <c>LastDayPast</c> (field <c>before</c>), <c>TooManyGuests</c>, <c>GuestMissing</c>,
    /// <c>GuestAddressUnusable</c> (fields <c>guest</c>, <c>email</c>).
    /// </returns>
    public static Decision<SeriesEvent> Decide(MeetingSeries series, SeriesCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (command is not RemoveGuest && series.HasEnded(today))
        {
            return command is EndSeries ? Decision<SeriesEvent>.Happened() : Refusal.Because("SeriesHasEnded");
        }
        return command switch
        {
            ChangeSeries change => Change(series, change),
            EndSeries { Before: null } => new Refusal("LastDayMissing", "before"),
            EndSeries { Before: { } before } when before < today => new Refusal("LastDayPast", "before"),
            EndSeries { Before: { } before } => series.EndsBefore <= before
                ? Decision<SeriesEvent>.Happened()
                : new SeriesEnded(before),
            AddGuest add => Add(series, add.Guest),
            RemoveGuest remove => series.Guests.Any(guest => guest.Id == remove.Id)
                ? new GuestRemoved(remove.Id)
                : Decision<SeriesEvent>.Happened(),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The series after an event.</summary>
    /// <param name="series">Before; null when it begins.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static MeetingSeries Evolve(MeetingSeries? series, SeriesEvent happened) =>
        (series, happened) switch
        {
            (null, SeriesBegun begun) => begun.Series,
            ({ } before, SeriesChanged changed) => before with
            {
                Title = changed.Title,
                Place = changed.Place,
                VideoLink = changed.VideoLink,
                IncludesUnder = changed.IncludesUnder,
                ConcernsWork = changed.ConcernsWork,
                // Who is asked is told each of them, and is no news for the others' calendars.
                Sequence = before.Sequence + (Shown(before) == Shown(changed) ? 0 : 1),
            },
            ({ } before, SeriesEnded ended) => before with
            {
                EndsBefore = ended.Before,
                Sequence = before.Sequence + 1,
            },
            ({ } before, GuestAdded added) => before with { Guests = before.Guests.Add(added.Guest) },
            ({ } before, GuestRemoved removed) => before with
            {
                Guests = before.Guests.RemoveAll(guest => guest.Id == removed.Id),
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    /// <summary>The days for which the series plans meetings now: the next ones, as far ahead as one plans.</summary>
    /// <param name="series">The series.</param>
    /// <param name="days">The days that its rule gives, in order.</param>
    /// <param name="today">The day it is.</param>
    public static IReadOnlyList<DateOnly> ToPlan(MeetingSeries series, IEnumerable<DateOnly> days, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(days);
        return
        [
            .. days.SkipWhile(day => day < today || day < series.FirstOn)
                .TakeWhile(day => !(day >= series.EndsBefore) && day <= today.AddDays(DaysAhead))
                .Take(MeetingsAhead),
        ];
    }

    /// <summary>
    /// Whether a meeting is only there because its series planned it: then it goes when the series does. One that was
    /// moved, called off, given a matter or a guest of its own, or begun, stays.
    /// </summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="series">Its series.</param>
    public static bool IsUntouched(Meeting meeting, MeetingSeries series)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(series);
        return meeting is { State: MeetingState.Planned, Sequence: 0, ChairId: null, WorkshopId: null }
            && meeting.Matters.IsEmpty
            && meeting.Decisions.IsEmpty
            && meeting.People.All(place =>
                place.Role != AttendeeRole.Guest || series.Guests.Any(guest => IsSame(guest, place))
            );
    }

    /// <summary>Whether a place at the table is that of a guest of the series.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="place">The place.</param>
    public static bool IsSame(SeriesGuest guest, Attendance place)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(place);
        return guest.PersonId is { } person
            ? place.PersonId == person
            : place.PersonId is null && place.Name == guest.Name && place.Email == guest.Email;
    }

    private static (string, string, string) Shown(MeetingSeries series) =>
        (series.Title, series.Place, series.VideoLink);

    private static (string, string, string) Shown(SeriesChanged changed) =>
        (changed.Title, changed.Place, changed.VideoLink);

    private static Decision<SeriesEvent> Change(MeetingSeries series, ChangeSeries change)
    {
        var where = PlanningRules.ReadWhere(change.Place, change.VideoLink, out var place, out var video);
        if ((PlanningRules.ReadTitle(change.Title, out var title) ?? where) is { } fault)
        {
            return fault;
        }
        var changed = new SeriesChanged(title, place, video, change.IncludesUnder, change.ConcernsWork);
        var before = new SeriesChanged(
            series.Title,
            series.Place,
            series.VideoLink,
            series.IncludesUnder,
            series.ConcernsWork
        );
        return changed == before ? Decision<SeriesEvent>.Happened() : changed;
    }

    private static Decision<SeriesEvent> Add(MeetingSeries series, SeriesGuest wanted)
    {
        if (series.Guests.Any(guest => guest.Id == wanted.Id || (guest.PersonId is { } id && id == wanted.PersonId)))
        {
            return Decision<SeriesEvent>.Happened();
        }
        if (series.Guests.Length >= MeetingSeries.MostGuests)
        {
            return new Refusal(
                "TooManyGuests",
                "guest",
                MeetingSeries.MostGuests.ToString(CultureInfo.InvariantCulture)
            );
        }
        if (wanted.PersonId is not null)
        {
            return new GuestAdded(wanted with { Name = "", Email = "" });
        }
        return InvitingRules.ReadGuest(wanted.Name, wanted.Email, out var name, out var email) is { } fault
            ? fault
            : new GuestAdded(wanted with { Name = name, Email = email });
    }
}

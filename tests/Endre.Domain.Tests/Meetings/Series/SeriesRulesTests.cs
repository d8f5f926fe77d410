using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Series;

namespace Endre.Domain.Tests.Meetings.Series;

public sealed class SeriesRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU", null)]
    [InlineData(" rrule:freq=weekly;interval=2;byday=we ", null)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", null)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", null)]
    [InlineData("FREQ=WEEKLY;INTERVAL=4", null)]
    [InlineData("FREQ=DAILY;COUNT=1", null)]
    [InlineData("FREQ=DAILY;UNTIL=20261224", null)]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", null)]
    [InlineData("", "RuleMissing")]
    [InlineData("hver tirsdag", "RuleUnreadable")]
    [InlineData("FREQ=HOURLY", "RuleTooOften")]
    [InlineData("FREQ=SECONDLY", "RuleTooOften")]
    [InlineData("FREQ=DAILY;BYHOUR=9,10", "RuleTooOften")]
    [InlineData("FREQ=WEEKLY;BYDAY=1TU", "RuleUnreadable")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "RuleUnreadable")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0", "RuleUnreadable")]
    [InlineData("FREQ=WEEKLY;COUNT=5;UNTIL=20261224", "RuleUnreadable")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY", "RuleUnreadable")]
    [InlineData("FREQ=WEEKLY;UNTIL=tomorrow", "RuleUnreadable")]
    [InlineData("FREQ=WEEKLY\r\nSUMMARY:x", "RuleUnreadable")]
    [InlineData("FREQ=WEEKLY;X-A=1", "RuleUnreadable")]
    public void A_rule_gives_at_most_one_meeting_a_day(string typed, string? reason)
    {
        var refusal = MeetingRule.Read(typed, out var rule);

        refusal?.Reason.ShouldBe(reason);
        (rule.Length > 0).ShouldBe(reason is null);
    }

    [Fact]
    public void A_rule_has_a_limit() =>
        MeetingRule
            .Read($"FREQ=MONTHLY;BYMONTHDAY={string.Join(',', Enumerable.Repeat("15", 80))}", out _)!
            .Reason.ShouldBe("RuleTooLong");

    [Theory]
    [InlineData("title", "", "TextMissing")]
    [InlineData("first", "2026-03-01", "FirstDayPast")]
    [InlineData("first", "2029-03-01", "FirstDayTooFarAhead")]
    [InlineData("minutes", "3", "MeetingMinutesOutOfRange")]
    [InlineData("video", "ftp://x", "VideoLinkUnusable")]
    [InlineData("rule", "FREQ=HOURLY", "RuleTooOften")]
    public void What_cannot_be_used_is_refused_at_its_field(string field, string typed, string reason)
    {
        var form = field switch
        {
            "title" => Form with { Title = typed },
            "first" => Form with { FirstOn = DateOnly.ParseExact(typed, "yyyy-MM-dd", null) },
            "minutes" => Form with { Minutes = int.Parse(typed, null) },
            "video" => Form with { VideoLink = typed },
            _ => Form with { Rule = typed },
        };

        var refusal = SeriesRules.CheckForm(form, Today, out _);

        (refusal?.Field, refusal?.Reason).ShouldBe((field, reason));
    }

    [Fact]
    public void It_begins_on_the_first_day_that_its_rule_gives()
    {
        var begun = SeriesRules.Begin(
            new(Guid.CreateVersion7(), Guid.CreateVersion7(), Form),
            [new(2026, 4, 7)],
            Today
        );

        ((SeriesBegun)begun.Events.Single()).Series.FirstOn.ShouldBe(new DateOnly(2026, 4, 7));
    }

    [Fact]
    public void A_rule_that_never_comes_is_refused() =>
        SeriesRules
            .Begin(new(Guid.CreateVersion7(), Guid.CreateVersion7(), Form), [], Today)
            .Refusal!.Reason.ShouldBe("RuleNeverComes");

    [Fact]
    public void Thirteen_meetings_are_planned_and_none_farther_than_one_plans()
    {
        var weekly = Enumerable.Range(0, 100).Select(week => Today.AddDays(week * 7)).ToList();
        var yearly = new[] { Today, Today.AddDays(365), Today.AddDays(730) };

        SeriesRules.ToPlan(Series, weekly, Today.AddDays(1)).Count.ShouldBe(SeriesRules.MeetingsAhead);
        SeriesRules.ToPlan(Series, weekly, Today.AddDays(1))[0].ShouldBe(Today.AddDays(7));
        SeriesRules.ToPlan(Series, yearly, Today).ShouldBe([Today, Today.AddDays(365)]);
        SeriesRules
            .ToPlan(Series with { EndsBefore = Today.AddDays(14) }, weekly, Today)
            .ShouldBe([Today, Today.AddDays(7)]);
    }

    [Fact]
    public void It_ends_once_and_then_changes_no_more()
    {
        var ended = Series.After(new EndSeries(Today));

        (ended.EndsBefore, ended.Sequence).ShouldBe((Today, 1));
        ended.After(new EndSeries(Today)).ShouldBe(ended);
        ended.Refused(new ChangeSeries("Nytt", "", "", false, false)).ShouldBe("SeriesHasEnded");
        Series.Refused(new EndSeries(Today.AddDays(-1))).ShouldBe("LastDayPast");
        Series.Refused(new EndSeries(null)).ShouldBe("LastDayMissing");
    }

    [Fact]
    public void An_end_may_be_brought_forward()
    {
        var later = Series.After(new EndSeries(Today.AddDays(60)));

        later.After(new EndSeries(Today.AddDays(30))).EndsBefore.ShouldBe(Today.AddDays(30));
        later.After(new EndSeries(Today.AddDays(90))).ShouldBe(later);
    }

    [Fact]
    public void A_guest_is_asked_once()
    {
        var person = Guid.CreateVersion7();
        var guest = new SeriesGuest(Guid.CreateVersion7(), person, "", "");

        var with = Series.After(new AddGuest(guest)).After(new AddGuest(guest with { Id = Guid.CreateVersion7() }));

        with.Guests.ShouldHaveSingleItem().PersonId.ShouldBe(person);
        with.After(new RemoveGuest(guest.Id)).After(new RemoveGuest(guest.Id)).Guests.ShouldBeEmpty();
        Series.Refused(new AddGuest(new(Guid.CreateVersion7(), null, "", ""))).ShouldBe("GuestMissing");
    }

    [Fact]
    public void What_somebody_has_touched_outlives_its_series()
    {
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(),
            UnitId = Series.UnitId,
            Title = Series.Title,
            StartsAt = DateTimeOffset.UnixEpoch,
            Minutes = 30,
        };
        var matter = new Matter(Guid.CreateVersion7(), MatterKind.Own, "Nøklene", null, null);
        var guest = new Attendance(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            "",
            AttendeeRole.Guest,
            Presence.Unknown
        );

        SeriesRules.IsUntouched(meeting, Series).ShouldBeTrue();
        SeriesRules.IsUntouched(meeting with { Sequence = 1 }, Series).ShouldBeFalse();
        SeriesRules.IsUntouched(meeting with { Matters = [matter] }, Series).ShouldBeFalse();
        SeriesRules.IsUntouched(meeting with { People = [guest] }, Series).ShouldBeFalse();
        SeriesRules.IsUntouched(meeting with { State = MeetingState.Canceled }, Series).ShouldBeFalse();
        var asGuestOfAll = Series with { Guests = [new(Guid.CreateVersion7(), guest.PersonId, "", "")] };
        SeriesRules.IsUntouched(meeting with { People = [guest] }, asGuestOfAll).ShouldBeTrue();
    }

    [Theory]
    [InlineData(2026, 3, 28, 9, 0, "2026-03-28T08:00")]
    [InlineData(2026, 3, 29, 9, 0, "2026-03-29T07:00")]
    [InlineData(2026, 3, 29, 2, 30, "2026-03-29T01:30")]
    [InlineData(2026, 10, 25, 2, 30, "2026-10-25T00:30")]
    [InlineData(2026, 10, 25, 9, 0, "2026-10-25T08:00")]
    public void Nine_o_clock_stays_nine_o_clock_when_the_clocks_are_changed(
        int y,
        int m,
        int d,
        int h,
        int min,
        string utc
    ) =>
        WallClock
            .ToInstant(new DateOnly(y, m, d), new TimeOnly(h, min), Oslo)
            .ToString("yyyy-MM-dd'T'HH:mm", null)
            .ShouldBe(utc);

    [Theory]
    [InlineData("2026-05-17", RedDay.Holiday)]
    [InlineData("2026-04-02", RedDay.Holiday)]
    [InlineData("2026-12-24", RedDay.Eve)]
    [InlineData("2026-07-07", RedDay.July)]
    [InlineData("2026-08-15", RedDay.Weekend)]
    [InlineData("2026-08-17", null)]
    public void A_day_on_which_few_are_at_work_is_told(string day, RedDay? red) =>
        RedDays.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", null), "FREQ=MONTHLY;BYMONTHDAY=15").ShouldBe(red);

    [Fact]
    public void A_rule_that_names_saturday_means_it() =>
        RedDays.Of(new DateOnly(2026, 8, 15), "FREQ=WEEKLY;BYDAY=SA").ShouldBeNull();

    [Theory]
    [InlineData("2026-04-02", "2026-04-07")]
    [InlineData("2026-12-24", "2026-12-28")]
    [InlineData("2026-05-01", "2026-05-04")]
    public void The_next_working_day_is_after_the_whole_holiday(string from, string next) =>
        RedDays
            .NextWorkingDay(DateOnly.ParseExact(from, "yyyy-MM-dd", null))
            .ShouldBe(DateOnly.ParseExact(next, "yyyy-MM-dd", null));

    private static SeriesForm Form =>
        new(
            "Forbedringsmøte",
            "FREQ=MONTHLY;BYDAY=1TU",
            Today.AddDays(1),
            new TimeOnly(9, 0),
            30,
            "Rom 1",
            "",
            false,
            false
        );

    private static MeetingSeries Series { get; } =
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Title = "Forbedringsmøte",
            Rule = "FREQ=WEEKLY",
            FirstOn = Today,
            Time = new TimeOnly(9, 0),
            Minutes = 30,
        };
}

internal static class SeriesVerbs
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static MeetingSeries After(this MeetingSeries series, SeriesCommand command)
    {
        var decision = SeriesRules.Decide(series, command, Today);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(series, SeriesRules.Evolve);
    }

    public static string? Refused(this MeetingSeries series, SeriesCommand command) =>
        SeriesRules.Decide(series, command, Today).Refusal?.Reason;
}

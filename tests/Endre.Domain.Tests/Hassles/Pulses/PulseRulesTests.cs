using CsCheck;
using Endre.Domain.Hassles.Pulses;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Hassles.Pulses;

public sealed class PulseRulesTests
{
    private static readonly Pulse Weekly = new(PulseRhythm.Weekly, PulseQuestion.LastWeek);
    private static readonly DateTime MondayNine = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData("2026-03-02 06:59", PulseHold.Night)]
    [InlineData("2026-03-02 07:00", null)]
    [InlineData("2026-03-02 19:59", null)]
    [InlineData("2026-03-02 20:00", PulseHold.Night)]
    [InlineData("2026-03-07 12:00", PulseHold.NotYet)] // Saturday
    [InlineData("2026-03-08 12:00", PulseHold.NotYet)]
    [InlineData("2026-04-02 12:00", PulseHold.NotYet)] // Maundy Thursday
    [InlineData("2026-06-30 12:00", null)]
    [InlineData("2026-07-01 12:00", PulseHold.NotYet)]
    [InlineData("2026-07-31 12:00", PulseHold.NotYet)]
    [InlineData("2026-08-03 12:00", null)]
    public void The_first_round_opens_on_a_working_day_by_day(string now, PulseHold? hold) =>
        (PulseRules.MayOpen(Weekly, last: null, unanswered: 0, At(now))?.Hold).ShouldBe(hold);

    [Fact]
    public void July_is_waited_out_and_a_weekend_too()
    {
        PulseRules.MayOpen(Weekly, null, 0, At("2026-07-10 12:00"))!.Until.ShouldBe(new DateOnly(2026, 8, 3));
        PulseRules
            .MayOpen(Weekly, null, 0, At("2026-03-06 21:00"))
            .ShouldBe(new PulseWait(PulseHold.Night, new DateOnly(2026, 3, 9)));
        PulseRules.MayOpen(Weekly, null, 0, At("2026-03-06 05:00"))!.Until.ShouldBe(new DateOnly(2026, 3, 6));
    }

    [Fact]
    public void No_new_round_before_the_leader_has_said_what_comes_of_the_last_one()
    {
        var over = new PulseRound(Monday.AddDays(-7), Monday.AddDays(-1), HasWord: false);
        PulseRules.MayOpen(Weekly, over, 0, MondayNine)!.Hold.ShouldBe(PulseHold.WordMissing);
        PulseRules
            .MayOpen(Weekly, over with { HasWord = true }, 2, MondayNine)
            .ShouldBe(new PulseWait(PulseHold.HasslesUnanswered, Unanswered: 2));
        PulseRules.MayOpen(Weekly, over with { HasWord = true }, 0, MondayNine).ShouldBeNull();
        PulseRules
            .MayOpen(Weekly, over with { HasWord = true, LastDay = Monday }, 0, MondayNine)!
            .Hold.ShouldBe(PulseHold.Open);
    }

    [Theory]
    [InlineData(PulseRhythm.Weekly, "2026-03-09")]
    [InlineData(PulseRhythm.Fortnightly, "2026-03-16")]
    [InlineData(PulseRhythm.Monthly, "2026-04-07")] // the second of April is Maundy Thursday
    public void The_rhythm_is_held(PulseRhythm rhythm, string next)
    {
        var pulse = Weekly with { Rhythm = rhythm };
        var last = PulseRules.Open(Monday) with { HasWord = true };
        var due = DateOnly.FromDateTime(At($"{next} 09:00"));
        for (var day = last.LastDay.AddDays(1); day < due; day = day.AddDays(1))
        {
            PulseRules.MayOpen(pulse, last, 0, day.ToDateTime(new TimeOnly(9, 0)))!.Until.ShouldBe(due);
        }
        PulseRules.MayOpen(pulse, last, 0, At($"{next} 09:00")).ShouldBeNull();
    }

    [Fact]
    public void A_round_is_open_for_a_week_by_day_and_never_in_july_or_on_a_holiday()
    {
        var round = PulseRules.Open(new DateOnly(2026, 3, 30));
        round.LastDay.ShouldBe(new DateOnly(2026, 4, 5));
        PulseRules.IsAsking(round, At("2026-03-30 07:00")).ShouldBeTrue();
        PulseRules.IsAsking(round, At("2026-03-30 20:00")).ShouldBeFalse();
        PulseRules.IsAsking(round, At("2026-04-02 12:00")).ShouldBeFalse("Maundy Thursday");
        PulseRules.IsAsking(round, At("2026-04-04 12:00")).ShouldBeTrue("a ward is open on Saturday");
        PulseRules.IsAsking(round, At("2026-04-06 12:00")).ShouldBeFalse();
        PulseRules.IsAsking(round, At("2026-03-29 12:00")).ShouldBeFalse();
        PulseRules.Open(new DateOnly(2026, 6, 29)).LastDay.ShouldBe(new DateOnly(2026, 6, 30));
    }

    [Fact]
    public void What_was_said_while_a_round_was_open_or_is_overdue_must_be_answered()
    {
        PulseRules.UnansweredBefore(null, Monday).ShouldBe(Monday.AddDays(-7));
        PulseRules.UnansweredBefore(null, Monday.AddDays(6)).ShouldBe(Monday.AddDays(-7));
        var last = PulseRules.Open(Monday.AddDays(-7));
        PulseRules.UnansweredBefore(last, Monday).ShouldBe(Monday, "what was said in the week of the round");
        PulseRules.UnansweredBefore(last, Monday.AddDays(28)).ShouldBe(Monday.AddDays(21));
    }

    /// <summary>Two years of hours with a leader who answers when it suits, looked at hour by hour.</summary>
    [Fact]
    public void No_unit_is_asked_more_than_it_has_been_answered_nor_at_night_nor_in_july() =>
        (
            from rhythm in Gen.Enum<PulseRhythm>()
            from start in Gen.Int[0, 365]
            from chances in Gen.Int[0, 3].Array[400]
            select (rhythm, start, chances)
        ).Sample(
            scene =>
            {
                var pulse = new Pulse(scene.rhythm, PulseQuestion.Everyday);
                var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(scene.start);
                PulseRound? last = null;
                var (asked, words) = (0, 0);
                for (var day = 0; day < 400; day++, at = at.Date.AddDays(1))
                {
                    var unanswered = scene.chances[day] == 3 ? 1 : 0;
                    for (var hour = 0; hour < 24; hour += scene.chances[day] + 1)
                    {
                        var now = at.Date.AddHours(hour);
                        if (last is not null && PulseRules.IsAsking(last, now))
                        {
                            ShouldBeDaytime(now);
                        }
                        if (PulseRules.MayOpen(pulse, last, unanswered, now) is not null)
                        {
                            continue;
                        }
                        var today = DateOnly.FromDateTime(now);
                        ShouldBeDaytime(now);
                        now.DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
                        unanswered.ShouldBe(0);
                        words.ShouldBe(asked, "every round before has had its word");
                        (last is null || last.OpenedOn.AddDays(7) <= today).ShouldBeTrue();
                        last = PulseRules.Open(today);
                        last.LastDay.Month.ShouldNotBe(7);
                        asked++;
                    }
                    if (last is { HasWord: false } && last.IsOver(DateOnly.FromDateTime(at)) && scene.chances[day] == 1)
                    {
                        last = last with { HasWord = true };
                        words++;
                    }
                }
            },
            iter: 200
        );

    private static void ShouldBeDaytime(DateTime now)
    {
        now.Hour.ShouldBeInRange(7, 19);
        now.Month.ShouldNotBe(7);
        PublicHolidays.Contains(DateOnly.FromDateTime(now)).ShouldBeFalse();
    }

    private static DateTime At(string time) =>
        DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

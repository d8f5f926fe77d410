using System.Globalization;
using Endre.Domain.Meetings.Series;

namespace Endre.Domain.Tests.Meetings.Series;

public sealed class RhythmRuleTests
{
    [Theory]
    [InlineData(Rhythm.Weekly, "2026-04-02", "FREQ=WEEKLY;BYDAY=TH")]
    [InlineData(Rhythm.Fortnightly, "2026-04-01", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")]
    [InlineData(Rhythm.FourWeekly, "2026-04-05", "FREQ=WEEKLY;INTERVAL=4;BYDAY=SU")]
    [InlineData(Rhythm.MonthlyByWeekday, "2026-04-07", "FREQ=MONTHLY;BYDAY=1TU")]
    [InlineData(Rhythm.MonthlyByWeekday, "2026-04-08", "FREQ=MONTHLY;BYDAY=2WE")]
    [InlineData(Rhythm.MonthlyByWeekday, "2026-04-30", "FREQ=MONTHLY;BYDAY=-1TH")]
    [InlineData(Rhythm.MonthlyByLastWeekday, "2026-04-24", "FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData(Rhythm.MonthlyByDate, "2026-04-15", "FREQ=MONTHLY;BYMONTHDAY=15")]
    [InlineData(Rhythm.MonthlyByDate, "2026-05-31", "FREQ=MONTHLY;BYMONTHDAY=-1")]
    [InlineData(Rhythm.MonthlyByDate, "2026-05-30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1")]
    [InlineData(Rhythm.Once, "2026-04-15", "FREQ=DAILY;COUNT=1")]
    [InlineData(Rhythm.Own, "2026-04-15", "")]
    public void The_first_day_says_the_rest(Rhythm rhythm, string first, string rule) =>
        RhythmRule.Of(rhythm, Day(first)).ShouldBe(rule);

    [Fact]
    public void Every_rule_of_a_rhythm_may_be_had_and_is_known_again()
    {
        foreach (var rhythm in Enum.GetValues<Rhythm>().Where(one => one != Rhythm.Own))
        {
            for (var day = Day("2026-01-01"); day < Day("2029-01-01"); day = day.AddDays(1))
            {
                var rule = RhythmRule.Of(rhythm, day);
                MeetingRule.Read(rule, out var read).ShouldBeNull();
                read.ShouldBe(rule);
                RhythmRule.Of(RhythmRule.Read(rule, day), day).ShouldBe(rule);
            }
        }
    }

    [Fact]
    public void A_rule_is_the_same_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Its minus is U+2212.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
            RhythmRule.Of(Rhythm.MonthlyByWeekday, Day("2026-04-30")).ShouldBe("FREQ=MONTHLY;BYDAY=-1TH");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_rule_of_ones_own_is_known_as_that()
    {
        RhythmRule.Read("FREQ=MONTHLY;BYDAY=2TH", Day("2026-04-02")).ShouldBe(Rhythm.Own);
        RhythmRule.IsOnce("FREQ=DAILY;COUNT=1").ShouldBeTrue();
        RhythmRule.IsOnce("FREQ=DAILY;COUNT=10").ShouldBeFalse();
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}

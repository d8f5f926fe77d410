using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Tests.Insights.SmallGroups;

public sealed class CountingPeriodTests
{
    [Theory]
    [InlineData("2026-11-26", "2025-10-01", "2026-11-01")]
    [InlineData("2026-10-05", "2025-10-01", "2026-10-01")]
    // The week that began in September is not over, so neither is the quarter.
    [InlineData("2026-10-04", "2025-07-01", "2026-09-01")]
    [InlineData("2026-01-01", "2024-10-01", "2025-12-01")]
    public void Four_quarters_that_are_over(string today, string from, string answeredUntil)
    {
        var period = CountingPeriod.On(Day(today));
        period.From.ShouldBe(Day(from));
        period.Until.ShouldBe(Day(from).AddYears(1));
        period.AnsweredUntil.ShouldBe(Day(answeredUntil));
    }

    [Fact]
    public void A_week_counts_in_the_month_of_its_monday()
    {
        var period = CountingPeriod.On(Day("2026-11-26"));
        period.MonthOf(Day("2025-10-06")).ShouldBe(0);
        period.MonthOf(Day("2025-12-29")).ShouldBe(2);
        period.MonthOf(Day("2026-09-28")).ShouldBe(11);
        period.MonthOf(Day("2025-09-29")).ShouldBeNull();
        period.MonthOf(Day("2026-10-05")).ShouldBeNull();
        period.StartOf(1, 1).ShouldBe(Day("2026-01-01"));
        period.StartOf(2, 11).ShouldBe(Day("2026-09-01"));
    }

    private static DateOnly Day(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

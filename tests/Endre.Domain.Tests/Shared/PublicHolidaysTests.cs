using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Shared;

public sealed class PublicHolidaysTests
{
    // Easter Sundays of the published tables; 1943 and 2038 are as late and 1818 as early as it gets.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    public void Easter_is_where_the_tables_have_it(string sunday)
    {
        var day = DateOnly.Parse(sunday, System.Globalization.CultureInfo.InvariantCulture);
        PublicHolidays.EasterSunday(day.Year).ShouldBe(day);
    }

    [Fact]
    public void The_days_off_of_2026_are_those_of_the_calendar()
    {
        var days = Enumerable.Range(0, 365).Select(n => new DateOnly(2026, 1, 1).AddDays(n));
        days.Where(PublicHolidays.Contains)
            .Select(day => $"{day.Day}.{day.Month}")
            .ShouldBe(["1.1", "2.4", "3.4", "5.4", "6.4", "1.5", "14.5", "17.5", "24.5", "25.5", "25.12", "26.12"]);
    }
}

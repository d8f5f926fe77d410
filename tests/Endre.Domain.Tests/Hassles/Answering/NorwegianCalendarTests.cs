using Endre.Domain.Hassles.Answering;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Hassles.Answering;

public sealed class NorwegianCalendarTests
{
    [Fact]
    public void Nothing_of_july_counts_and_of_other_months_all_but_the_holidays()
    {
        Year(2026).Where(day => day.Month == 7).ShouldAllBe(day => !NorwegianCalendar.Counts(day));
        Year(2026)
            .Where(day => day.Month != 7)
            .ShouldAllBe(day => NorwegianCalendar.Counts(day) != PublicHolidays.Contains(day));
        NorwegianCalendar.Counts(new DateOnly(2026, 3, 7)).ShouldBeTrue("a Saturday counts");
        NorwegianCalendar.IsWorkingDay(new DateOnly(2026, 3, 7)).ShouldBeFalse("and no limit ends on it");
    }

    private static IEnumerable<DateOnly> Year(int year) =>
        Enumerable.Range(0, 365).Select(days => new DateOnly(year, 1, 1).AddDays(days));
}

using Endre.Documents.Calendars;

namespace Endre.Documents.Tests.Calendars;

public sealed class RuleDaysTests
{
    private static readonly DateOnly Far = new(2060, 1, 1);

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU", "2026-03-05", "2026-04-07 2026-05-05 2026-06-02")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU", "2026-03-03", "2026-03-03 2026-04-07 2026-05-05")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2026-03-05", "2026-03-18 2026-04-01 2026-04-15")]
    [InlineData("FREQ=WEEKLY;INTERVAL=4;BYDAY=TH", "2026-03-05", "2026-03-05 2026-04-02 2026-04-30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", "2026-03-05", "2026-03-15 2026-04-15 2026-05-15")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2027-01-30", "2027-01-30 2027-02-28 2027-03-30")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", "2028-01-29", "2028-01-29 2028-02-29 2028-03-29")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-01-31", "2028-01-31 2028-02-29 2028-03-31")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-03-05", "2028-02-29 2032-02-29 2036-02-29")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-03-05", "2026-03-31 2026-04-30 2026-05-29")]
    [InlineData("FREQ=DAILY;COUNT=1", "2026-03-05", "2026-03-05")]
    [InlineData("FREQ=DAILY;UNTIL=20260306", "2026-03-05", "2026-03-05 2026-03-06")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-03-05", "")]
    [InlineData("not a rule", "2026-03-05", "")]
    public void A_rule_gives_its_days(string rule, string from, string days) =>
        string.Join(' ', RuleDays.From(rule, Day(from), Far, 3).Select(day => $"{day:yyyy-MM-dd}")).ShouldBe(days);

    [Fact]
    public void It_gives_none_after_the_last_day() =>
        RuleDays.From("FREQ=WEEKLY;BYDAY=TU", Day("2026-03-03"), Day("2026-03-17"), 100).Count.ShouldBe(3);

    [Fact]
    public void Ten_years_by_the_day_are_counted() =>
        RuleDays.From("FREQ=DAILY", Day("2026-01-01"), Day("2035-12-31"), 7500).Count.ShouldBe(3652);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}

using Endre.Domain.Organizations.Absences;

namespace Endre.Domain.Tests.Organizations.Absences;

public sealed class AbsenceTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    [Theory]
    [InlineData(0, 5, null, null)]
    [InlineData(-10, 0, null, null)]
    [InlineData(3, 3, null, null)]
    [InlineData(0, 399, null, null)]
    [InlineData(0, 400, "AbsenceTooLong", "until")]
    [InlineData(5, 4, "AbsenceEndsBeforeStart", "until")]
    [InlineData(-5, -1, "AbsenceIsOver", "until")]
    [InlineData(null, 4, "AbsenceDayMissing", "since")]
    [InlineData(4, null, "AbsenceDayMissing", "until")]
    public void A_time_away_is_one_that_can_be(int? since, int? until, string? reason, string? field)
    {
        var decision = Absence.Of(Day(since), Day(until), Today);
        (decision.Refusal?.Reason, decision.Refusal?.Field).ShouldBe((reason, field));
    }

    [Fact]
    public void The_first_and_the_last_day_are_both_in()
    {
        var absence = new Absence(Today, Today.AddDays(2));
        Enumerable
            .Range(-1, 5)
            .Select(days => absence.Covers(Today.AddDays(days)))
            .ShouldBe([false, true, true, true, false]);
    }

    private static DateOnly? Day(int? days) => days is { } known ? Today.AddDays(known) : null;
}

using System.Globalization;
using CsCheck;
using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.Tests.Hassles.Answering;

public sealed class AnswerLimitTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 36_000]
        .Select(days => new DateOnly(2000, 1, 1).AddDays(days));
    private static readonly Gen<int> Days = Gen.Int[AnswerLimit.Shortest, AnswerLimit.Longest];

    [Theory]
    // An ordinary week: Monday and a week.
    [InlineData("2026-03-02", 7, "2026-03-09")]
    // Saturdays and Sundays count, and a limit that ends on one goes on to Monday.
    [InlineData("2026-03-07", 7, "2026-03-16")]
    // Easter 2026: Maundy Thursday 2 April to Easter Monday 6 April, four holidays that do not count.
    [InlineData("2026-03-30", 7, "2026-04-10")]
    // May 2026: 1 May; Ascension Day 14 May; 17 May is a Sunday.
    [InlineData("2026-04-30", 1, "2026-05-04")]
    [InlineData("2026-05-13", 3, "2026-05-18")]
    // Whit Monday 25 May 2026.
    [InlineData("2026-05-22", 1, "2026-05-26")]
    // Christmas: 25 and 26 December do not count, nor 1 January.
    [InlineData("2026-12-23", 7, "2027-01-04")]
    // July is nobody's response time.
    [InlineData("2026-06-29", 7, "2026-08-06")]
    [InlineData("2026-07-14", 1, "2026-08-03")]
    public void The_limit_is_worked_out_as_people_count(string from, int days, string due) =>
        new AnswerLimit(days).EndsOn(Read(from)).ShouldBe(Read(due));

    [Fact]
    public void A_limit_comes_after_the_day_and_never_ends_on_a_day_off() =>
        Gen.Select(Day, Days)
            .Sample(
                (from, days) =>
                {
                    var due = new AnswerLimit(days).EndsOn(from);
                    return due >= from.AddDays(days) && NorwegianCalendar.IsWorkingDay(due);
                }
            );

    [Fact]
    public void Who_waits_longer_or_has_more_days_never_has_an_earlier_limit() =>
        Gen.Select(Day, Days, Gen.Int[0, 40])
            .Sample(
                (from, days, later) =>
                {
                    var due = new AnswerLimit(days).EndsOn(from);
                    return new AnswerLimit(days).EndsOn(from.AddDays(later)) >= due
                        && new AnswerLimit(Math.Min(days + later, AnswerLimit.Longest)).EndsOn(from) >= due;
                }
            );

    [Theory]
    [InlineData(1, null)]
    [InlineData(60, null)]
    [InlineData(0, "AnswerLimitOutOfRange")]
    [InlineData(61, "AnswerLimitOutOfRange")]
    [InlineData(null, "AnswerLimitOutOfRange")]
    public void An_organization_chooses_from_one_to_sixty(int? days, string? reason)
    {
        var refusal = AnswerLimit.Default.Choose(days, out var chosen);
        refusal?.Reason.ShouldBe(reason);
        chosen.Days.ShouldBe(reason is null ? days!.Value : 7);
        if (refusal is not null)
        {
            refusal.Field.ShouldBe("days");
            refusal.Details.ShouldBe(["1", "60"]);
        }
    }

    private static DateOnly Read(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

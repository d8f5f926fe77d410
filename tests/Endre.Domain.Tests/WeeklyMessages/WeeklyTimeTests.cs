using System.Globalization;
using Endre.Domain.WeeklyMessages;

namespace Endre.Domain.Tests.WeeklyMessages;

public sealed class WeeklyTimeTests
{
    [Theory]
    [InlineData("2026-03-16 07:29", null)]
    [InlineData("2026-03-16 07:30", "2026-03-16")]
    [InlineData("2026-03-18 12:00", "2026-03-16")]
    [InlineData("2026-03-18 06:00", null)]
    [InlineData("2026-03-21 12:00", null)] // a Saturday
    [InlineData("2026-04-06 08:00", null)] // Easter Monday
    [InlineData("2026-04-07 08:00", "2026-04-06")]
    [InlineData("2026-06-30 08:00", "2026-06-29")]
    [InlineData("2026-07-13 08:00", null)]
    [InlineData("2026-08-03 08:00", "2026-08-03")]
    public void Monday_at_half_past_seven_or_the_next_working_day(string now, string? week) =>
        WeeklyTime.Default.WeekComeBy(At(now)).ShouldBe(Day(week));

    [Theory]
    [InlineData("2026-03-26 14:30", "2026-03-16")]
    [InlineData("2026-03-27 14:29", null)]
    [InlineData("2026-03-27 14:30", "2026-03-23")]
    [InlineData("2026-04-07 14:30", "2026-03-30")] // Good Friday's message, on the Tuesday
    public void A_leader_chooses_day_and_hour(string now, string? week) =>
        new WeeklyTime(DayOfWeek.Friday, 14).WeekComeBy(At(now)).ShouldBe(Day(week));

    [Theory]
    [InlineData(0, 8, "WeeklyDayUnknown")]
    [InlineData(6, 8, "WeeklyDayUnknown")]
    [InlineData(null, 8, "WeeklyDayUnknown")]
    [InlineData(1, 6, "WeeklyHourOutOfRange")]
    [InlineData(1, 16, "WeeklyHourOutOfRange")]
    [InlineData(1, null, "WeeklyHourOutOfRange")]
    [InlineData(5, 15, null)]
    public void Only_working_hours_can_be_chosen(int? day, int? hour, string? refusal) =>
        WeeklyTime.Of(day, hour).Refusal?.Reason.ShouldBe(refusal);

    private static DateTime At(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

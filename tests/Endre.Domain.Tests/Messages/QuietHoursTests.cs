using Endre.Domain.Messages;

namespace Endre.Domain.Tests.Messages;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    [Theory]
    // Monday to Friday, at work.
    [InlineData("2026-03-02T08:00Z", "2026-03-02T08:00Z")]
    // 19:59 is not quiet, 20:00 is.
    [InlineData("2026-03-02T18:59Z", "2026-03-02T18:59Z")]
    [InlineData("2026-03-02T19:00Z", "2026-03-03T06:00Z")]
    // After midnight.
    [InlineData("2026-03-03T03:00Z", "2026-03-03T06:00Z")]
    // Friday evening waits for Monday.
    [InlineData("2026-03-06T20:00Z", "2026-03-09T06:00Z")]
    // The night to the last Sunday of March the clocks go forward: 07:00 is 05:00 in UTC.
    [InlineData("2026-03-27T20:00Z", "2026-03-30T05:00Z")]
    // Wednesday before Easter, in the evening: Maundy Thursday to Easter Monday are off.
    [InlineData("2026-04-01T19:00Z", "2026-04-07T05:00Z")]
    // 17 May 2026 is a Sunday; Whit Monday is the 25th.
    [InlineData("2026-05-22T18:30Z", "2026-05-26T05:00Z")]
    // Christmas Eve is a working day to the law; the two days after are not, and then there is a weekend.
    [InlineData("2026-12-24T19:00Z", "2026-12-28T06:00Z")]
    public void Mail_waits_for_the_first_morning_of_a_working_day(string now, string earliest) =>
        QuietHours.Standard.Earliest(At(now), Oslo).ShouldBe(At(earliest));

    [Fact]
    public void Whoever_works_at_night_sleeps_in_the_day()
    {
        QuietHours.Choose(new TimeOnly(8, 0), new TimeOnly(15, 30), alsoDaysOff: false, out var hours).ShouldBeNull();
        hours.Earliest(At("2026-03-02T22:00Z"), Oslo).ShouldBe(At("2026-03-02T22:00Z"));
        hours.Earliest(At("2026-03-07T09:00Z"), Oslo).ShouldBe(At("2026-03-07T14:30Z"));
    }

    [Fact]
    public void Whoever_wants_no_quiet_hours_has_none() =>
        QuietHours.Never.Earliest(At("2026-12-25T02:00Z"), Oslo).ShouldBe(At("2026-12-25T02:00Z"));

    [Fact]
    public void Quiet_until_an_hour_that_the_clocks_skip_ends_when_they_have_been_moved()
    {
        QuietHours.Choose(new TimeOnly(20, 0), new TimeOnly(2, 30), alsoDaysOff: false, out var hours).ShouldBeNull();
        hours.Earliest(At("2026-03-28T23:00Z"), Oslo).ShouldBe(At("2026-03-29T01:30Z"));
    }

    [Fact]
    public void What_is_not_given_or_never_ends_is_refused()
    {
        QuietHours.Choose(null, new TimeOnly(7, 0), true, out _)!.ShouldBe(new("QuietTimeMissing", "from"));
        QuietHours.Choose(new TimeOnly(7, 0), null, true, out _)!.ShouldBe(new("QuietTimeMissing", "until"));
        QuietHours
            .Choose(new TimeOnly(7, 0), new TimeOnly(7, 0), true, out var standard)!
            .ShouldBe(new("QuietAllDay", "until"));
        standard.ShouldBe(QuietHours.Standard);
    }

    [Fact]
    public void Every_hour_of_two_years_leads_to_one_that_is_not_quiet()
    {
        for (var now = At("2026-01-01T00:00Z"); now < At("2028-01-01T00:00Z"); now = now.AddHours(1))
        {
            var earliest = QuietHours.Standard.Earliest(now, Oslo);
            earliest.ShouldBeGreaterThanOrEqualTo(now);
            QuietHours.Standard.Earliest(earliest, Oslo).ShouldBe(earliest);
        }
    }

    private static DateTimeOffset At(string instant) =>
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}

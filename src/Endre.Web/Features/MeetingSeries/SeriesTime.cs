using System.Globalization;
using Endre.Documents.Calendars;
using Endre.Domain.Meetings.Series;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Web.Hosting;
using Endre.Web.Texts;

namespace Endre.Web.Features.MeetingSeries;

/// <summary>The clock on the wall, and the days that a rule gives.</summary>
internal sealed class SeriesTime(TimeProvider clock, Formats formats, Settings settings)
{
    // Twenty years by the day.
    private const int MostDays = 7500;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => formats.Day(Now);

    public TimeZoneInfo Zone => settings.TimeZone;

    public MeetingRecords.Hand Hand(Guid? personId) => new(personId, Now);

    /// <param name="also">What is stored in the same transaction; null for nothing.</param>
    public SeriesClock Clock(Func<EndreContext, SeriesAnswer, CancellationToken, Task>? also = null) =>
        also is null ? new SeriesClock(Today, Zone, Days) : new SeriesClock(Today, Zone, Days) { Also = also };

    /// <summary>The next days that a rule gives, for whoever has not stored it yet.</summary>
    public IReadOnlyList<DateOnly> Preview(string rule, DateOnly first, int most) =>
        RuleDays.From(rule, first, first.AddYears(5), most);

    public DateTimeOffset Instant(DateOnly day, TimeOnly time) => WallClock.ToInstant(day, time, Zone);

    public DateOnly DayOf(DateTimeOffset instant) => formats.Day(instant);

    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(formats.Local(instant).DateTime);

    /// <summary>A time as browsers send it, or as it is written here; else null.</summary>
    public static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact(
            typed?.Trim(),
            ["HH:mm", "H:mm", "HH.mm", "H.mm", "HHmm", "HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    private IReadOnlyList<DateOnly> Days(string rule, DateOnly first)
    {
        var to = (first > Today ? first : Today).AddDays(SeriesRules.DaysAhead);
        // One that comes rarely has its first day farther ahead than one plans.
        var days = RuleDays.From(rule, first, to, MostDays);
        return days.Count > 0 ? days : RuleDays.From(rule, first, first.AddYears(30), 1);
    }
}

using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace Endre.Documents.Calendars;

/// <summary>Times as the clock of a zone shows them; in UTC where calendars do not know the zone.</summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    private readonly string? _name =
        zone.HasIanaId && zone.Id != "UTC" && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Id) is not null
            ? zone.Id
            : null;

    public string Name => _name ?? "UTC";

    /// <summary>The description of the zone that must stand in a file; null for UTC, which needs none.</summary>
    /// <param name="earliest">The earliest time in the file.</param>
    public VTimeZone? Describe(DateTimeOffset earliest) =>
        _name is null ? null : VTimeZone.FromDateTimeZone(_name, earliest.UtcDateTime, includeHistoricalData: false);

    public CalDateTime Of(DateTimeOffset instant)
    {
        if (_name is null)
        {
            return Utc(instant);
        }
        var wall = TimeZoneInfo.ConvertTime(instant, zone);
        return new CalDateTime(wall.Year, wall.Month, wall.Day, wall.Hour, wall.Minute, wall.Second, _name);
    }

    /// <summary>The last second of a day.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var wall = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }

    public static CalDateTime Utc(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return new CalDateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, CalDateTime.UtcTzId);
    }
}

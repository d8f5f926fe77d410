namespace Endre.Domain.Meetings.Series;

/// <summary>From the clock on the wall to an instant, also in the two nights when the clock is changed.</summary>
public static class WallClock
{
    /// <summary>When it is this time on this day.</summary>
    /// <param name="day">The day, as it is for people there.</param>
    /// <param name="time">The time on the wall. One that the clock jumps over is as much later; one that comes twice is the first.</param>
    /// <param name="zone">Where.</param>
    /// <returns>The instant (UTC).</returns>
    public static DateTimeOffset ToInstant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var wall = day.ToDateTime(time);
        if (zone.IsInvalidTime(wall))
        {
            // Before the jump the offset was the smaller one: 02:30 that is not there becomes 03:30.
            var before = zone.GetUtcOffset(wall.AddHours(-3));
            return new DateTimeOffset(wall, before).ToUniversalTime();
        }
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}

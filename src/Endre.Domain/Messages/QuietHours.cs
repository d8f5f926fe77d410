using Endre.Domain.Shared;

namespace Endre.Domain.Messages;

/// <summary>When somebody wants no mail. What is written in the app is there meanwhile.</summary>
/// <param name="From">The time of day it becomes quiet, where the person lives.</param>
/// <param name="Until">The time of day it ends; earlier than <paramref name="From"/> when it lasts over midnight.</param>
/// <param name="AlsoDaysOff">Whether whole Saturdays, Sundays and public holidays are quiet too.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, bool AlsoDaysOff)
{
    // A day off is followed by a working day within a week and a half, also at Christmas and Easter.
    private const int MostSteps = 60;

    /// <summary>Those of whoever has chosen none: evenings, nights, weekends and public holidays.</summary>
    public static readonly QuietHours Standard = new(new TimeOnly(20, 0), new TimeOnly(7, 0), AlsoDaysOff: true);

    /// <summary>Never quiet: for whoever works when others sleep.</summary>
    public static readonly QuietHours Never = new(TimeOnly.MinValue, TimeOnly.MinValue, AlsoDaysOff: false);

    /// <summary>Whether some hour of every day is quiet.</summary>
    public bool HasHours => From != Until;

    /// <summary>Hours that a person chooses.</summary>
    /// <param name="from">When it becomes quiet; null when none was given.</param>
    /// <param name="until">When it ends; null when none was given.</param>
    /// <param name="alsoDaysOff">Whether days off are quiet too.</param>
    /// <param name="chosen">The hours; the standard ones when refused.</param>
    /// <returns>
    /// Null when they can be kept; <c>QuietTimeMissing</c> when one is not given, <c>QuietAllDay</c> when they are the same.
    /// Fields: <c>from</c>, <c>until</c>.
    /// </returns>
    public static Refusal? Choose(TimeOnly? from, TimeOnly? until, bool alsoDaysOff, out QuietHours chosen)
    {
        chosen = Standard;
        if (from is not { } begins)
        {
            return new Refusal("QuietTimeMissing", "from");
        }
        if (until is not { } ends)
        {
            return new Refusal("QuietTimeMissing", "until");
        }
        if (begins == ends)
        {
            return new Refusal("QuietAllDay", "until");
        }
        chosen = new QuietHours(begins, ends, alsoDaysOff);
        return null;
    }

    /// <summary>The first instant from now on at which mail may come.</summary>
    /// <param name="now">Now.</param>
    /// <param name="zone">Where the person lives.</param>
    public DateTimeOffset Earliest(DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var begun = local;
        for (var steps = 0; steps < MostSteps && IsQuiet(local); steps++)
        {
            local = NextEnd(local);
        }
        return local == begun ? now : Instant(local, zone);
    }

    private bool IsQuiet(DateTime local) => IsDayOff(local) || IsWithin(TimeOnly.FromDateTime(local));

    private bool IsDayOff(DateTime local) =>
        AlsoDaysOff
        && (
            local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || PublicHolidays.Contains(DateOnly.FromDateTime(local))
        );

    private bool IsWithin(TimeOnly time) => HasHours && time.IsBetween(From, Until);

    private DateTime NextEnd(DateTime local)
    {
        if (IsDayOff(local))
        {
            return local.Date.AddDays(1);
        }
        var end = local.Date + Until.ToTimeSpan();
        return end > local ? end : end.AddDays(1);
    }

    // An hour that the clocks skip in spring begins when they have been moved.
    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        var there = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(there, zone.GetUtcOffset(there)).ToUniversalTime();
    }
}

using System.Globalization;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Shared;

namespace Endre.Domain.WeeklyMessages;

/// <summary>When a leader wants the weekly message.</summary>
/// <param name="Day">Monday to Friday.</param>
/// <param name="Hour">The hour of the day, from <see cref="EarliestHour"/> to <see cref="LatestHour"/>; half past it.</param>
public sealed record WeeklyTime(DayOfWeek Day, int Hour)
{
    /// <summary>The earliest hour that can be chosen.</summary>
    public const int EarliestHour = 7;

    /// <summary>The latest hour that can be chosen.</summary>
    public const int LatestHour = 15;

    private const int DaysOfWeek = 7;
    private static readonly TimeSpan Half = TimeSpan.FromMinutes(30);

    /// <summary>Monday at half past seven, for whoever has not chosen.</summary>
    public static WeeklyTime Default { get; } = new(DayOfWeek.Monday, EarliestHour);

    /// <summary>The days that can be chosen.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } =
    [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The time of the day.</summary>
    public TimeOnly At => TimeOnly.FromTimeSpan(TimeSpan.FromHours(Hour) + Half);

    /// <summary>Checks what somebody chose.</summary>
    /// <param name="day">From 1 for Monday; null when none can be read.</param>
    /// <param name="hour">The hour; null when none can be read.</param>
    /// <returns>The time, or refused: <c>WeeklyDayUnknown</c> (field <c>day</c>), <c>WeeklyHourOutOfRange</c> (field <c>hour</c>).</returns>
    public static Decision<WeeklyTime> Of(int? day, int? hour) =>
        day is not { } weekday || weekday < 1 || weekday > Days.Count ? new Refusal("WeeklyDayUnknown", "day")
        : hour is not (>= EarliestHour and <= LatestHour)
            ? new Refusal(
                "WeeklyHourOutOfRange",
                "hour",
                EarliestHour.ToString(CultureInfo.InvariantCulture),
                LatestHour.ToString(CultureInfo.InvariantCulture)
            )
        : new WeeklyTime(Days[weekday - 1], hour.Value);

    /// <summary>The week whose message has come by now: the newest of them.</summary>
    /// <remarks>
    /// Where the chosen day is off, it comes on the next working day. Only the newest is ever due, so there is none in July and
    /// one after it, not five; a machine that was off when it should have come, or a leader who was away, gets it the next
    /// working day, at that hour or later.
    /// </remarks>
    /// <param name="now">The day and time it is for people here.</param>
    /// <returns>The Monday of the week; null on a day off, and before the hour.</returns>
    public DateOnly? WeekComeBy(DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        if (!NorwegianCalendar.IsWorkingDay(today) || TimeOnly.FromDateTime(now) < At)
        {
            return null;
        }
        var monday = today.AddDays(-AfterMonday(today.DayOfWeek));
        return AfterMonday(Day) <= AfterMonday(today.DayOfWeek) ? monday : monday.AddDays(-DaysOfWeek);
    }

    private static int AfterMonday(DayOfWeek day) => ((int)day + DaysOfWeek - 1) % DaysOfWeek;
}

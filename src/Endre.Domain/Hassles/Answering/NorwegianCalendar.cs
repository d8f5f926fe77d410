using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Answering;

/// <summary>
/// Which days count when somebody waits for an answer in Norway.
/// </summary>
public static class NorwegianCalendar
{
    private const int July = 7;

    /// <summary>
    /// Whether a day counts against the time somebody has. Saturdays and Sundays count as other days do; public holidays do
    /// not, and no day of July, which is the common holiday.
    /// </summary>
    /// <param name="day">The day.</param>
    public static bool Counts(DateOnly day) => day.Month != July && !PublicHolidays.Contains(day);

    /// <summary>Whether a limit may end on a day: one that counts, and no Saturday or Sunday.</summary>
    /// <param name="day">The day.</param>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Counts(day);

    /// <summary>The first working day that is not before a day.</summary>
    /// <param name="day">The day.</param>
    public static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>The last working day that is not after a day.</summary>
    /// <param name="day">The day.</param>
    public static DateOnly WorkingDayUntil(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }
        return day;
    }
}

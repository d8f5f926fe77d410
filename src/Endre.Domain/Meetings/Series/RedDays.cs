using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Series;

/// <summary>Days on which a meeting hardly finds anybody at work.</summary>
public static class RedDays
{
    private const int MostDaysOn = 10;

    /// <summary>What is wrong with a day.</summary>
    /// <param name="day">The day, as it is for people here.</param>
    /// <returns>Null on a day like any other.</returns>
    public static RedDay? Of(DateOnly day) =>
        PublicHolidays.Contains(day) ? RedDay.Holiday
        : day is { Month: 12, Day: 24 or 31 } ? RedDay.Eve
        : day.Month == 7 ? RedDay.July
        : IsWeekend(day) ? RedDay.Weekend
        : null;

    /// <summary>What is wrong with a day that a rule gave. A rule that names Saturday or Sunday means them.</summary>
    /// <param name="day">The day, as it is for people here.</param>
    /// <param name="rule">The rule of the series.</param>
    /// <returns>Null on a day like any other.</returns>
    public static RedDay? Of(DateOnly day, string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var found = Of(day);
        return found == RedDay.Weekend && MeetingRule.NamesWeekend(rule) ? null : found;
    }

    /// <summary>The next day on which people work: no holiday, no eve, no weekend. July is not jumped over.</summary>
    /// <param name="day">The day one would move from.</param>
    public static DateOnly NextWorkingDay(DateOnly day)
    {
        for (var ahead = 1; ahead <= MostDaysOn; ahead++)
        {
            var next = day.AddDays(ahead);
            if (!IsWeekend(next) && Of(next) is not (RedDay.Holiday or RedDay.Eve))
            {
                return next;
            }
        }
        return day.AddDays(1);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>Why a day is no good for a meeting.</summary>
public enum RedDay
{
    /// <summary>A public holiday.</summary>
    Holiday,

    /// <summary>Christmas Eve or New Year's Eve.</summary>
    Eve,

    /// <summary>July, when many are on holiday.</summary>
    July,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,
}

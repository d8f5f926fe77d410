using System.Collections.Immutable;
using Endre.Domain.Hassles;

namespace Endre.Domain.Insights.SmallGroups;

/// <summary>
/// The twelve months that are counted: the last four quarters that are over. What goes on now is left out, so that nobody
/// sees a number grow by one and knows who just spoke.
/// </summary>
/// <remarks>
/// A week belongs to the month of its Monday, since for the anonymous no day is stored; a month is over when its last week
/// is. Quarters are those of the calendar, so that the same months lie together whenever one looks.
/// </remarks>
/// <param name="From">The first day of the first month.</param>
/// <param name="AnsweredUntil">
/// The first day that is not counted for answers: answers are taken in month by month, also after the quarters.
/// </param>
public sealed record CountingPeriod(DateOnly From, DateOnly AnsweredUntil)
{
    /// <summary>How many months are counted.</summary>
    public const int Months = 12;

    private const int MonthsInQuarter = 3;

    /// <summary>From the coarsest to the finest: the whole period, quarters, months.</summary>
    public static ImmutableArray<SliceLevel> Levels { get; } =
    [SliceLevel.Whole(Months), SliceLevel.By(Months, MonthsInQuarter), SliceLevel.Each(Months)];

    /// <summary>The first day after the last month.</summary>
    public DateOnly Until => From.AddMonths(Months);

    /// <summary>The period as it is on a day.</summary>
    /// <param name="today">The day it is for people here.</param>
    public static CountingPeriod On(DateOnly today)
    {
        var monday = HassleRules.WeekOf(today);
        var running = new DateOnly(monday.Year, monday.Month, 1);
        var quarter = running.AddMonths(-((running.Month - 1) % MonthsInQuarter));
        return new CountingPeriod(quarter.AddMonths(-Months), running);
    }

    /// <summary>The month that a week is counted in, from 0; null when it is not counted.</summary>
    /// <param name="week">The Monday of the week.</param>
    public int? MonthOf(DateOnly week) =>
        week < From || week >= Until ? null : ((week.Year - From.Year) * Months) + week.Month - From.Month;

    /// <summary>The first day of a group of months.</summary>
    /// <param name="level">The level, an index into <see cref="Levels"/>.</param>
    /// <param name="group">The group at that level, from 0.</param>
    public DateOnly StartOf(int level, int group) => From.AddMonths(Levels[level].Groups.IndexOf(group));
}

using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Endre.Documents.Calendars;

/// <summary>Counts out which days a rule of RFC 5545 gives.</summary>
public static class RuleDays
{
    // A rule that gives nothing for so many steps never does: «30 February». Ten years of a rule by the day are fewer.
    private const int MostEmptySteps = 4000;

    /// <summary>The days that the rule gives, the first day only where the rule gives it.</summary>
    /// <param name="rule">The rule without <c>RRULE:</c>. One by the second, the minute or the hour is for whoever calls to refuse.</param>
    /// <param name="from">The first day it may give.</param>
    /// <param name="to">The last day it may give.</param>
    /// <param name="most">The most days.</param>
    /// <returns>In order, each once; none when it never comes, or cannot be read.</returns>
    public static IReadOnlyList<DateOnly> From(string rule, DateOnly from, DateOnly to, int most)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var days = new List<DateOnly>();
        try
        {
            var entry = new CalendarEvent
            {
                Start = new CalDateTime(from.Year, from.Month, from.Day),
                RecurrenceRule = new RecurrenceRule(rule),
            };
            var options = new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostEmptySteps };
            foreach (var occurrence in entry.GetOccurrences(startTime: null, options))
            {
                var day = occurrence.Period.StartTime.Date;
                if (day > to)
                {
                    break;
                }
                if (days.Count == 0 || day > days[^1])
                {
                    days.Add(day);
                }
                if (days.Count >= most)
                {
                    break;
                }
            }
        }
        catch (Exception fault)
            when (fault is ArgumentException or FormatException or EvaluationException or OverflowException)
        {
            // What was counted before it ran out stands.
        }
        return days;
    }
}

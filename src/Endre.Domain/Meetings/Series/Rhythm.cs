using System.Globalization;

namespace Endre.Domain.Meetings.Series;

/// <summary>How often a unit meets, as people say it. The day of the first meeting says the rest.</summary>
public enum Rhythm
{
    /// <summary>The same weekday of the month: the first Tuesday.</summary>
    MonthlyByWeekday,

    /// <summary>The same weekday every week.</summary>
    Weekly,

    /// <summary>Every other week.</summary>
    Fortnightly,

    /// <summary>Every fourth week.</summary>
    FourWeekly,

    /// <summary>The last such weekday of the month.</summary>
    MonthlyByLastWeekday,

    /// <summary>The same date of the month; the last day where a month is shorter.</summary>
    MonthlyByDate,

    /// <summary>Once.</summary>
    Once,

    /// <summary>By a rule of one's own.</summary>
    Own,
}

/// <summary>Between the rhythms that people choose and the rules that calendars read.</summary>
public static class RhythmRule
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The rule of a rhythm that begins on a day.</summary>
    /// <param name="rhythm">How often.</param>
    /// <param name="first">The day of the first meeting.</param>
    /// <returns>The rule without <c>RRULE:</c>; empty for a rule of one's own.</returns>
    public static string Of(Rhythm rhythm, DateOnly first)
    {
        var day = Days[(int)first.DayOfWeek];
        // A fifth one is not there every month; the last is. Never by the reader's culture: its minus is another sign.
        var week = (first.Day - 1) / 7;
        var place = week == 4 ? "-1" : (week + 1).ToString(CultureInfo.InvariantCulture);
        return rhythm switch
        {
            Rhythm.MonthlyByWeekday => $"FREQ=MONTHLY;BYDAY={place}{day}",
            Rhythm.Weekly => $"FREQ=WEEKLY;BYDAY={day}",
            Rhythm.Fortnightly => $"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
            Rhythm.FourWeekly => $"FREQ=WEEKLY;INTERVAL=4;BYDAY={day}",
            Rhythm.MonthlyByLastWeekday => $"FREQ=MONTHLY;BYDAY=-1{day}",
            Rhythm.MonthlyByDate => first.Day switch
            {
                31 => "FREQ=MONTHLY;BYMONTHDAY=-1",
                30 => "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
                29 => "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1",
                _ => $"FREQ=MONTHLY;BYMONTHDAY={first.Day}",
            },
            Rhythm.Once => "FREQ=DAILY;COUNT=1",
            _ => "",
        };
    }

    /// <summary>The rhythm of a rule; <see cref="Rhythm.Own"/> where it is none that people choose.</summary>
    /// <param name="rule">As it is stored.</param>
    /// <param name="first">The day of the first meeting.</param>
    public static Rhythm Read(string rule, DateOnly first) =>
        Enum.GetValues<Rhythm>()
            .Where(rhythm => rhythm != Rhythm.Own)
            .Select(rhythm => (Rhythm?)rhythm)
            .FirstOrDefault(rhythm => Of(rhythm!.Value, first) == rule)
        ?? Rhythm.Own;

    /// <summary>Whether a rule gives one meeting only.</summary>
    /// <param name="rule">As it is stored.</param>
    public static bool IsOnce(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Split(';').Contains("COUNT=1");
    }
}

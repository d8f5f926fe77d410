using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Measures;

/// <summary>Days as spreadsheets and people write them: <c>2.3.2026</c>, <c>2026-03-02</c>, <c>2026-03-02 14:05</c>, <c>2026-W10</c>.</summary>
public static class TypedDay
{
    private const int LongestShown = 20;

    private static readonly string[] Days = ["yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "d.M.yy"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss"];

    /// <summary>Reads a day, perhaps with a time.</summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="day">The day; the Monday of a week; null when refused.</param>
    /// <param name="time">The time; null when there is none.</param>
    /// <returns>Null when it is read; otherwise <c>DayMissing</c> or <c>DayUnreadable</c> (field <c>day</c>).</returns>
    public static Refusal? Read(string? typed, out DateOnly? day, out TimeOnly? time)
    {
        (day, time) = (null, null);
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return new Refusal("DayMissing", "day");
        }
        if (Week(text) is { } monday)
        {
            day = monday;
            return null;
        }
        var parts = text.Split([' ', 'T'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (
            parts.Length > 0
            && DateOnly.TryParseExact(parts[0], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && (parts.Length == 1 || Time(parts[1], out time))
        )
        {
            day = read;
            return null;
        }
        return new Refusal("DayUnreadable", "day", text.Length > LongestShown ? $"{text[..LongestShown]}…" : text);
    }

    private static bool Time(string text, out TimeOnly? time)
    {
        var isRead = TimeOnly.TryParseExact(
            text.TrimEnd('Z'),
            Times,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var read
        );
        time = isRead && read != TimeOnly.MinValue ? read : null;
        return isRead;
    }

    private static DateOnly? Week(string text) =>
        text is [_, _, _, _, '-', 'W' or 'w', _, _]
        && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(text[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var week)
        && year is >= 1 and <= 9998
        && week >= 1
        && week <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday))
            : null;
}

using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Series;

/// <summary>
/// Which rules of RFC 5545 a series may have: at most one meeting a day, nothing within a day, nothing that never comes.
/// What the rule means on the calendar is counted elsewhere; here it is only read.
/// </summary>
public static class MeetingRule
{
    /// <summary>The most characters.</summary>
    public const int LongestRule = 200;

    private const int MostInterval = 366;
    private const int MostCount = 1000;

    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] Frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
    private static readonly string[] Known =
    [
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "BYDAY",
        "BYMONTHDAY",
        "BYMONTH",
        "BYSETPOS",
        "WKST",
    ];

    /// <summary>Reads a rule, with or without <c>RRULE:</c> before it, in large or small letters.</summary>
    /// <param name="typed">As it came from outside.</param>
    /// <param name="rule">The rule as it is stored, or an empty text when refused.</param>
    /// <returns>
    /// Null when a series may have it; otherwise, at the field <c>rule</c>: <c>RuleMissing</c>, <c>RuleTooLong</c>,
    /// <c>RuleTooOften</c> (more than once a day), or <c>RuleUnreadable</c> with the part that cannot be used.
    /// </returns>
    public static Refusal? Read(string? typed, out string rule)
    {
        rule = "";
        var text = (typed ?? "").Trim().ToUpperInvariant();
        if (text.StartsWith("RRULE:", StringComparison.Ordinal))
        {
            text = text["RRULE:".Length..].Trim();
        }
        if (text.Length == 0)
        {
            return new Refusal("RuleMissing", "rule");
        }
        if (text.Length > LongestRule)
        {
            return new Refusal("RuleTooLong", "rule", LongestRule.ToString(CultureInfo.InvariantCulture));
        }
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.TrimEnd(';').Split(';'))
        {
            if (part.Split('=') is not [var name, var value] || !Known.Contains(name) || !parts.TryAdd(name, value))
            {
                return
                    part.StartsWith("BYHOUR", StringComparison.Ordinal)
                    || part.StartsWith("BYMINUTE", StringComparison.Ordinal)
                    || part.StartsWith("BYSECOND", StringComparison.Ordinal)
                    ? new Refusal("RuleTooOften", "rule")
                    : Unreadable(part);
            }
        }
        if (Fault(parts) is { } fault)
        {
            return fault;
        }
        rule = text.TrimEnd(';');
        return null;
    }

    /// <summary>Whether a rule names Saturday or Sunday.</summary>
    /// <param name="rule">As it is stored.</param>
    public static bool NamesWeekend(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Split(';')
            .Any(part =>
                part.StartsWith("BYDAY=", StringComparison.Ordinal)
                && part["BYDAY=".Length..]
                    .Split(',')
                    .Any(day =>
                        day.EndsWith("SA", StringComparison.Ordinal) || day.EndsWith("SU", StringComparison.Ordinal)
                    )
            );
    }

    private static Refusal? Fault(Dictionary<string, string> parts)
    {
        var frequency = parts.GetValueOrDefault("FREQ", "");
        if (frequency is "HOURLY" or "MINUTELY" or "SECONDLY")
        {
            return new Refusal("RuleTooOften", "rule");
        }
        if (!Frequencies.Contains(frequency))
        {
            return Unreadable($"FREQ={frequency}");
        }
        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL"))
        {
            return Unreadable("COUNT, UNTIL");
        }
        foreach (var (name, value) in parts)
        {
            if (name != "FREQ" && !IsRight(name, value, frequency))
            {
                return Unreadable($"{name}={value}");
            }
        }
        return null;
    }

    private static bool IsRight(string name, string value, string frequency) =>
        name switch
        {
            "INTERVAL" => IsNumber(value, 1, MostInterval),
            "COUNT" => IsNumber(value, 1, MostCount),
            "UNTIL" => IsUntil(value),
            "WKST" => Days.Contains(value),
            "BYDAY" => All(value, day => IsDay(day, frequency)),
            "BYMONTHDAY" => frequency != "WEEKLY" && All(value, day => IsNumber(day, -31, 31)),
            "BYMONTH" => All(value, month => IsNumber(month, 1, 12)),
            _ => All(value, place => IsNumber(place, -366, 366)),
        };

    // «1TU» is the first Tuesday; a number has a meaning by month and by year only.
    private static bool IsDay(string day, string frequency) =>
        day.Length >= 2
        && Days.Contains(day[^2..])
        && (day.Length == 2 || (frequency is "MONTHLY" or "YEARLY" && IsNumber(day[..^2], -53, 53)));

    private static bool IsUntil(string value) =>
        DateTime.TryParseExact(
            value,
            ["yyyyMMdd", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static bool All(string value, Func<string, bool> isRight) =>
        value.Split(',') is { Length: <= 31 } each && each.All(isRight);

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number != 0
        && number >= least
        && number <= most;

    private static Refusal Unreadable(string part) => new("RuleUnreadable", "rule", part);
}

using System.Globalization;
using Endre.Domain.Meetings.Series;
using Endre.Web.Texts;

namespace Endre.Web.Features.MeetingSeries;

/// <summary>A rule in plain words: «Første tirsdag hver måned».</summary>
internal sealed class RhythmWords(Texts<MeetingSeriesTexts> texts)
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public string Of(string rule, DateOnly first) =>
        RhythmRule.Read(rule, first) switch
        {
            Rhythm.Own => OfOwn(rule),
            Rhythm.MonthlyByWeekday => texts[$"Words_Weekday{PlaceIn(rule)}", Day(first)],
            Rhythm.MonthlyByDate when first.Day > 28 => texts[
                first.Day == 31 ? "Words_LastDay" : "Words_DateOrLast",
                first.Day
            ],
            Rhythm.MonthlyByDate => texts["Words_Date", first.Day],
            var rhythm => texts[$"Words_{rhythm}", Day(first)],
        };

    // The commonest of those one may type; any other is shown as it is.
    private string OfOwn(string rule)
    {
        var parts = rule.Split(';')
            .Select(part => part.Split('='))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var every = int.Parse(parts.GetValueOrDefault("INTERVAL", "1"), CultureInfo.InvariantCulture);
        return parts.GetValueOrDefault("FREQ") switch
        {
            "DAILY" when parts.Count == 1 => texts["Words_Daily"],
            "WEEKLY" when parts.Keys.All(key => key is "FREQ" or "INTERVAL" or "BYDAY") && parts.ContainsKey("BYDAY") =>
                every == 1
                    ? texts["Words_WeeklyOn", Named(parts["BYDAY"])]
                    : texts["Words_EveryWeeksOn", every, Named(parts["BYDAY"])],
            _ => texts["Words_Own", rule],
        };
    }

    private static int PlaceIn(string rule) => rule.Contains("BYDAY=-1", StringComparison.Ordinal) ? 5 : rule[^3] - '0';

    private string Named(string days) =>
        string.Join(", ", days.Split(',').Select(day => DayNames.GetDayName((DayOfWeek)Array.IndexOf(Days, day))));

    private static DateTimeFormatInfo DayNames => CultureInfo.CurrentCulture.DateTimeFormat;

    private static string Day(DateOnly first) => DayNames.GetDayName(first.DayOfWeek);
}

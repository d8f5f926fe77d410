using System.Globalization;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Measures.Shared;

/// <summary>Numbers, days and what they say, in the language of the request.</summary>
internal sealed class MeasureWords(Texts<MeasureTexts> texts, Formats formats)
{
    private const int LeastSpelled = 5;
    private const int MostSpelled = 12;

    /// <summary>The one sentence that matters, in words that a caretaker understands.</summary>
    public string Story(Measure measure, MeasureReading reading)
    {
        var story = reading.Story;
        return story.Kind switch
        {
            StoryKind.TooFew => texts.Count("TooFew", story.Count),
            StoryKind.Run => Run(measure, reading, story),
            StoryKind.Trend => texts[
                story.IsUp ? "Rising" : "Falling",
                Spelled(story.Count, measure.Rhythm, story.HasHoles)
            ],
            _ => texts[$"Story_{story.Kind}"],
        };
    }

    /// <summary>A value in the curve, with its unit.</summary>
    public string Value(Measure measure, decimal value) =>
        measure.Type switch
        {
            MeasureType.Proportion => texts["Percent", Number(value)],
            MeasureType.Minutes => texts["MinutesOf", Number(value)],
            MeasureType.Days => texts["DaysOf", Number(value)],
            _ => measure.Wording.Unit.Length > 0 ? $"{Number(value)} {measure.Wording.Unit}" : Number(value),
        };

    /// <summary>What was counted: <c>12 av 40 (30 %)</c>.</summary>
    public string Counted(Measure measure, Amount? amount) =>
        amount is null ? texts["Missing"]
        : amount.OutOf is { } all ? texts["OutOf", Exact(amount.Number), Exact(all), Value(measure, amount.Value)]
        : Value(measure, amount.Number);

    /// <summary>What was counted, in a table that says once of what.</summary>
    public string Cell(Measure measure, Amount? amount) =>
        measure.Type == MeasureType.Count && amount is not null ? Exact(amount.Number) : Counted(measure, amount);

    /// <summary>A number of the curve: at most two decimals.</summary>
    public static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>A number as it was counted.</summary>
    public static string Exact(decimal value) => value.ToString("#,0.####", CultureInfo.CurrentCulture);

    /// <summary>A number as it stands in a field.</summary>
    public static string? Field(decimal? value) => value?.ToString("0.####", CultureInfo.CurrentCulture);

    /// <summary>The day, or the week, or the day and time of a number.</summary>
    public string Day(Measure measure, DateOnly on, TimeOnly? at) => Day("WeekOf", measure, on, at);

    /// <summary>The same within a sentence.</summary>
    public string DayWithin(Measure measure, DateOnly on, TimeOnly? at) => Day("InWeekOf", measure, on, at);

    /// <summary>A day in words.</summary>
    public string Date(DateOnly on) => formats.Date(on);

    /// <summary>A day of digits alone, for drawings.</summary>
    public static string DigitDay(DateOnly on) =>
        on.ToString(Language.Current == Language.English ? "yyyy-MM-dd" : "dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>By which rules it was read, with their source.</summary>
    public string RulesOf(RunChartRules rules) => texts[$"ReadBy_{rules}"];

    private string Day(string week, Measure measure, DateOnly on, TimeOnly? at) =>
        measure.Rhythm == MeasureRhythm.Weekly
            ? texts[week, ISOWeek.GetWeekOfYear(on.ToDateTime(TimeOnly.MinValue)), DigitDay(on)]
        : at is { } time ? texts["DayAt", formats.Date(on), time.ToString("HH:mm", CultureInfo.InvariantCulture)]
        : formats.Date(on);

    private string Run(Measure measure, MeasureReading reading, MeasureStory story)
    {
        var many = Spelled(story.Count, measure.Rhythm, story.HasHoles);
        var key = story.IsBetter switch
        {
            true => "RunBetter",
            false => "RunWorse",
            _ => story.IsUp ? "RunAbove" : "RunBelow",
        };
        if (story.IsNow)
        {
            return texts[key, many];
        }
        var (first, last) = (reading.Series.Points[story.First], reading.Series.Points[story.Last]);
        return texts[$"{key}Then", many, formats.Date(first.On), formats.Date(last.On)];
    }

    // Where a place in between is missing or on the median, they are as many numbers, but not as many weeks.
    private string Spelled(int count, MeasureRhythm rhythm, bool hasHoles)
    {
        var what = hasHoles || rhythm == MeasureRhythm.PerEvent ? "Numbers" : $"{rhythm}";
        var many = count is >= LeastSpelled and <= MostSpelled
            ? texts[$"Spelled{count}"]
            : count.ToString(CultureInfo.CurrentCulture);
        return $"{many} {texts[$"Many_{what}"]}";
    }
}

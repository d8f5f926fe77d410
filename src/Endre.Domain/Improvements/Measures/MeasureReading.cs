using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Improvements.Measures;

/// <summary>What the numbers of a measure say.</summary>
/// <param name="Series">The numbers.</param>
/// <param name="Chart">Their run chart; null when there is no number.</param>
/// <param name="Baseline">How many places belong to the frozen baseline; null when there is none.</param>
/// <param name="Story">The one thing to say.</param>
public sealed record MeasureReading(MeasureSeries Series, RunChart? Chart, int? Baseline, MeasureStory Story)
{
    private const int PerlaShift = 6;

    /// <summary>Reads the numbers of a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="measurements">All its measurements, in any order.</param>
    public static MeasureReading Of(Measure measure, IEnumerable<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var series = MeasureSeries.Of(measure, measurements);
        int? baseline = measure.Baseline is { } frozen ? series.CountUntil(frozen.Until) : null;
        if (
            series.Values.All(value => value is null)
            || RunChart.Read(series.Values, measure.Rules, measure.Baseline?.Median, out var chart) is not null
        )
        {
            return new MeasureReading(series, Chart: null, baseline, new MeasureStory(StoryKind.NoNumbers));
        }
        return new MeasureReading(series, chart, baseline, StoryOf(measure, chart!, baseline));
    }

    private static MeasureStory StoryOf(Measure measure, RunChart chart, int? baseline)
    {
        if (!chart.SaysSomething)
        {
            return new MeasureStory(StoryKind.TooFew) { Count = RunChart.FewestUseful - chart.Useful };
        }
        if (chart.Signals.Count == 0)
        {
            return new MeasureStory(StoryKind.MayBeChance);
        }
        // What is true of the last numbers is what people ask about.
        var last = chart.Signals.Where(signal => signal.IsUp is not null).MaxBy(signal => signal.Last);
        return last is null ? new MeasureStory(StoryKind.NotChance)
            : last.Kind == RunSignalKind.Trend ? Of(StoryKind.Trend, last, last.First!.Value, last.Count, chart)
            : RunOf(measure, chart, last, baseline);
    }

    private static MeasureStory RunOf(Measure measure, RunChart chart, RunSignal run, int? baseline)
    {
        if (baseline is { } count)
        {
            var after = Enumerable
                .Range(run.First!.Value, run.Last!.Value - run.First.Value + 1)
                .Where(at => at >= count && chart.Values[at] is { } value && value != chart.Median)
                .ToList();
            // Only what came after the baseline can be better or worse than it, and must be long enough by itself.
            var enough = measure.Rules == RunChartRules.Perla ? PerlaShift : chart.Limits!.LongestRun + 1;
            if (after.Count >= enough)
            {
                return Of(StoryKind.Run, run, after[0], after.Count, chart) with
                {
                    IsBetter = run.IsUp == measure.IsUpBetter,
                };
            }
        }
        return Of(StoryKind.Run, run, run.First!.Value, run.Count, chart);
    }

    private static MeasureStory Of(StoryKind kind, RunSignal signal, int first, int count, RunChart chart) =>
        new(kind)
        {
            First = first,
            Last = signal.Last!.Value,
            Count = count,
            IsUp = signal.IsUp!.Value,
            HasHoles = signal.Last.Value - first + 1 != count,
            IsNow = !chart.Runs.Any(run => run.First > signal.Last.Value),
        };
}

/// <summary>What to say of the numbers.</summary>
/// <param name="Kind">Which kind of thing.</param>
public sealed record MeasureStory(StoryKind Kind)
{
    /// <summary>Where it begins among the places, from 0.</summary>
    public int First { get; init; }

    /// <summary>Where it ends.</summary>
    public int Last { get; init; }

    /// <summary>How many in a row; of <see cref="StoryKind.TooFew"/>: how many useful ones are missing.</summary>
    public int Count { get; init; }

    /// <summary>Whether it is above the median, or rising.</summary>
    public bool IsUp { get; init; }

    /// <summary>Whether a place within it is missing or on the median, so that it is not as many weeks in a row.</summary>
    public bool HasHoles { get; init; }

    /// <summary>Whether it lasts until the last number.</summary>
    public bool IsNow { get; init; }

    /// <summary>Whether it is better than the baseline; null where nothing of the kind may be said.</summary>
    public bool? IsBetter { get; init; }
}

/// <summary>Which kind of thing a series says.</summary>
public enum StoryKind
{
    /// <summary>There is no number.</summary>
    NoNumbers,

    /// <summary>There are too few.</summary>
    TooFew,

    /// <summary>It may be chance.</summary>
    MayBeChance,

    /// <summary>Many in a row on one side.</summary>
    Run,

    /// <summary>Many in a row that rise, or fall.</summary>
    Trend,

    /// <summary>More than chance, without a place for it.</summary>
    NotChance,
}

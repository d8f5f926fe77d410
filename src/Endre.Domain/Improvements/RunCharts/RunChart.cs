using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.RunCharts;

/// <summary>
/// Rundiagram: values in the order of time around their median, and what says that they are more than chance. A point on
/// the median is no useful observation: it is skipped, and neither breaks a run nor adds to it.
/// </summary>
public sealed record RunChart
{
    /// <summary>The most values.</summary>
    public const int MostValues = 1_000;

    /// <summary>The largest size of a value.</summary>
    public const double LargestValue = 1e12;

    /// <summary>The fewest useful observations that anything is said of.</summary>
    public const int FewestUseful = 10;

    private RunChart(IReadOnlyList<double?> values, RunChartRules rules, double? median)
    {
        Values = values;
        Rules = rules;
        Median = median;
    }

    /// <summary>The values in the order of time; null where one is missing, which is not zero.</summary>
    public IReadOnlyList<double?> Values { get; }

    /// <summary>By which rules it is read.</summary>
    public RunChartRules Rules { get; }

    /// <summary>The line in the middle; null when there is no value.</summary>
    public double? Median { get; }

    /// <summary>How many values are not exactly on the median.</summary>
    public required int Useful { get; init; }

    /// <summary>The runs: useful observations in a row on the same side of the median.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }

    /// <summary>The limits for this many useful observations; null under <see cref="FewestUseful"/>.</summary>
    public required RunLimits? Limits { get; init; }

    /// <summary>What is more than chance, by the rules; empty when nothing is, or when too little is known.</summary>
    public required IReadOnlyList<RunSignal> Signals { get; init; }

    /// <summary>How many useful observations the longest run has; 0 when there is none.</summary>
    public int LongestRun => Runs.Count == 0 ? 0 : Runs.Max(run => run.Length);

    /// <summary>How often the line between two useful observations crosses the median.</summary>
    public int Crossings => Math.Max(0, Runs.Count - 1);

    /// <summary>Whether there are enough useful observations to say anything.</summary>
    public bool SaysSomething => Limits is not null;

    /// <summary>Reads values.</summary>
    /// <param name="values">In the order of time; null where one is missing. At most <see cref="MostValues"/>, each from −10¹² to 10¹².</param>
    /// <param name="rules">By which rules.</param>
    /// <param name="frozenMedian">A median that a baseline gave; null for the median of these values.</param>
    /// <param name="chart">The chart; null when refused.</param>
    /// <returns>
    /// Null when it is read; otherwise <c>ValuesMissing</c>, <c>TooManyValues</c> or <c>ValueOutOfRange</c> (field
    /// <c>values</c>).
    /// </returns>
    public static Refusal? Read(
        IReadOnlyList<double?> values,
        RunChartRules rules,
        double? frozenMedian,
        out RunChart? chart
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        chart = null;
        if (values.Count == 0)
        {
            return new Refusal("ValuesMissing", "values");
        }
        if (values.Count > MostValues)
        {
            return new Refusal("TooManyValues", "values", MostValues.ToString(CultureInfo.InvariantCulture));
        }
        foreach (var value in values)
        {
            if (value is { } there && !(Math.Abs(there) <= LargestValue))
            {
                return new Refusal("ValueOutOfRange", "values");
            }
        }
        chart = Of(values, rules, frozenMedian ?? MedianOf(values));
        return null;
    }

    /// <summary>The median of values: the one in the middle, or half way between the two in the middle.</summary>
    /// <param name="values">Any values; what is missing does not count.</param>
    /// <returns>Null when there is none.</returns>
    public static double? MedianOf(IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var known = new double[values.Count];
        var count = 0;
        foreach (var value in values)
        {
            if (value is { } there)
            {
                known[count++] = there;
            }
        }
        if (count == 0)
        {
            return null;
        }
        Array.Sort(known, 0, count);
        var upper = known[count / 2];
        return count % 2 == 1 ? upper : (known[(count / 2) - 1] + upper) / 2;
    }

    private static RunChart Of(IReadOnlyList<double?> values, RunChartRules rules, double? median)
    {
        var runs = median is { } middle ? Run.Of(values, middle) : [];
        var useful = 0;
        foreach (var run in runs)
        {
            useful += run.Length;
        }
        var limits = useful >= FewestUseful ? RunLimits.For(useful) : null;
        return new RunChart(values, rules, median)
        {
            Useful = useful,
            Runs = runs,
            Limits = limits,
            Signals =
                limits is null ? []
                : rules == RunChartRules.Perla ? PerlaRules.Signals(values, runs, limits)
                : AnhoejRules.Signals(runs, limits),
        };
    }
}

/// <summary>By which rules a run chart is read.</summary>
public enum RunChartRules
{
    /// <summary>
    /// Anhøj's two: an unusually long run, unusually few crossings (PLoS ONE 2014;9(11):e113825). About one false alarm in
    /// thirty charts of 24 points that are chance alone.
    /// </summary>
    Anhoej,

    /// <summary>
    /// Perla, Provost and Murray's: shift, trend, number of runs (BMJ Qual Saf 2011;20:46–51). Their fourth, the
    /// astronomical point, is a judgment, and no formula makes it.
    /// </summary>
    Perla,
}

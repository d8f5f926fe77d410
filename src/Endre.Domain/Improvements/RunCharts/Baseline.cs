using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.RunCharts;

/// <summary>Utgangspunkt: the values from before a change, whose median is frozen, so that what comes after is seen against it.</summary>
public static class Baseline
{
    /// <summary>Freezes the median of the first values.</summary>
    /// <param name="values">All values in the order of time.</param>
    /// <param name="count">How many of them are from before the change.</param>
    /// <param name="rules">By which rules the baseline must be chance alone.</param>
    /// <param name="median">The median that is frozen; null when refused.</param>
    /// <returns>
    /// Null when it is frozen; otherwise (field <c>baseline</c>) <c>BaselineOutOfRange</c> when there are not so many,
    /// <c>BaselineTooShort</c> when fewer than <see cref="RunChart.FewestUseful"/> are useful, <c>BaselineShowsSignal</c>
    /// when the baseline itself is more than chance; or what <see cref="RunChart.Read"/> says of the values.
    /// </returns>
    public static Refusal? Freeze(IReadOnlyList<double?> values, int count, RunChartRules rules, out double? median)
    {
        ArgumentNullException.ThrowIfNull(values);
        median = null;
        if (count < 1 || count > values.Count)
        {
            return new Refusal("BaselineOutOfRange", "baseline", values.Count.ToString(CultureInfo.InvariantCulture));
        }
        if (RunChart.Read([.. values.Take(count)], rules, null, out var before) is { } fault)
        {
            return fault;
        }
        if (!before!.SaysSomething)
        {
            return new Refusal(
                "BaselineTooShort",
                "baseline",
                before.Useful.ToString(CultureInfo.InvariantCulture),
                RunChart.FewestUseful.ToString(CultureInfo.InvariantCulture)
            );
        }
        if (before.Signals.Count > 0)
        {
            return new Refusal("BaselineShowsSignal", "baseline");
        }
        median = before.Median;
        return null;
    }
}

using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Tests.Improvements.RunCharts;

/// <summary>Worked examples that others have published.</summary>
public sealed class PublishedExamplesTests
{
    /// <summary>
    /// Anhøj and Wentzel-Larsen's crossrun vignette, figure 1 (CRAN): set.seed(32), 24 normal values, made again with R's
    /// generator and rounded. The longest run is observations 12–16, below the median.
    /// </summary>
    [Fact]
    public void The_longest_run_of_the_crossrun_vignette_is_where_its_authors_say()
    {
        double?[] values =
        [
            0.015,
            0.873,
            -1.028,
            0.686,
            0.449,
            0.407,
            0.285,
            -0.624,
            0.840,
            0.311,
            0.475,
            -0.100,
            0.204,
            -0.094,
            0.100,
            -0.268,
            1.346,
            -0.146,
            0.050,
            0.834,
            -0.291,
            -1.085,
            0.939,
            0.361,
        ];
        RunChart.Read(values, RunChartRules.Anhoej, frozenMedian: null, out var chart).ShouldBeNull();
        var longest = chart!.Runs.MaxBy(run => run.Length)!;
        (longest.First + 1, longest.Last + 1, longest.IsAbove).ShouldBe((12, 16, false));
        (chart.Useful, chart.LongestRun, chart.Crossings).ShouldBe((24, 5, 11));
        // Their limits for 24 observations: at most 8 in a row, at least 8 crossings.
        (chart.Limits!.LongestRun, chart.Limits.FewestCrossings).ShouldBe((8, 8));
        chart.Signals.ShouldBeEmpty();
    }
}

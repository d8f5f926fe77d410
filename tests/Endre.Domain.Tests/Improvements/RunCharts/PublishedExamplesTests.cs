using System.Globalization;
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

    /// <summary>
    /// Anhøj's vignette «Run charts with R» (CRAN, qicharts), figure 2: set.seed(9), 24 Poisson values around 16, the last 12
    /// replaced by values around 24, made with R 4.2. Two lie on the median; the longest run is 10 and there are 3 crossings, both
    /// past their limit of 7.
    /// </summary>
    [Fact]
    public void The_shift_in_the_vignette_of_qicharts_is_seen_by_both_rules()
    {
        var chart = Read("12 12 14 17 11 13 15 14 21 14 16 14 30 27 18 22 29 24 24 19 28 18 24 20");
        chart.Median.ShouldBe(18);
        ShouldSay(chart, useful: 22, (10, 7), (3, 7));
        KindsOf(chart).ShouldBe([RunSignalKind.LongRun, RunSignalKind.FewCrossings]);
    }

    /// <summary>
    /// The vignette of qicharts2 (CRAN), where it prints the summary of its first example: set.seed(19), 24 normal values, the last
    /// 12 moved by two standard deviations, around their mean. Its 13 and 8, 4 and 8.
    /// </summary>
    [Fact]
    public void The_summary_that_the_vignette_of_qicharts2_prints_is_ours()
    {
        var chart = Read(
            "-1.189 0.389 -0.344 -0.548 0.981 -0.237 0.810 -0.745 -0.260 -0.183 0.519 0.883 "
                + "1.001 2.535 1.876 4.119 0.487 2.255 3.505 1.610 2.579 2.210 2.944 0.173",
            center: 1.057091
        );
        ShouldSay(chart, useful: 24, (13, 8), (4, 8));
        KindsOf(chart).ShouldBe([RunSignalKind.LongRun, RunSignalKind.FewCrossings]);
    }

    /// <summary>
    /// The weekly costs of Montgomery's example 6.5 as qicharts2 has them in its own tests (ex_6.5_3.rds), around the mean of the
    /// first twenty, 300.5: a longest run of 6 and 20 crossings of 40 useful, and no signal.
    /// </summary>
    [Fact]
    public void Montgomerys_weekly_costs_are_chance_alone()
    {
        var chart = Read(
            "310 288 297 298 307 303 294 297 308 306 294 299 297 299 314 295 293 306 301 304 "
                + "305 282 305 296 314 295 287 301 298 311 310 292 305 299 304 310 304 305 333 328",
            center: 300.5
        );
        ShouldSay(chart, useful: 40, (6, 8), (20, 14));
        chart.Signals.ShouldBeEmpty();
    }

    /// <summary>
    /// Infections in the hospitals of the Capital Region of Denmark, 24 months from January 2015: cases and days, from
    /// www.esundhed.dk by way of qicharts2. Around all cases of all days, what qicharts2 says of them in its own tests
    /// (hai_2.rds, hai_3.rds).
    /// </summary>
    [Theory]
    [InlineData(
        "UTI, NOH",
        "65 58 67 71 52 42 53 52 50 45 50 50 42 50 57 56 63 52 53 64 52 49 61 48",
        "17764.62 15589.75 17199.08 16526.08 17257.38 16278.25 15891.13 16107.79 16048.63 16595.21 16196.71 15740.83 "
            + "16425.25 15214.54 16002 15769.25 16235.5 15807.29 15455.25 15401.75 15351.46 16198.04 15694.75 15445.92",
        10,
        7,
        new[] { RunSignalKind.LongRun, RunSignalKind.FewCrossings }
    )]
    [InlineData(
        "UTI, BOH",
        "1 0 2 0 3 7 7 7 9 5 4 8 4 1 8 8 11 8 6 7 5 9 11 7",
        "2262.625 2240.667 2113.5 2213.792 2273 2205.583 2098.708 1809.458 1932.167 2196.625 2157.708 2296.292 "
            + "2271.583 2307.292 2361.208 2189.458 2123.458 1958.25 2041.583 2153.25 2094.583 2104.25 1807.583 2125.917",
        6,
        7,
        new[] { RunSignalKind.FewCrossings }
    )]
    [InlineData(
        "UTI, HGH",
        "97 81 88 99 75 116 67 96 82 107 105 109 126 93 105 102 84 86 59 96 102 90 76 84",
        "22996.25 21320.33 23078.12 21699.08 21736.21 20845.04 19075.33 19714.38 20354.96 20977.54 20764.87 20793.71 "
            + "21738.37 20039.42 21483 20483.04 19355.29 18351.21 17284 17883.29 19039.04 19820.08 19668.38 18999.29",
        7,
        10,
        new RunSignalKind[0]
    )]
    [InlineData(
        "CDI, all six",
        "72 74 75 69 52 45 45 51 46 47 69 58 50 62 73 65 59 49 47 48 46 62 42 57",
        "102690.6 93460.88 102149.2 95147.96 98588 95000.96 86428 88625.96 93941.13 96145.71 95115.5 92736.42 "
            + "95611.25 90783.21 95958.42 94511 93146.08 90784.17 83655.04 86682 91137.67 93387.75 85798.58 85006.88",
        6,
        8,
        new RunSignalKind[0]
    )]
    public void Infections_in_danish_hospitals_are_read_as_qicharts2_reads_them(
        string which,
        string cases,
        string days,
        int longestRun,
        int crossings,
        RunSignalKind[] signals
    )
    {
        var (many, all) = (Numbers(cases), Numbers(days));
        double?[] rates = [.. many.Zip(all, (one, of) => (double?)(one / of))];
        RunChart.Read(rates, RunChartRules.Anhoej, many.Sum() / all.Sum(), out var chart).ShouldBeNull();
        ShouldSay(chart!, useful: 24, (longestRun, 8), (crossings, 8));
        KindsOf(chart!).ShouldBe(signals, which);
    }

    private static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static RunChart Read(string values, double? center = null)
    {
        double?[] read = [.. Numbers(values)];
        RunChart.Read(read, RunChartRules.Anhoej, center, out var chart).ShouldBeNull();
        return chart!;
    }

    private static IEnumerable<RunSignalKind> KindsOf(RunChart chart) =>
        chart.Signals.Select(signal => signal.Kind).Distinct();

    private static void ShouldSay(
        RunChart chart,
        int useful,
        (int Is, int Most) longestRun,
        (int Are, int Fewest) crossings
    )
    {
        chart.Useful.ShouldBe(useful);
        (chart.LongestRun, chart.Limits!.LongestRun).ShouldBe(longestRun);
        (chart.Crossings, chart.Limits.FewestCrossings).ShouldBe(crossings);
    }
}

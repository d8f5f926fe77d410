using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Tests.Improvements.RunCharts;

public sealed class RunLimitsTests
{
    // Useful observations: fewest and most runs, longest run, fewest crossings.
    private const string Table = """
        10 3 9 6 2
        11 4 9 6 2
        12 4 10 7 3
        13 4 11 7 3
        14 4 12 7 4
        15 5 12 7 4
        16 5 13 7 4
        17 6 13 7 5
        18 6 14 7 5
        19 6 15 7 6
        20 7 15 7 6
        21 7 16 7 6
        22 8 16 7 7
        23 8 17 8 7
        24 8 18 8 8
        25 9 18 8 8
        26 9 19 8 8
        27 10 19 8 9
        28 10 20 8 9
        29 10 21 8 10
        30 11 21 8 10
        31 11 22 8 11
        32 12 22 8 11
        33 12 23 8 11
        34 12 24 8 12
        35 13 24 8 12
        36 13 25 8 13
        37 14 25 8 13
        38 14 26 8 14
        39 14 26 8 14
        40 15 27 8 14
        41 15 28 8 15
        42 16 28 8 15
        43 16 29 8 16
        44 17 29 8 16
        45 17 30 8 17
        46 17 31 9 17
        47 18 31 9 17
        48 18 32 9 18
        49 19 32 9 18
        50 19 33 9 19
        51 20 33 9 19
        52 20 34 9 20
        53 20 35 9 20
        54 21 35 9 21
        55 21 36 9 21
        56 22 36 9 21
        57 22 37 9 22
        58 23 37 9 22
        59 23 38 9 23
        60 24 38 9 23
        """;

    [Fact]
    public void The_limits_are_those_of_the_table()
    {
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            int[] row = [.. line.Split(' ').Select(int.Parse)];
            var limits = RunLimits.For(row[0]);
            (limits.FewestRuns, limits.MostRuns, limits.LongestRun, limits.FewestCrossings).ShouldBe(
                (row[1], row[2], row[3], row[4]),
                $"{row[0]} useful observations"
            );
        }
    }

    [Fact]
    public void They_stand_for_as_many_values_as_a_chart_may_have()
    {
        var limits = RunLimits.For(RunChart.MostValues);
        limits.LongestRun.ShouldBe(13);
        limits.FewestCrossings.ShouldBeInRange(460, 500);
        (limits.FewestRuns + limits.MostRuns).ShouldBe(RunChart.MostValues + 2);
    }
}

using CsCheck;
using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Tests.Improvements.RunCharts;

public sealed class RunChartTests
{
    private static readonly Gen<int[]> AnySeries = Gen.Int[-20, 20].Array[1, 60];

    [Fact]
    public void The_median_of_an_even_number_lies_half_way_and_all_are_useful()
    {
        var chart = Read([4, 1, 3, 2]);
        chart.Median.ShouldBe(2.5);
        chart.Useful.ShouldBe(4);
        chart.LongestRun.ShouldBe(1);
        chart.Crossings.ShouldBe(3);
    }

    [Fact]
    public void A_point_on_the_median_neither_breaks_a_run_nor_adds_to_it()
    {
        var chart = Read([1, 2, 5, 5, 5, 3, 8, 9, 7]);
        chart.Median.ShouldBe(5);
        chart.Runs.ShouldBe([new Run(0, 5, 3, IsAbove: false), new Run(6, 8, 3, IsAbove: true)]);
        chart.Useful.ShouldBe(6);
    }

    [Fact]
    public void A_missing_value_is_missing_and_not_zero()
    {
        var chart = Read([10, null, 12, null, 14]);
        chart.Median.ShouldBe(12);
        chart.Useful.ShouldBe(2);
        Read([null, null]).Median.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_said_of_fewer_than_ten_useful_observations()
    {
        var few = Read([1, 1, 1, 1, 9, 9, 9, 9, 5], frozen: 5);
        few.Useful.ShouldBe(8);
        few.SaysSomething.ShouldBeFalse();
        few.Signals.ShouldBeEmpty();
        Read([1, 1, 1, 1, 1, 9, 9, 9, 9, 9], frozen: 5).SaysSomething.ShouldBeTrue();
    }

    [Fact]
    public void Eight_in_a_row_after_a_change_are_more_than_chance()
    {
        double?[] values = [12, 15, 11, 14, 13, 16, 12, 15, 8, 7, 9, 8, 6, 7, 9, 8];
        var chart = Read(values, frozen: 13.5);
        var signal = chart.Signals.First();
        signal.ShouldBe(new RunSignal(RunSignalKind.LongRun, 8, 15, 8, IsUp: false));
    }

    [Fact]
    public void One_side_and_then_the_other_crosses_too_seldom()
    {
        var chart = Read([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8]);
        chart.Signals.ShouldBe([new RunSignal(RunSignalKind.FewCrossings, null, null, 1, IsUp: null)]);
    }

    [Fact]
    public void Perla_sees_a_shift_of_six_a_trend_of_five_and_too_many_runs()
    {
        var shift = Read([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8], RunChartRules.Perla);
        shift
            .Signals.Select(signal => signal.Kind)
            .ShouldBe([RunSignalKind.Shift, RunSignalKind.Shift, RunSignalKind.FewRuns]);

        // The repeat of 4 is counted once and does not break the row.
        var trend = Read([5, 1, 7, 2, 3, 4, 4, 5, 6, 1, 7, 2], RunChartRules.Perla);
        trend.Signals.ShouldContain(new RunSignal(RunSignalKind.Trend, 3, 8, 5, IsUp: true));

        var zigzag = Read([1, 9, 1, 9, 1, 9, 1, 9, 1, 9], RunChartRules.Perla);
        zigzag.Signals.ShouldBe([new RunSignal(RunSignalKind.ManyRuns, null, null, 10, IsUp: null)]);
    }

    [Fact]
    public void Four_rising_points_are_no_trend()
    {
        var chart = Read([5, 1, 2, 3, 4, 1, 5, 2, 6, 1, 5, 2], RunChartRules.Perla);
        chart.Signals.ShouldNotContain(signal => signal.Kind == RunSignalKind.Trend);
    }

    [Theory]
    [InlineData(RunChartRules.Anhoej)]
    [InlineData(RunChartRules.Perla)]
    public void Turned_upside_down_it_says_the_same_the_other_way(RunChartRules rules) =>
        AnySeries.Sample(series =>
        {
            var chart = Read([.. series.Select(value => (double?)value)], rules);
            var turned = Read([.. series.Select(value => (double?)-value)], rules);
            turned
                .Signals.Select(signal => signal with { IsUp = signal.IsUp is { } up ? !up : null })
                .ShouldBe(chart.Signals);
            turned.Useful.ShouldBe(chart.Useful);
        });

    [Theory]
    [InlineData(RunChartRules.Anhoej)]
    [InlineData(RunChartRules.Perla)]
    public void Moved_or_in_another_unit_it_says_the_same(RunChartRules rules) =>
        Gen.Select(AnySeries, Gen.Int[-1000, 1000], Gen.Int[1, 50])
            .Sample(
                (series, moved, scaled) =>
                {
                    var chart = Read([.. series.Select(value => (double?)value)], rules);
                    Read([.. series.Select(value => (double?)(value + moved))], rules).Signals.ShouldBe(chart.Signals);
                    Read([.. series.Select(value => (double?)(value * scaled))], rules).Signals.ShouldBe(chart.Signals);
                }
            );

    [Fact]
    public void Backwards_it_has_as_many_runs_and_the_same_longest() =>
        AnySeries.Sample(series =>
        {
            var chart = Read([.. series.Select(value => (double?)value)]);
            var backwards = Read([.. series.Reverse().Select(value => (double?)value)]);
            (backwards.Useful, backwards.Crossings, backwards.LongestRun).ShouldBe(
                (chart.Useful, chart.Crossings, chart.LongestRun)
            );
            backwards.Signals.Count.ShouldBe(chart.Signals.Count);
        });

    // The rates that 20,000 series of pure noise gave, with the median of the same data, in percent.
    [Theory]
    [InlineData(10, 0.0, 8.6, 1.7, 10.0, 0.9)]
    [InlineData(12, 1.3, 11.1, 2.5, 13.2, 1.3)]
    [InlineData(16, 5.7, 16.0, 1.8, 21.4, 0.8)]
    [InlineData(20, 10.9, 21.0, 3.6, 30.8, 2.0)]
    [InlineData(24, 15.8, 25.8, 2.0, 37.5, 3.0)]
    [InlineData(30, 23.4, 31.6, 3.7, 48.4, 2.6)]
    [InlineData(36, 30.5, 37.2, 2.8, 56.6, 4.2)]
    [InlineData(48, 42.9, 47.8, 2.8, 69.6, 3.8)]
    public void On_noise_it_raises_as_many_false_alarms_as_is_told(
        int count,
        double shift,
        double trend,
        double runs,
        double perla,
        double anhoej
    )
    {
        const int Series = 20_000;
        var random = new Random(count);
        var (seenByPerla, seenByAnhoej) = (0, 0);
        var (shifts, trends, numbers) = (0, 0, 0);
        for (var n = 0; n < Series; n++)
        {
            double?[] noise = [.. Enumerable.Range(0, count).Select(_ => (double?)random.NextDouble())];
            var kinds = Read(noise, RunChartRules.Perla).Signals.Select(signal => signal.Kind).ToHashSet();
            seenByPerla += kinds.Count > 0 ? 1 : 0;
            shifts += kinds.Contains(RunSignalKind.Shift) ? 1 : 0;
            trends += kinds.Contains(RunSignalKind.Trend) ? 1 : 0;
            numbers += kinds.Overlaps([RunSignalKind.FewRuns, RunSignalKind.ManyRuns]) ? 1 : 0;
            seenByAnhoej += Read(noise).Signals.Count > 0 ? 1 : 0;
        }
        (100.0 * shifts / Series).ShouldBe(shift, tolerance: 1.5);
        (100.0 * trends / Series).ShouldBe(trend, tolerance: 1.5);
        (100.0 * numbers / Series).ShouldBe(runs, tolerance: 0.5);
        (100.0 * seenByPerla / Series).ShouldBe(perla, tolerance: 1.5);
        (100.0 * seenByAnhoej / Series).ShouldBe(anhoej, tolerance: 0.5);
    }

    [Fact]
    public void Values_that_are_none_too_many_or_no_numbers_are_refused()
    {
        RunChart.Read([], RunChartRules.Anhoej, null, out _)!.Reason.ShouldBe("ValuesMissing");
        RunChart.Read(new double?[1001], RunChartRules.Anhoej, null, out _)!.Reason.ShouldBe("TooManyValues");
        foreach (var wrong in new[] { double.NaN, double.PositiveInfinity, -1e13 })
        {
            RunChart.Read([1, wrong], RunChartRules.Anhoej, null, out var none)!.Reason.ShouldBe("ValueOutOfRange");
            none.ShouldBeNull();
        }
    }

    private static RunChart Read(
        IReadOnlyList<double?> values,
        RunChartRules rules = RunChartRules.Anhoej,
        double? frozen = null
    )
    {
        RunChart.Read(values, rules, frozen, out var chart).ShouldBeNull();
        return chart!;
    }
}

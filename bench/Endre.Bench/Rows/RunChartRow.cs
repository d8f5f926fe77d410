using System.Diagnostics;
using Endre.Domain.Improvements.RunCharts;

namespace Endre.Bench.Rows;

/// <summary>Run charts read by Anhøj's rules, beside only sorting the same values.</summary>
internal static class RunChartRow
{
    private const int Charts = 1_000;
    private const int Points = 60;

    public static Task<IEnumerable<Measured>> RunAsync(Size size)
    {
        var measured = new Measured($"{Charts:#,0} run charts of {Points} points", "ms", "≤ 50 ms");
        var charts = Enumerable.Range(0, size.Of(Charts)).Select(ChartOf).ToList();
        // Compiled, and the limits computed, as in a program that has run for a while.
        Read(charts);
        Sort(charts);
        for (var pair = 0; pair < size.Pairs; pair++)
        {
            measured.Add(Time(() => Read(charts)), Time(() => Sort(charts)));
        }
        return Task.FromResult<IEnumerable<Measured>>([measured]);
    }

    private static double?[] ChartOf(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Points).Select(_ => (double?)random.Next(0, 40))];
    }

    private static int Read(List<double?[]> charts)
    {
        var signals = 0;
        foreach (var values in charts)
        {
            _ = RunChart.Read(values, RunChartRules.Anhoej, frozenMedian: null, out var chart);
            signals += chart!.Signals.Count;
        }
        return signals;
    }

    private static int Sort(List<double?[]> charts)
    {
        foreach (var values in charts)
        {
            Array.Sort(Array.ConvertAll(values, value => value ?? 0));
        }
        return charts.Count;
    }

    private static double Time(Func<int> work)
    {
        var started = Stopwatch.GetTimestamp();
        _ = work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}

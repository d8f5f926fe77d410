namespace Endre.Domain.Improvements.RunCharts;

/// <summary>Perla, Provost and Murray's rules (BMJ Qual Saf 2011;20:46–51), without the one that is a judgment.</summary>
internal static class PerlaRules
{
    private const int Shift = 6;
    private const int Trend = 5;

    public static IReadOnlyList<RunSignal> Signals(
        IReadOnlyList<double?> values,
        IReadOnlyList<Run> runs,
        RunLimits limits
    )
    {
        var signals = new List<RunSignal>();
        foreach (var run in runs)
        {
            if (run.Length >= Shift)
            {
                signals.Add(new RunSignal(RunSignalKind.Shift, run.First, run.Last, run.Length, run.IsAbove));
            }
        }
        AddTrends(values, signals);
        if (runs.Count < limits.FewestRuns)
        {
            signals.Add(new RunSignal(RunSignalKind.FewRuns, null, null, runs.Count, null));
        }
        else if (runs.Count > limits.MostRuns)
        {
            signals.Add(new RunSignal(RunSignalKind.ManyRuns, null, null, runs.Count, null));
        }
        return signals;
    }

    // A point that is like the one before it is not counted, and does not break the row.
    private static void AddTrends(IReadOnlyList<double?> values, List<RunSignal> signals)
    {
        var (first, last, count) = (-1, -1, 0);
        bool? rises = null;
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is not { } value || (last >= 0 && value == values[last]))
            {
                continue;
            }
            if (last < 0)
            {
                (first, last, count) = (at, at, 1);
                continue;
            }
            var up = value > values[last];
            if (up != rises)
            {
                Add(signals, first, last, count, rises);
                (first, count, rises) = (last, 1, up);
            }
            (last, count) = (at, count + 1);
        }
        Add(signals, first, last, count, rises);
    }

    private static void Add(List<RunSignal> signals, int first, int last, int count, bool? rises)
    {
        if (count >= Trend)
        {
            signals.Add(new RunSignal(RunSignalKind.Trend, first, last, count, rises));
        }
    }
}

namespace Endre.Domain.Improvements.RunCharts;

/// <summary>Anhøj's two rules (PLoS ONE 2014;9(11):e113825), as the R package qicharts2 counts them.</summary>
internal static class AnhoejRules
{
    public static IReadOnlyList<RunSignal> Signals(IReadOnlyList<Run> runs, RunLimits limits)
    {
        var signals = new List<RunSignal>();
        foreach (var run in runs)
        {
            if (run.Length > limits.LongestRun)
            {
                signals.Add(new RunSignal(RunSignalKind.LongRun, run.First, run.Last, run.Length, run.IsAbove));
            }
        }
        if (runs.Count - 1 < limits.FewestCrossings)
        {
            signals.Add(new RunSignal(RunSignalKind.FewCrossings, null, null, runs.Count - 1, null));
        }
        return signals;
    }
}

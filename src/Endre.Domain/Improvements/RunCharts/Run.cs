namespace Endre.Domain.Improvements.RunCharts;

/// <summary>Useful observations in a row on the same side of the median.</summary>
/// <param name="First">The place of the first among the values, from 0.</param>
/// <param name="Last">The place of the last.</param>
/// <param name="Length">How many useful observations it has; those on the median between do not count.</param>
/// <param name="IsAbove">Whether they are above the median.</param>
public sealed record Run(int First, int Last, int Length, bool IsAbove)
{
    /// <summary>The runs of values around a median, in the order of time.</summary>
    /// <param name="values">The values; null where one is missing.</param>
    /// <param name="median">The median.</param>
    public static IReadOnlyList<Run> Of(IReadOnlyList<double?> values, double median)
    {
        ArgumentNullException.ThrowIfNull(values);
        var runs = new List<Run>();
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is not { } value || value == median)
            {
                continue;
            }
            var isAbove = value > median;
            if (runs.Count > 0 && runs[^1].IsAbove == isAbove)
            {
                runs[^1] = runs[^1] with { Last = at, Length = runs[^1].Length + 1 };
            }
            else
            {
                runs.Add(new Run(at, at, 1, isAbove));
            }
        }
        return runs;
    }
}

/// <summary>Something that is more than chance.</summary>
/// <param name="Kind">What.</param>
/// <param name="First">Where it begins among the values, from 0; null where it is all of them.</param>
/// <param name="Last">Where it ends.</param>
/// <param name="Count">How many: points in a row, crossings or runs.</param>
/// <param name="IsUp">Whether it is above the median, or rising; null where that says nothing.</param>
public sealed record RunSignal(RunSignalKind Kind, int? First, int? Last, int Count, bool? IsUp);

/// <summary>What may be more than chance in a run chart.</summary>
public enum RunSignalKind
{
    /// <summary>Anhøj: a run that is longer than chance makes it.</summary>
    LongRun,

    /// <summary>Anhøj: the line crosses the median less often than chance has it.</summary>
    FewCrossings,

    /// <summary>Perla: six points or more in a row on one side.</summary>
    Shift,

    /// <summary>Perla: five points or more in a row that all rise, or all fall.</summary>
    Trend,

    /// <summary>Perla: fewer runs than chance has.</summary>
    FewRuns,

    /// <summary>Perla: more runs than chance has.</summary>
    ManyRuns,
}

using System.Collections.Concurrent;

namespace Endre.Domain.Improvements.RunCharts;

/// <summary>What chance alone makes of a number of useful observations.</summary>
/// <param name="LongestRun">The longest run that is not unusual (Anhøj): the logarithm to base 2, and 3, rounded.</param>
/// <param name="FewestCrossings">The fewest crossings that are not unusual (Anhøj): the 5 % quantile of the binomial distribution.</param>
/// <param name="FewestRuns">The fewest runs that are not unusual, two-sided 5 % (Swed and Eisenhart 1943, computed exactly).</param>
/// <param name="MostRuns">The most runs that are not unusual.</param>
public sealed record RunLimits(int LongestRun, int FewestCrossings, int FewestRuns, int MostRuns)
{
    private static readonly ConcurrentDictionary<int, RunLimits> Known = new();

    /// <summary>The limits for a number of useful observations.</summary>
    /// <param name="useful">How many, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static RunLimits For(int useful)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(useful, 1);
        return Known.GetOrAdd(useful, Compute);
    }

    private static RunLimits Compute(int useful)
    {
        var (fewest, most) = RunsOf(useful);
        return new RunLimits(
            (int)Math.Round(Math.Log2(useful) + 3, MidpointRounding.ToEven),
            FewestCrossingsOf(useful - 1),
            fewest,
            most
        );
    }

    // The smallest number of crossings that at least one in twenty series of pure chance stays at or under.
    private static int FewestCrossingsOf(int chances)
    {
        var sum = 0.0;
        for (var crossings = 0; ; crossings++)
        {
            sum += Math.Exp(LogChoose(chances, crossings) - (chances * Math.Log(2)));
            if (sum >= 0.05)
            {
                return crossings;
            }
        }
    }

    // Wald and Wolfowitz's distribution of the number of runs of two kinds that are as many, or one apart: the first and the
    // last number of runs that more than one in forty series of pure chance stay within, from either end.
    private static (int Fewest, int Most) RunsOf(int useful)
    {
        var (fewer, more) = (useful / 2, useful - (useful / 2));
        var all = LogChoose(useful, fewer);
        return (
            FirstOver(Enumerable.Range(1, useful), runs => ChanceOf(runs, fewer, more, all)),
            FirstOver(Enumerable.Range(1, useful).Reverse(), runs => ChanceOf(runs, fewer, more, all))
        );
    }

    private static int FirstOver(IEnumerable<int> numbers, Func<int, double> chance)
    {
        var sum = 0.0;
        return numbers.First(number => (sum += chance(number)) > 0.025);
    }

    private static double ChanceOf(int runs, int fewer, int more, double all)
    {
        var half = runs / 2;
        return runs % 2 == 0
            ? 2 * Math.Exp(LogChoose(fewer - 1, half - 1) + LogChoose(more - 1, half - 1) - all)
            : Math.Exp(LogChoose(fewer - 1, half - 1) + LogChoose(more - 1, half) - all)
                + Math.Exp(LogChoose(fewer - 1, half) + LogChoose(more - 1, half - 1) - all);
    }

    private static double LogChoose(int from, int chosen)
    {
        if (chosen < 0 || chosen > from)
        {
            return double.NegativeInfinity;
        }
        var sum = 0.0;
        for (var k = 1; k <= Math.Min(chosen, from - chosen); k++)
        {
            sum += Math.Log(from - k + 1) - Math.Log(k);
        }
        return sum;
    }
}

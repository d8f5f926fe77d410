using System.Collections.Immutable;

namespace Endre.Domain.Insights;

/// <summary>
/// What is most of: bars by count, falling, with the share they make together; «annet» last, however many it is. That a few
/// causes make most of the trouble is a rule of thumb and stands nowhere here.
/// </summary>
/// <param name="Bars">The bars, in their order.</param>
/// <param name="Total">How many are counted.</param>
public sealed record Pareto(ImmutableArray<ParetoBar> Bars, int Total)
{
    /// <summary>With fewer than this, the order of the bars is as likely chance as not.</summary>
    public const int Enough = 30;

    /// <summary>Whether there are too few to conclude from.</summary>
    public bool IsTooFew => Total < Enough;

    /// <summary>Puts counts in order.</summary>
    /// <param name="counts">A name and a count of zero or more for each; the order in which they come breaks ties. Zeros are left out.</param>
    /// <param name="most">The most bars; what is left over is «annet».</param>
    /// <param name="other">How many more there are that have no bar of their own.</param>
    public static Pareto Of(IEnumerable<(string Name, int Count)> counts, int most, int other = 0)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        // OrderBy is stable: those that are equal stay as they came.
        var ordered = counts.Where(one => one.Count > 0).OrderByDescending(one => one.Count).ToList();
        var rest = other + ordered.Skip(most).Sum(one => one.Count);
        var total = rest + ordered.Take(most).Sum(one => one.Count);
        var sum = 0;
        var bars = ImmutableArray.CreateBuilder<ParetoBar>();
        foreach (var (name, count) in ordered.Take(most))
        {
            sum += count;
            bars.Add(new ParetoBar(name, count, (double)sum / total));
        }
        if (rest > 0)
        {
            bars.Add(new ParetoBar(Name: null, rest, CumulativeShare: 1));
        }
        return new Pareto(bars.ToImmutable(), total);
    }
}

/// <summary>A bar.</summary>
/// <param name="Name">What is counted; null for «annet».</param>
/// <param name="Count">How many.</param>
/// <param name="CumulativeShare">The share of all that this and those before it make together, from 0 to 1.</param>
public sealed record ParetoBar(string? Name, int Count, double CumulativeShare);

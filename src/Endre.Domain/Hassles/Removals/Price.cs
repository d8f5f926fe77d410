namespace Endre.Domain.Hassles.Removals;

/// <summary>What a hassle cost before and after it was removed. What nobody knows is null, and never nought.</summary>
/// <param name="Before">Hours a year before.</param>
/// <param name="After">Hours a year now.</param>
public sealed record Price(double? Before, double? After)
{
    /// <summary>Hours a year that were saved; less than nought when it costs more now. Null unless both are known.</summary>
    public double? Saved => Before - After;

    /// <summary>The price of a hassle. What is not gone has no price after.</summary>
    /// <param name="hassle">The hassle.</param>
    public static Price Of(Hassle hassle)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        return Of(hassle.Effort, hassle.Removal?.Left);
    }

    /// <summary>The price of an effort. Where nobody said how many it still hits, it hits as many as before.</summary>
    /// <param name="before">What it cost.</param>
    /// <param name="left">What it costs now; null while it is not gone.</param>
    public static Price Of(Effort before, Effort? left)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new Price(
            before.HoursAYear,
            (left is null ? null : left with { People = left.People ?? before.People })?.HoursAYear
        );
    }
}

/// <summary>A sum that says how much of it is known.</summary>
/// <param name="Hours">Hours a year; null when none of them is known.</param>
/// <param name="Known">How many are known.</param>
/// <param name="Count">Of how many.</param>
public sealed record HoursSum(double? Hours, int Known, int Count)
{
    /// <summary>The sum of what is known.</summary>
    /// <param name="hours">Each of them; null for those that nobody knows.</param>
    public static HoursSum Over(IEnumerable<double?> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var all = hours.ToList();
        var known = all.OfType<double>().ToList();
        return new HoursSum(known.Count == 0 ? null : known.Sum(), known.Count, all.Count);
    }
}

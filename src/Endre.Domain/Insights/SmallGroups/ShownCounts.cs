using System.Collections.Immutable;

namespace Endre.Domain.Insights.SmallGroups;

/// <summary>
/// What may be shown of counts by unit and time. A count that is shown is true; one that is not is null, and nobody can
/// work it out from those that are. Made by <see cref="SmallGroupRules"/>.
/// </summary>
public sealed class ShownCounts
{
    private readonly ImmutableDictionary<(Guid Unit, int Level), ImmutableArray<int>> _whole;
    private readonly ImmutableDictionary<(Guid Unit, int Level), ImmutableArray<int>> _own;

    internal ShownCounts(
        ImmutableDictionary<(Guid Unit, int Level), ImmutableArray<int>> whole,
        ImmutableDictionary<(Guid Unit, int Level), ImmutableArray<int>> own
    ) => (_whole, _own) = (whole, own);

    /// <summary>The count of a unit with all that lies under it.</summary>
    /// <param name="unit">The unit's id.</param>
    /// <param name="level">The level of time, 0 for the coarsest.</param>
    /// <param name="group">The group of slices at that level, from 0.</param>
    /// <returns>The true count, or null when it may not be shown.</returns>
    public int? Whole(Guid unit, int level, int group) => Of(_whole, unit, level, group);

    /// <summary>The count of a unit itself, without those under it.</summary>
    /// <param name="unit">The unit's id.</param>
    /// <param name="level">The level of time, 0 for the coarsest.</param>
    /// <param name="group">The group of slices at that level, from 0.</param>
    /// <returns>The true count, or null when it may not be shown.</returns>
    public int? Own(Guid unit, int level, int group) => Of(_own, unit, level, group);

    /// <summary>The finest level of time at which the unit's whole may be shown; null when at none.</summary>
    /// <param name="unit">The unit's id.</param>
    /// <param name="levels">How many levels there are.</param>
    public int? FinestLevel(Guid unit, int levels) =>
        Enumerable.Range(0, levels).Reverse().Cast<int?>().FirstOrDefault(l => _whole.ContainsKey((unit, l!.Value)));

    private static int? Of(
        ImmutableDictionary<(Guid Unit, int Level), ImmutableArray<int>> counts,
        Guid unit,
        int level,
        int group
    ) => counts.TryGetValue((unit, level), out var found) ? found[group] : null;
}

/// <summary>What may be shown of counts, and of how many of them something is true, such as having been answered.</summary>
/// <param name="All">The counts.</param>
/// <param name="Part">
/// The part. Where it is shown, so is the count of all, and what is left of all may be shown as well.
/// </param>
public sealed record ShownParts(ShownCounts All, ShownCounts Part);

using System.Collections.Immutable;

namespace Endre.Domain.Insights.SmallGroups;

/// <summary>A unit and what was counted in it itself, its sub-units apart.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="ParentId">The unit it is a part of; null at the top.</param>
/// <param name="Own">A count of zero or more for each slice of time, the same slices for all units.</param>
public sealed record CountedUnit(Guid Id, Guid? ParentId, ImmutableArray<int> Own)
{
    /// <summary>
    /// How many of <see cref="Own"/> something is true of, slice by slice: those that were answered. Empty where nobody asks.
    /// </summary>
    public ImmutableArray<int> OwnPart { get; init; } = [];
}

/// <summary>
/// How the slices of time are gathered: months into quarters, for example. Each slice lies in one group.
/// </summary>
/// <param name="Groups">The group of each slice, numbered 0, 1, 2 … in order.</param>
public sealed record SliceLevel(ImmutableArray<int> Groups)
{
    /// <summary>How many groups there are.</summary>
    public int Count => Groups.IsEmpty ? 0 : Groups.Max() + 1;

    /// <summary>All slices in one.</summary>
    /// <param name="slices">How many slices.</param>
    public static SliceLevel Whole(int slices) => new([.. Enumerable.Repeat(0, slices)]);

    /// <summary>Each slice alone.</summary>
    /// <param name="slices">How many slices.</param>
    public static SliceLevel Each(int slices) => new([.. Enumerable.Range(0, slices)]);

    /// <summary>So many slices at a time.</summary>
    /// <param name="slices">How many slices; a multiple of <paramref name="size"/>.</param>
    /// <param name="size">How many in each group.</param>
    public static SliceLevel By(int slices, int size) => new([.. Enumerable.Range(0, slices).Select(i => i / size)]);
}

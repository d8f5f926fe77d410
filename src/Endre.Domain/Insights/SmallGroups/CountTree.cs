using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Endre.Domain.Organizations;

namespace Endre.Domain.Insights.SmallGroups;

/// <summary>
/// Counts by the units of today: what was said to a unit that has been closed counts where the unit went on, so that each
/// row counts once. A closed unit that nobody took over stays a unit of its own under the one it was a part of.
/// </summary>
/// <param name="tree">All units.</param>
/// <param name="slices">How many slices of time there are.</param>
public sealed class CountTree(UnitTree tree, int slices)
{
    private readonly Dictionary<Guid, (int[] All, int[] Part)> _counts = [];
    private readonly Dictionary<Guid, (int[] All, int[] Part)> _known = [];

    /// <summary>Counts rows of a unit.</summary>
    /// <param name="unit">The unit they were stored with, open or closed; one that does not exist is not counted.</param>
    /// <param name="slice">The slice of time, from 0.</param>
    /// <param name="all">How many rows.</param>
    /// <param name="part">How many of them something is true of.</param>
    /// <param name="isKnown">
    /// Whether the actor may list just these, in a unit where he may not list the others: then the others are what must be
    /// many enough.
    /// </param>
    public void Add(Guid unit, int slice, int all, int part, bool isKnown = false)
    {
        if (tree.Current(unit)?.Id is not { } id)
        {
            return;
        }
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(isKnown ? _known : _counts, id, out var isThere);
        if (!isThere)
        {
            found = (new int[slices], new int[slices]);
        }
        found.All[slice] += all;
        found.Part[slice] += part;
    }

    /// <summary>What the actor may list of a unit where he may not list the others.</summary>
    /// <param name="unit">The unit's id.</param>
    /// <param name="level">A level of time.</param>
    /// <param name="group">The group of slices at that level, from 0.</param>
    /// <returns>How many rows, and of how many of them something is true.</returns>
    public (int All, int Part) Apart(Guid unit, SliceLevel level, int group)
    {
        ArgumentNullException.ThrowIfNull(level);
        return _known.TryGetValue(unit, out var found) ? (SumOf(found.All), SumOf(found.Part)) : (0, 0);

        int SumOf(int[] counts) => counts.Where((_, slice) => level.Groups[slice] == group).Sum();
    }

    /// <summary>Decides what an actor may see.</summary>
    /// <param name="levels">As for <see cref="SmallGroupRules.Decide"/>.</param>
    /// <param name="limit">The smallest count that may be shown.</param>
    /// <param name="known">The units whose own rows the actor may list one by one, open and closed.</param>
    /// <exception cref="ArgumentException">As for <see cref="SmallGroupRules.DecideParts"/>.</exception>
    public ShownParts Decide(IReadOnlyList<SliceLevel> levels, SmallGroupLimit limit, IReadOnlySet<Guid> known)
    {
        // What only the actor knows stands as a sub-unit that he knows: it counts in the sums and protects nobody.
        var apart = _known.Keys.ToDictionary(id => id, id => Guid.CreateVersion7());
        var units = tree
            .All.Where(IsCounted)
            .Select(unit => Counted(unit.Id, ParentOf(unit), _counts))
            .Concat(apart.Select(pair => Counted(pair.Value, pair.Key, _known, pair.Key)));
        return SmallGroupRules.DecideParts([.. units], levels, limit, known.Concat(apart.Values).ToHashSet());
    }

    /// <summary>The open units directly under one, and the closed ones that nobody took over, in no order.</summary>
    /// <param name="id">The unit's id, or null for the top.</param>
    public IEnumerable<Unit> Under(Guid? id) => tree.All.Where(unit => IsCounted(unit) && ParentOf(unit) == id);

    /// <summary>The unit that another counts in; null at the top.</summary>
    /// <param name="unit">A unit that is counted by itself.</param>
    public Guid? ParentOf(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var parent = Above(unit);
        var seen = new HashSet<Guid> { unit.Id };
        // A unit that came to lie under itself, by a heir of its own, is a top.
        for (var at = parent; at is not null; at = Above(at))
        {
            if (!seen.Add(at.Id))
            {
                return null;
            }
        }
        return parent?.Id;
    }

    private Unit? Above(Unit unit) => unit.ParentId is { } id ? tree.Current(id) : null;

    // Heirs that lead in a circle lead nowhere; then the unit where one ends up stands for all of them.
    private bool IsCounted(Unit unit) => tree.Current(unit.Id)?.Id == unit.Id;

    private CountedUnit Counted(
        Guid id,
        Guid? parent,
        Dictionary<Guid, (int[] All, int[] Part)> counts,
        Guid? of = null
    ) =>
        counts.TryGetValue(of ?? id, out var found)
            ? new CountedUnit(id, parent, [.. found.All]) { OwnPart = [.. found.Part] }
            : new CountedUnit(id, parent, Nothing) { OwnPart = Nothing };

    private ImmutableArray<int> Nothing { get; } = [.. new int[slices]];
}

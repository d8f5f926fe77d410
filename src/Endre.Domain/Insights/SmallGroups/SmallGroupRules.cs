using System.Collections.Immutable;

namespace Endre.Domain.Insights.SmallGroups;

/// <summary>
/// Decides which counts may be shown, for a whole tree of units and several levels of time at once. It is the only place
/// where that is decided.
/// </summary>
/// <remarks>
/// <para>
/// A count under the limit is hidden. So that it cannot be found by subtraction, more is hidden (complementary
/// suppression, as in statistical disclosure control): in each line "a unit = itself + its sub-units" none or at least two
/// are hidden, and what is hidden in a line whose sum is shown comes to at least the limit together.
/// </para>
/// <para>
/// Why that is enough. Along the units the lines form a tree, so each hidden count lies on a path from one open end to
/// another, and can be changed along that path without changing anything shown. Along time a unit is hidden in all slices
/// of a level or in none, and what is hidden at a coarse level is hidden at the finer ones; so the same change can be added
/// in one slice and taken away in another. Hence no combination of shown counts, over units and levels, gives a hidden one.
/// The property tests check it by elimination, without using this argument.
/// </para>
/// <para>
/// Two measures of the same rows, all and those that were answered, give a third: those that were not. Each of the two
/// parts is nought or at least the limit where it is shown, they are shown or hidden together, and they are hidden wherever
/// all is hidden. That is enough too: a hidden part can be changed along its path while the other part is changed the
/// opposite way, so that nothing of all changes; a hidden count of all can be changed along its path by changing those that
/// were not answered, which are hidden on the whole of that path. Nought may be shown of a part, and of a part only: that
/// everything was answered singles nobody out among the five or more who spoke.
/// </para>
/// </remarks>
public static class SmallGroupRules
{
    /// <summary>Decides what an actor may see.</summary>
    /// <param name="units">All units, each once; a parent that is not among them makes a unit a top.</param>
    /// <param name="levels">
    /// From the coarsest to the finest. Each group of a coarser level holds at least two of the next, or it would be the
    /// same count under another name.
    /// </param>
    /// <param name="limit">The smallest count that may be shown.</param>
    /// <param name="known">
    /// Units whose own rows the actor may list one by one; what lies under them only when it is named here itself. They count
    /// as shown, and what the actor could find with their help is hidden too.
    /// </param>
    /// <exception cref="ArgumentException">The levels do not refine each other, or the counts differ in length.</exception>
    public static ShownCounts Decide(
        IReadOnlyCollection<CountedUnit> units,
        IReadOnlyList<SliceLevel> levels,
        SmallGroupLimit limit,
        IReadOnlySet<Guid> known
    )
    {
        Require(units, levels, known);
        var all = new CountLines(units, known, unit => [unit.Own]);
        var shown = new Gathering();
        for (var level = 0; level < levels.Count; level++)
        {
            all.Hide(levels[level], LimitOf(limit));
            shown.Add(units, all, level);
        }
        return shown.Counts;
    }

    /// <summary>Decides what an actor may see of counts and of a part of them, as if they were one question.</summary>
    /// <param name="units">All units, each once, with <see cref="CountedUnit.OwnPart"/>.</param>
    /// <param name="levels">As for <see cref="Decide"/>.</param>
    /// <param name="limit">The smallest count that may be shown; of a part and of what is left, nought too.</param>
    /// <param name="known">As for <see cref="Decide"/>.</param>
    /// <exception cref="ArgumentException">
    /// The levels do not refine each other, the counts differ in length, or a part is more than all.
    /// </exception>
    public static ShownParts DecideParts(
        IReadOnlyCollection<CountedUnit> units,
        IReadOnlyList<SliceLevel> levels,
        SmallGroupLimit limit,
        IReadOnlySet<Guid> known
    )
    {
        Require(units, levels, known);
        if (units.Any(unit => unit.OwnPart.Length != unit.Own.Length || unit.Own.Zip(unit.OwnPart).Any(IsTooMany)))
        {
            throw new ArgumentException("Every count has a part that is not more than all.", nameof(units));
        }
        var all = new CountLines(units, known, unit => [unit.Own]);
        var parts = new CountLines(units, known, unit => [unit.OwnPart, Rest(unit)], showsZero: true);
        var (shownAll, shownParts) = (new Gathering(), new Gathering());
        for (var level = 0; level < levels.Count; level++)
        {
            all.Hide(levels[level], LimitOf(limit));
            parts.Hide(levels[level], LimitOf(limit), all);
            shownAll.Add(units, all, level);
            shownParts.Add(units, parts, level);
        }
        return new ShownParts(shownAll.Counts, shownParts.Counts);

        static bool IsTooMany((int Own, int Part) pair) => pair.Part < 0 || pair.Part > pair.Own;
    }

    private static ImmutableArray<int> Rest(CountedUnit unit) =>
        [.. unit.Own.Zip(unit.OwnPart, (all, part) => all - part)];

    private static int LimitOf(SmallGroupLimit limit) => Math.Max(limit.Value, SmallGroupLimit.Lowest);

    private static void Require(
        IReadOnlyCollection<CountedUnit> units,
        IReadOnlyList<SliceLevel> levels,
        IReadOnlySet<Guid> known
    )
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(known);
        if (units.Any(unit => levels.Any(level => level.Groups.Length != unit.Own.Length)))
        {
            throw new ArgumentException(
                "Every unit has a count for each slice, and every slice a group.",
                nameof(units)
            );
        }
        for (var i = 1; i < levels.Count; i++)
        {
            var finer = levels[i].Groups.Zip(levels[i - 1].Groups).Distinct().ToLookup(pair => pair.Second);
            var isRefined = levels[i].Groups.Zip(levels[i - 1].Groups).Distinct().Count() == levels[i].Count;
            if (!isRefined || finer.Any(group => group.Count() < 2))
            {
                throw new ArgumentException("Each group holds at least two groups of the next level.", nameof(levels));
            }
        }
    }

    private sealed class Gathering
    {
        private readonly ImmutableDictionary<(Guid, int), ImmutableArray<int>>.Builder _whole =
            ImmutableDictionary.CreateBuilder<(Guid, int), ImmutableArray<int>>();

        private readonly ImmutableDictionary<(Guid, int), ImmutableArray<int>>.Builder _own =
            ImmutableDictionary.CreateBuilder<(Guid, int), ImmutableArray<int>>();

        public ShownCounts Counts => new(_whole.ToImmutable(), _own.ToImmutable());

        public void Add(IReadOnlyCollection<CountedUnit> units, CountLines lines, int level)
        {
            foreach (var unit in units)
            {
                if (lines.ShownWhole(unit.Id) is { } sum)
                {
                    _whole[(unit.Id, level)] = sum;
                }
                if (lines.ShownOwn(unit.Id) is { } itself)
                {
                    _own[(unit.Id, level)] = itself;
                }
            }
        }
    }
}

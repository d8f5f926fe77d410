using System.Collections.Immutable;

namespace Endre.Domain.Insights.SmallGroups;

/// <summary>
/// The counts as lines: a unit is the sum of itself and its sub-units. Remembers what is hidden from one level of time to
/// the next, which hides at least as much.
/// </summary>
internal sealed class CountLines
{
    private readonly List<Line> _lines = [];
    private readonly Dictionary<Guid, Line> _byUnit = [];

    private readonly bool _showsZero;

    /// <param name="units">All units, each once.</param>
    /// <param name="known">The units whose own counts need no hiding.</param>
    /// <param name="measuresOf">
    /// What a unit counts itself, slice by slice: one measure, or several that are shown and hidden together.
    /// </param>
    /// <param name="showsZero">Whether nought may be shown: "nobody" is not a small group in every measure.</param>
    public CountLines(
        IReadOnlyCollection<CountedUnit> units,
        IReadOnlySet<Guid> known,
        Func<CountedUnit, ImmutableArray<ImmutableArray<int>>> measuresOf,
        bool showsZero = false
    )
    {
        _showsZero = showsZero;
        foreach (var unit in units)
        {
            _byUnit.Add(unit.Id, new Line(new Cell(measuresOf(unit))));
        }
        var children = units.ToLookup(unit =>
            unit.ParentId is { } id && _byUnit.ContainsKey(id) ? unit.ParentId : null
        );
        foreach (var top in children[null])
        {
            Gather(top, children, known);
        }
        if (_lines.Count != units.Count)
        {
            throw new ArgumentException("The units form a circle.", nameof(units));
        }
    }

    /// <summary>The first measure of a unit with all under it; null when hidden.</summary>
    public ImmutableArray<int>? ShownWhole(Guid unit) => Shown(_byUnit[unit].Whole);

    /// <summary>The first measure of a unit itself; null when hidden.</summary>
    public ImmutableArray<int>? ShownOwn(Guid unit) => Shown(_byUnit[unit].Itself);

    /// <summary>Hides what must be hidden at a level, and all that is hidden in <paramref name="alsoHidden"/>.</summary>
    public void Hide(SliceLevel level, int limit, CountLines? alsoHidden = null)
    {
        foreach (var (unit, line) in _byUnit)
        {
            line.Itself.IsHidden |= alsoHidden?._byUnit[unit].Itself.IsHidden is true;
            line.Whole.IsHidden |= alsoHidden?._byUnit[unit].Whole.IsHidden is true;
        }
        foreach (var cell in _lines.SelectMany(line => line.Parts.Append(line.Whole)))
        {
            cell.Gather(level);
            cell.IsHidden |= !cell.IsKnown && !cell.Counts.All(counts => counts.All(MayBeShown));
        }
        bool changed;
        do
        {
            changed = false;
            // Children stand before their parents in the list, so a pass carries what is hidden all the way up.
            foreach (var line in _lines)
            {
                changed |= line.Protect(MayBeShown);
            }
        } while (changed);

        bool MayBeShown(int count) => count >= limit || (_showsZero && count == 0);
    }

    private static ImmutableArray<int>? Shown(Cell cell) => cell.IsHidden ? null : cell.Counts[0];

    private Line Gather(CountedUnit unit, ILookup<Guid?, CountedUnit> children, IReadOnlySet<Guid> known)
    {
        var line = _byUnit[unit.Id];
        foreach (var child in children[unit.Id])
        {
            line.Parts.Add(Gather(child, children, known).Whole);
        }
        line.Close(known.Contains(unit.Id));
        _lines.Add(line);
        return line;
    }

    private sealed class Line(Cell itself)
    {
        public Cell Itself { get; } = itself;

        public Cell Whole { get; private set; } = itself;

        public List<Cell> Parts { get; } = [];

        public void Close(bool isKnown)
        {
            Itself.IsKnown = isKnown;
            // A unit without sub-units is one count, not a sum of one.
            if (Parts.Count == 0)
            {
                return;
            }
            Parts.Add(Itself);
            Whole = new Cell(Cell.Sum(Parts)) { Line = this, IsKnown = Parts.TrueForAll(part => part.IsKnown) };
        }

        /// <summary>Hides one more where something could be worked out. False when the line is safe.</summary>
        public bool Protect(Func<int, bool> mayBeShown)
        {
            if (Parts.Count == 0)
            {
                return false;
            }
            var hidden = Parts.FindAll(part => part.IsHidden);
            if (hidden.Count == 0 && !Whole.IsHidden)
            {
                return false;
            }
            var isSafe = Whole.IsHidden ? hidden.Count > 0 : hidden.Count > 1 && MassesOf(hidden).All(mayBeShown);
            if (isSafe)
            {
                return false;
            }
            var more = Parts.Where(part => part is { IsHidden: false, IsKnown: false }).MinBy(part => part.Total);
            (more ?? Whole).IsHidden = true;
            return more is not null || !Whole.IsKnown;
        }

        public int MassIn(int measure, int group) =>
            Parts.Where(part => part.IsHidden).Sum(part => part.MassIn(measure, group));

        private static IEnumerable<int> MassesOf(List<Cell> hidden) =>
            from measure in Enumerable.Range(0, hidden[0].Counts.Length)
            from @group in Enumerable.Range(0, hidden[0].Counts[measure].Length)
            select hidden.Sum(cell => cell.MassIn(measure, @group));
    }

    private sealed class Cell(ImmutableArray<ImmutableArray<int>> measures)
    {
        private readonly ImmutableArray<ImmutableArray<int>> _measures = measures;

        public Line? Line { get; init; }

        public bool IsKnown { get; set; }

        public bool IsHidden { get; set; }

        /// <summary>Each measure, group by group of the level that was gathered last.</summary>
        public ImmutableArray<ImmutableArray<int>> Counts { get; private set; } = [];

        public int Total => Counts.Sum(counts => counts.Sum());

        public static ImmutableArray<ImmutableArray<int>> Sum(List<Cell> parts) =>
            parts.Select(part => part._measures).Aggregate((one, other) => [.. one.Zip(other, Add)]);

        /// <summary>
        /// What stays unknown of a hidden count when all that is shown inside it is taken away.
        /// </summary>
        public int MassIn(int measure, int group) =>
            Line is null ? Counts[measure][group] : Line.MassIn(measure, group);

        public void Gather(SliceLevel level) => Counts = [.. _measures.Select(slices => Gathered(slices, level))];

        private static ImmutableArray<int> Gathered(ImmutableArray<int> slices, SliceLevel level)
        {
            var counts = new int[level.Count];
            for (var slice = 0; slice < slices.Length; slice++)
            {
                counts[level.Groups[slice]] += slices[slice];
            }
            return [.. counts];
        }

        private static ImmutableArray<int> Add(ImmutableArray<int> one, ImmutableArray<int> other) =>
            [.. one.Zip(other, (a, b) => a + b)];
    }
}

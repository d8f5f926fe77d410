using System.Collections.Immutable;

namespace Endre.Domain.Organizations.Importing;

/// <summary>
/// The units as the file wants them. Rows are taken in an order of their own, not the file's, and each reference is asked
/// again at the end: it must lead to the same place whatever came first.
/// </summary>
internal sealed class ImportUnits
{
    private const int LongestName = 200;
    private const int DeepestLevel = 40;

    private readonly ImportForest _forest;
    private readonly List<ImportFault> _faults;
    private readonly Dictionary<UnitDeclaration, UnitWork> _done = [];
    private readonly Dictionary<(UnitWork Unit, string Field), (string? Value, int Row)> _said = [];
    private readonly Dictionary<UnitWork, UnitWork> _moves = [];
    private readonly HashSet<UnitWork> _circles = [];
    private readonly bool _isWhole;

    public ImportUnits(IEnumerable<Unit> units, IEnumerable<ImportLine> lines, List<ImportFault> faults)
    {
        _faults = faults;
        _forest = new ImportForest(units);
        var told = lines.ToList();
        // What a row that cannot be read would open, others may refer to: then nobody is told that there is no such unit.
        _isWhole = !told.Exists(IsUnread);
        var declarations = told.Where(line => line.HasUnit && !IsUnread(line))
            .GroupBy(line => new UnitDeclaration(line.UnitCode, line.Unit, line.Parent, line.Kind, line.IsPerson))
            .Select(same => (same.Key, Row: same.Min(line => line.Row)))
            .OrderBy(one => one.Key.Order, StringComparer.Ordinal)
            .ToList();
        DeclareAll(declarations);
        // All at once: two units may change places.
        foreach (var (unit, parent) in _moves)
        {
            unit.Parent = parent;
        }
        CheckAll(declarations);
    }

    /// <summary>How many units that the file tells of are as it says.</summary>
    public int Unchanged { get; private set; }

    /// <summary>The unit of a person's row.</summary>
    public UnitWork? Of(ImportLine line) =>
        line.HasUnit
            ? _done.GetValueOrDefault(
                new UnitDeclaration(line.UnitCode, line.Unit, line.Parent, line.Kind, line.IsPerson)
            )
            : null;

    /// <summary>The unit of an id, as the file leaves it.</summary>
    public UnitWork? Of(Guid id) => _forest.Of(id);

    /// <summary>What happens to the units, from above.</summary>
    public IEnumerable<ImportChange> Changes()
    {
        var told = _done.Values.Distinct().ToList();
        foreach (var unit in _forest.All.Where(unit => unit.Before is null).OrderBy(unit => unit.Depth).ThenBy(Path))
        {
            yield return new ImportChange.UnitAdded(
                Path(unit),
                unit.Name,
                unit.Parent?.Reference,
                unit.Kind,
                unit.Code
            );
        }
        foreach (var unit in _forest.All.Where(unit => unit.Before is not null).OrderBy(Path, StringComparer.Ordinal))
        {
            var changes = _forest.ChangesOf(unit, unit.Before!).ToList();
            Unchanged += changes.Count == 0 && told.Contains(unit) ? 1 : 0;
            foreach (var change in changes)
            {
                yield return change;
            }
        }
    }

    private static string Path(UnitWork unit) => unit.Path;

    private static bool IsUnread(ImportLine line) =>
        line.Unread.Overlaps([ImportColumn.Unit, ImportColumn.UnitCode, ImportColumn.ParentUnit]);

    private void DeclareAll(List<(UnitDeclaration Key, int Row)> declarations)
    {
        var waiting = declarations;
        while (waiting.Count > 0)
        {
            var later = new List<(UnitDeclaration Key, int Row)>();
            foreach (var one in waiting)
            {
                if (!TryDeclare(one.Key, one.Row))
                {
                    later.Add(one);
                }
            }
            if (later.Count == waiting.Count)
            {
                foreach (var (key, row) in _isWhole ? later : [])
                {
                    var isParent = key.Parent is not null && _forest.Find(key.Parent).Unit is null;
                    Fault(
                        row,
                        isParent ? ImportColumn.ParentUnit : ImportColumn.Unit,
                        "UnitUnknown",
                        key.Text(isParent)
                    );
                }
                return;
            }
            waiting = later;
        }
    }

    // False when what it refers to is not there yet.
    private bool TryDeclare(UnitDeclaration key, int row)
    {
        var known = key.Code is null ? null : _forest.OfCode(key.Code);
        if (key.Code is not null && known is null && _forest.IsClosed(key.Code))
        {
            return Fault(row, ImportColumn.UnitCode, "UnitIsClosed", key.Code);
        }
        if (known is null && key.Unit is null)
        {
            return false;
        }
        // A path that leads to a unit already says nothing new of what is above it.
        var (found, isAmbiguous) = key is { Unit: not null, Parent: null } ? _forest.Find(key.Unit) : (null, false);
        if (isAmbiguous && known is null)
        {
            return Fault(row, ImportColumn.Unit, "UnitAmbiguous", key.Unit!);
        }
        UnitWork? parent = null;
        if (key.Above is { } above && (found is null || (known is not null && !ReferenceEquals(found, known))))
        {
            (parent, isAmbiguous) = _forest.Find(above);
            if (isAmbiguous)
            {
                return Fault(row, key.PlaceOfParent, "UnitAmbiguous", above);
            }
            if (parent is null && key.Parent is not null)
            {
                return false;
            }
            parent ??= _forest.Open(above, parent: null);
        }
        if (known is not null)
        {
            _done[key] = known;
            Say(known, key, parent, row);
            return true;
        }
        var unit = parent is null ? found : _forest.Under(parent, key);
        if (unit is null && key.IsOnlyReference)
        {
            return false;
        }
        unit ??= _forest.Open(key.Name, parent);
        if (key.Code is not null && unit.Code is not null && unit.Code != key.Code)
        {
            return Fault(row, ImportColumn.UnitCode, "UnitHasAnotherCode", unit.Path, unit.Code);
        }
        _done[key] = unit;
        Say(unit, key, parent: null, row);
        return true;
    }

    private void Say(UnitWork unit, UnitDeclaration key, UnitWork? parent, int row)
    {
        if (
            key.Kind is not (null or UnitDeclaration.UnreadKind)
            && IsFirst(unit, "kind", key.Kind, row, ImportColumn.UnitKind)
        )
        {
            unit.Kind = key.Kind;
        }
        if (key.Code is null)
        {
            return;
        }
        if (unit.Code is null)
        {
            _forest.GiveCode(unit, key.Code);
        }
        if (
            key.Unit is not null
            && key.Unit != key.Code
            && IsFirst(unit, "name", key.Name, row, ImportColumn.Unit)
            && unit.Name != key.Name
        )
        {
            _forest.Rename(unit, key.Name);
        }
        if (parent is not null && IsFirst(unit, "parent", parent.Path, row, key.PlaceOfParent))
        {
            _moves[unit] = parent;
        }
    }

    private bool IsFirst(UnitWork unit, string field, string value, int row, ImportColumn column)
    {
        if (!_said.TryGetValue((unit, field), out var said))
        {
            _said[(unit, field)] = (value, row);
            return true;
        }
        return said.Value == value || !Fault(row, column, "UnitRowsDisagree", unit.Path, $"{said.Row}");
    }

    private void CheckAll(List<(UnitDeclaration Key, int Row)> declarations)
    {
        foreach (var unit in _moves.Keys.Where(unit => unit.IsInItself).ToList())
        {
            Fault(RowOf(unit, declarations), ImportColumn.ParentUnit, "UnitInItself", unit.Name);
            _circles.Add(unit);
        }
        foreach (var unit in _circles)
        {
            unit.Parent = null;
        }
        if (!_isWhole)
        {
            return;
        }
        _forest.IndexAgain();
        foreach (var (key, row) in declarations)
        {
            CheckReference(key, row);
        }
        foreach (
            var same in _forest
                .All.Where(unit => !_circles.Contains(unit))
                .GroupBy(unit => (unit.Parent, unit.Name.ToUpperInvariant()))
                .Where(s => s.Count() > 1)
        )
        {
            if (same.FirstOrDefault(unit => unit.IsMoved) is { } changed)
            {
                Fault(RowOf(changed, declarations), ImportColumn.Unit, "UnitNameTaken", changed.Path);
            }
        }
        foreach (var unit in _forest.All.Where(unit => unit.IsMoved))
        {
            if (unit.Name.Length > LongestName || unit.Depth >= DeepestLevel)
            {
                Fault(RowOf(unit, declarations), ImportColumn.Unit, "UnitTooLong", $"{LongestName}", $"{DeepestLevel}");
            }
        }
    }

    private void CheckReference(UnitDeclaration key, int row)
    {
        // What was refused, or hangs in the air, has been told.
        if (!_done.TryGetValue(key, out var unit) || _circles.Contains(unit))
        {
            return;
        }
        (UnitWork? Unit, bool IsAmbiguous) whole = key is { Unit: not null, Parent: null }
            ? _forest.Find(key.Unit)
            : (null, false);
        if (ReferenceEquals(whole.Unit, unit))
        {
            return;
        }
        if (key.Above is { } above && (key.Parent is not null || key.Code is not null))
        {
            var (found, isAmbiguous) = _forest.Find(above);
            if (!ReferenceEquals(found, unit.Parent) || found is null)
            {
                Fault(row, key.PlaceOfParent, isAmbiguous ? "UnitAmbiguous" : "UnitUnknown", above);
            }
            else if (key is { Code: null, Unit: not null } && !ReferenceEquals(_forest.Under(found, key), unit))
            {
                Fault(row, ImportColumn.Unit, "UnitUnknown", key.Unit);
            }
        }
        else if (key.Unit is not null && key.Code is null)
        {
            Fault(row, ImportColumn.Unit, whole.IsAmbiguous ? "UnitAmbiguous" : "UnitUnknown", key.Unit);
        }
    }

    private int RowOf(UnitWork unit, List<(UnitDeclaration Key, int Row)> declarations) =>
        declarations
            .Where(one => ReferenceEquals(_done.GetValueOrDefault(one.Key), unit))
            .Select(one => one.Row)
            .DefaultIfEmpty(0)
            .Min();

    // Always true: what is refused is dealt with, and does not wait.
    private bool Fault(int row, ImportColumn column, string reason, params ImmutableArray<string> details)
    {
        _faults.Add(new ImportFault(row, column, reason, details));
        return true;
    }
}

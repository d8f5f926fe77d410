using System.Collections.Immutable;

namespace Endre.Domain.Organizations.Importing;

/// <summary>A unit while an import is planned.</summary>
internal sealed class UnitWork(Unit? before, string name, string kind)
{
    public Unit? Before => before;

    public string Name { get; set; } = name;

    public string Kind { get; set; } = kind;

    public string? Code { get; set; } = before?.Code;

    public UnitWork? Parent { get; set; }

    /// <summary>Whether it is new, or has another name or place than before.</summary>
    public bool IsMoved =>
        before is null || Name != before.Name || (Parent?.Before?.Id ?? Guid.Empty) != (before.ParentId ?? Guid.Empty);

    public string Path => Parent is null ? Name : $"{Parent.Path} / {Name}";

    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    public ImportUnit Reference => new(before?.Id, Path);

    public bool IsInItself
    {
        get
        {
            var seen = new HashSet<UnitWork> { this };
            for (var at = Parent; at is not null; at = at.Parent)
            {
                if (!seen.Add(at))
                {
                    return true;
                }
            }
            return false;
        }
    }
}

/// <summary>The open units, found by code, by name or by path.</summary>
internal sealed class ImportForest
{
    private readonly Dictionary<Guid, UnitWork> _byId = [];
    private readonly Dictionary<string, UnitWork> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<UnitWork>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _closedCodes = new(StringComparer.Ordinal);
    private readonly List<UnitWork> _all = [];

    public ImportForest(IEnumerable<Unit> units)
    {
        var sorted = units.OrderBy(unit => unit.Id).ToList();
        foreach (var unit in sorted.Where(unit => unit.IsOpen))
        {
            var work = new UnitWork(unit, unit.Name, unit.Kind);
            _byId[unit.Id] = work;
            Add(work);
        }
        foreach (var work in _all)
        {
            work.Parent = work.Before!.ParentId is { } parent ? _byId.GetValueOrDefault(parent) : null;
        }
        _closedCodes = [.. sorted.Where(unit => !unit.IsOpen && unit.Code is not null).Select(unit => unit.Code!)];
    }

    public IReadOnlyList<UnitWork> All => _all;

    /// <summary>The names in a path. A stroke counts only with room around it: «bo/omsorg» is one name.</summary>
    public static ImmutableArray<string> Split(string path) =>
        [.. path.Split([" / ", " > ", " \\ "], StringSplitOptions.TrimEntries).Where(part => part.Length > 0)];

    public UnitWork? Of(Guid id) => _byId.GetValueOrDefault(id);

    public UnitWork? OfCode(string code) => _byCode.GetValueOrDefault(code);

    public bool IsClosed(string code) => _closedCodes.Contains(code);

    /// <summary>The unit with this code, or the one of this name right under another.</summary>
    public UnitWork? Under(UnitWork parent, UnitDeclaration key) => OfCode(key.Unit!) ?? Child(parent, key.Name);

    private UnitWork? Child(UnitWork parent, string name) =>
        Named(name).Where(unit => ReferenceEquals(unit.Parent, parent)).FirstOrDefault();

    /// <summary>The unit with this code, or this whole path, or the only one whose path ends so.</summary>
    public (UnitWork? Unit, bool IsAmbiguous) Find(string text)
    {
        if (OfCode(text) is { } coded)
        {
            return (coded, false);
        }
        var parts = Split(text);
        if (parts.IsEmpty)
        {
            return (null, false);
        }
        var found = Named(parts[^1]).Where(unit => EndsSo(unit, parts)).ToList();
        var whole = found.Where(unit => unit.Depth == parts.Length - 1).ToList();
        return whole.Count == 1 ? (whole[0], false)
            : found.Count == 1 ? (found[0], false)
            : (null, found.Count > 1);
    }

    /// <summary>Opens a unit, and those of its path that are not there.</summary>
    public UnitWork Open(string path, UnitWork? parent)
    {
        var parts = Split(path);
        if (parent is null && parts.Length > 1)
        {
            var above = string.Join(" / ", parts[..^1]);
            parent = Find(above).Unit ?? Open(above, parent: null);
        }
        var kind = parent is null ? UnitKind.Municipality : UnitKind.Department;
        var unit = new UnitWork(before: null, parts.IsEmpty ? path : parts[^1], kind) { Parent = parent };
        Add(unit);
        return unit;
    }

    public void Rename(UnitWork unit, string name)
    {
        _byName[unit.Name].Remove(unit);
        unit.Name = name;
        Index(unit);
    }

    public void GiveCode(UnitWork unit, string code)
    {
        unit.Code = code;
        _byCode.TryAdd(code, unit);
    }

    /// <summary>After all is told, the names are those that the file leaves.</summary>
    public void IndexAgain()
    {
        _byName.Clear();
        _all.ForEach(Index);
    }

    /// <summary>What the file makes of a unit that was there before.</summary>
    public IEnumerable<ImportChange> ChangesOf(UnitWork unit, Unit before)
    {
        if (unit.Name != before.Name)
        {
            yield return new ImportChange.UnitReworded(before.Id, unit.Path, "name", before.Name, unit.Name);
        }
        if (unit.Kind != before.Kind)
        {
            yield return new ImportChange.UnitReworded(before.Id, unit.Path, "kind", before.Kind, unit.Kind);
        }
        if (unit.Code != before.Code)
        {
            yield return new ImportChange.UnitReworded(before.Id, unit.Path, "code", before.Code, unit.Code);
        }
        var from = before.ParentId is { } parent ? Of(parent) : null;
        if (!ReferenceEquals(from, unit.Parent))
        {
            yield return new ImportChange.UnitRelocated(before.Id, unit.Path, from?.Reference, unit.Parent?.Reference);
        }
    }

    private List<UnitWork> Named(string name) => _byName.GetValueOrDefault(name) ?? [];

    private static bool EndsSo(UnitWork unit, ImmutableArray<string> parts)
    {
        var at = unit;
        for (var place = parts.Length - 1; place >= 0; place--)
        {
            if (at is null || !string.Equals(at.Name, parts[place], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
            at = at.Parent;
        }
        return true;
    }

    private void Add(UnitWork unit)
    {
        _all.Add(unit);
        Index(unit);
        if (unit.Code is not null)
        {
            _byCode.TryAdd(unit.Code, unit);
        }
    }

    private void Index(UnitWork unit)
    {
        if (!_byName.TryGetValue(unit.Name, out var same))
        {
            _byName[unit.Name] = same = [];
        }
        same.Add(unit);
    }
}

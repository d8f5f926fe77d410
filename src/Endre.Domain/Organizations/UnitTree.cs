using System.Collections.Immutable;

namespace Endre.Domain.Organizations;

/// <summary>
/// All units, open and closed. What was said in a unit keeps that unit's id for ever; where it counts today follows from
/// the tree, so a reorganization moves no history.
/// </summary>
public sealed class UnitTree
{
    private readonly ImmutableDictionary<Guid, Unit> _units;
    private ILookup<Guid?, Unit>? _children;
    private ILookup<Guid, Unit>? _inherited;

    /// <summary>Makes the tree.</summary>
    /// <param name="units">In any order. A parent that is not among them makes the unit a top.</param>
    public UnitTree(IEnumerable<Unit> units)
        : this(units.ToImmutableDictionary(unit => unit.Id)) { }

    private UnitTree(ImmutableDictionary<Guid, Unit> units) => _units = units;

    // Made when they are first asked for: an import changes a tree a thousand times and asks it little in between.
    private ILookup<Guid?, Unit> Children =>
        _children ??= _units.Values.ToLookup(unit =>
            unit.ParentId is { } parent && _units.ContainsKey(parent) ? unit.ParentId : null
        );

    private ILookup<Guid, Unit> Inherited =>
        _inherited ??= _units.Values.Where(unit => unit.HeirId is not null).ToLookup(unit => unit.HeirId!.Value);

    /// <summary>The tree with this unit in it, new or in place of what it was.</summary>
    /// <param name="unit">The unit as it is now.</param>
    public UnitTree With(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new UnitTree(_units.SetItem(unit.Id, unit));
    }

    /// <summary>All units, in no order.</summary>
    public IEnumerable<Unit> All => _units.Values;

    /// <summary>The units at the top that are open, by name.</summary>
    public IEnumerable<Unit> Tops => OpenChildren(null);

    /// <summary>The unit, open or closed; null when there is none.</summary>
    /// <param name="id">The unit's id.</param>
    public Unit? Find(Guid id) => _units.GetValueOrDefault(id);

    /// <summary>The open units directly under one, by name.</summary>
    /// <param name="id">The unit's id, or null for the top.</param>
    public IEnumerable<Unit> OpenChildren(Guid? id) =>
        OpenChildrenUnordered(id).OrderBy(unit => unit.Name, StringComparer.CurrentCulture);

    /// <summary>The open units directly under one, in no order.</summary>
    /// <param name="id">The unit's id, or null for the top.</param>
    public IEnumerable<Unit> OpenChildrenUnordered(Guid? id) => Children[id].Where(unit => unit.IsOpen);

    /// <summary>The unit, open or closed, that the HR system calls so; null when there is none.</summary>
    /// <param name="code">The code, letter by letter.</param>
    public Unit? FindByCode(string code) => _units.Values.FirstOrDefault(unit => unit.Code == code);

    /// <summary>The open units under one, at any depth, without itself.</summary>
    /// <param name="id">The unit's id.</param>
    public IEnumerable<Unit> Under(Guid id)
    {
        var seen = new HashSet<Guid> { id };
        var waiting = new Stack<Guid>([id]);
        while (waiting.TryPop(out var next))
        {
            foreach (var unit in Children[next].Where(unit => unit.IsOpen && seen.Add(unit.Id)))
            {
                waiting.Push(unit.Id);
                yield return unit;
            }
        }
    }

    /// <summary>Whether a unit lies under another, at any depth.</summary>
    /// <param name="id">The one that may lie under.</param>
    /// <param name="under">The one it may lie under.</param>
    public bool LiesUnder(Guid id, Guid under) => Ancestors(id).Any(unit => unit.Id == under);

    /// <summary>The unit's parents, the nearest first. Stops where a circle would begin.</summary>
    /// <param name="id">The unit's id.</param>
    public IEnumerable<Unit> Ancestors(Guid id)
    {
        var seen = new HashSet<Guid> { id };
        var at = Find(id);
        while (at?.ParentId is { } parent && seen.Add(parent) && Find(parent) is { } found)
        {
            yield return found;
            at = found;
        }
    }

    /// <summary>Where a unit is today: itself while open, else the heir of its heir, as far as that leads.</summary>
    /// <param name="id">The unit's id.</param>
    /// <returns>An open unit; or the last closed one, when nobody took over. Null when there is no such unit.</returns>
    public Unit? Current(Guid id)
    {
        var seen = new HashSet<Guid>();
        var at = Find(id);
        while (at is { IsOpen: false, HeirId: { } heir } && seen.Add(at.Id) && Find(heir) is { } next)
        {
            at = next;
        }
        return at;
    }

    /// <summary>
    /// The unit, all under it, and all closed ones that went on in any of these: the ids under which its rows lie.
    /// </summary>
    /// <param name="id">The unit's id.</param>
    public IReadOnlySet<Guid> Whole(Guid id)
    {
        var whole = new HashSet<Guid>();
        var waiting = new Stack<Guid>([id]);
        while (waiting.TryPop(out var next))
        {
            if (!whole.Add(next))
            {
                continue;
            }
            foreach (var unit in Children[next].Where(unit => unit.IsOpen || unit.HeirId is null))
            {
                waiting.Push(unit.Id);
            }
            foreach (var unit in Inherited[next])
            {
                waiting.Push(unit.Id);
            }
        }
        return whole;
    }
}

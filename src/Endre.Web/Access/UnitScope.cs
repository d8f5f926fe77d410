using Endre.Domain.Organizations;

namespace Endre.Web.Access;

/// <summary>
/// Which units a person has to do with: their own and those above; a leader or deputy also everything under; an
/// administrator all. Closed units are in it with the unit they went on in, since what was said there still counts.
/// </summary>
internal sealed class UnitScope
{
    private UnitScope(
        UnitTree tree,
        IReadOnlySet<Guid> own,
        IReadOnlySet<Guid> led,
        IReadOnlySet<Guid> visible,
        bool mayReorganize
    )
    {
        Tree = tree;
        Own = own;
        Led = led;
        Visible = visible;
        MayReorganize = mayReorganize;
    }

    /// <summary>All units.</summary>
    public UnitTree Tree { get; }

    /// <summary>The open units in which the person has a place today.</summary>
    public IReadOnlySet<Guid> Own { get; }

    /// <summary>Units that the person leads, all under them, and the closed ones that went on there.</summary>
    public IReadOnlySet<Guid> Led { get; }

    /// <summary>Units whose things the person may see: use it in a query, <c>Visible.Contains(row.UnitId)</c>.</summary>
    public IReadOnlySet<Guid> Visible { get; }

    /// <summary>Whether the person may open, move, merge, split and close units.</summary>
    public bool MayReorganize { get; }

    public bool Sees(Guid unitId) => Visible.Contains(unitId);

    public bool Leads(Guid unitId) => Led.Contains(unitId);

    /// <summary>May read who works there: whoever works there too, leads it, or is an administrator.</summary>
    public bool SeesNames(Guid unitId) => Own.Contains(unitId) || Led.Contains(unitId);

    /// <param name="tree">All units.</param>
    /// <param name="positions">The person's places.</param>
    /// <param name="isAdministrator">An administrator answers for the whole.</param>
    /// <param name="today">The day it is.</param>
    public static UnitScope Of(UnitTree tree, IEnumerable<Position> positions, bool isAdministrator, DateOnly today)
    {
        var held = positions
            .Where(position => position.IsHeldOn(today) && tree.Find(position.UnitId) is { IsOpen: true })
            .ToList();
        var own = held.Select(position => position.UnitId).ToHashSet();
        if (isAdministrator)
        {
            var all = tree.All.Select(unit => unit.Id).ToHashSet();
            return new UnitScope(tree, own, all, all, mayReorganize: true);
        }
        var led = held.Where(position => position.Role is UnitRole.Leader or UnitRole.Deputy)
            .SelectMany(position => tree.Whole(position.UnitId))
            .ToHashSet();
        var visible = own.SelectMany(id => tree.Ancestors(id).Select(above => above.Id)).Concat(own).ToHashSet();
        // A closed unit is seen by whoever sees where it is today.
        visible.UnionWith(
            tree.All.Where(unit => !unit.IsOpen && tree.Current(unit.Id) is { } now && visible.Contains(now.Id))
                .Select(unit => unit.Id)
                .ToList()
        );
        visible.UnionWith(led);
        return new UnitScope(tree, own, led, visible, mayReorganize: false);
    }
}

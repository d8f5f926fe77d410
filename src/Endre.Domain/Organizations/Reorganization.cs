using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Organizations;

/// <summary>What happens when units end, told event by event.</summary>
internal sealed class Reorganization(UnitTree tree, Moment moment)
{
    private readonly List<OrganizationEvent> _events = [];

    /// <summary>The tree after what has been told so far.</summary>
    public UnitTree Tree { get; private set; } = tree;

    public IReadOnlyList<OrganizationEvent> Events => _events;

    public void Add(params IReadOnlyList<OrganizationEvent> events)
    {
        foreach (var happened in events)
        {
            _events.Add(happened);
            Tree = UnitRules.Evolve(Tree, happened);
        }
    }

    /// <summary>Ends a unit; what lies under it goes to the first of the successors.</summary>
    public void End(Unit source, UnitAct act, ImmutableArray<Guid> successors, IReadOnlySet<Guid> ending)
    {
        if (successors is [var heir, ..])
        {
            foreach (var child in Tree.OpenChildren(source.Id).Where(child => !ending.Contains(child.Id)).ToList())
            {
                Add(new UnitChanged(UnitAct.Moved, child, child with { ParentId = heir, Version = child.Version + 1 }));
            }
        }
        // It may have given up its code a moment ago.
        var before = Tree.Find(source.Id)!;
        var after = before with
        {
            ClosedAt = moment.At,
            HeirId = successors is [var first, ..] ? first : null,
            Version = before.Version + 1,
        };
        Add(new UnitChanged(act, before, after, successors));
    }

    public void TakeOver(Guid heir, ImmutableArray<Guid> from)
    {
        var unit = Tree.Find(heir)!;
        Add(new UnitChanged(UnitAct.TookOver, unit, unit, from));
    }

    /// <summary>
    /// Moves people. Whoever led or deputized works on as one of those who work there: a unit that takes over has its
    /// own leader, and a new one has the one that was named. Representatives and change agents go on as what they are.
    /// </summary>
    public void Transfer(IEnumerable<Position> positions, Func<Position, Guid> place, IReadOnlyList<NewUnit?> opened)
    {
        var leaders = opened
            .OfType<NewUnit>()
            .Where(unit => unit.LeaderId is not null)
            .ToDictionary(unit => unit.Id, unit => unit.LeaderId!.Value);
        var begun = new HashSet<(Guid Person, Guid Unit, string Role, string? Title)>();
        foreach (var position in positions.Where(p => !p.HasEndedBy(moment.Today)).OrderBy(RankOf).ThenBy(p => p.Id))
        {
            var to = place(position);
            var role = position.Role;
            if (leaders.TryGetValue(to, out var leader) && leader == position.PersonId)
            {
                role = UnitRole.Leader;
                leaders.Remove(to);
            }
            else if (role is UnitRole.Leader or UnitRole.Deputy)
            {
                role = UnitRole.Employee;
            }
            End(position);
            // A leader who also had a position of the same title there has one place in the new unit, not two.
            if (begun.Add((position.PersonId, to, role, position.Title)))
            {
                Begin(position, to, role);
            }
        }
    }

    private void End(Position position) =>
        Add(
            position.Since >= moment.Today
                ? new PositionWithdrawn(position)
                : new PositionChanged(position, position with { Until = moment.Today.AddDays(-1) })
        );

    private void Begin(Position position, Guid to, string role)
    {
        var since = position.Since > moment.Today ? position.Since : moment.Today;
        var id = DerivedId.Of(position.Id, to.ToByteArray());
        Add(new PositionOpened(new Position(id, position.PersonId, to, role, position.Title, since, position.Until)));
    }

    // The leader first, so that the place the person keeps is the one that leads.
    private static int RankOf(Position position) =>
        position.Role switch
        {
            UnitRole.Leader => 0,
            UnitRole.Deputy => 1,
            _ => 2,
        };
}

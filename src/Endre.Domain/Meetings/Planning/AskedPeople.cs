using Endre.Domain.Organizations;

namespace Endre.Domain.Meetings.Planning;

/// <summary>
/// Who is asked to a meeting of a unit: all who have a place there, whoever leads it from above where nobody there does, and
/// the representatives where it concerns work.
/// </summary>
public static class AskedPeople
{
    /// <summary>Who is asked, each once.</summary>
    /// <param name="tree">All units.</param>
    /// <param name="held">The places that people hold on the day, in any order.</param>
    /// <param name="unitId">The unit that meets.</param>
    /// <param name="includesUnder">Whether those who work in the units under it are asked too.</param>
    /// <param name="concernsWork">Whether it is about the working environment, rosters, staffing or duties (aml. § 4-2).</param>
    /// <returns>Who, and as what. A representative of the unit itself is asked as that.</returns>
    public static IReadOnlyDictionary<Guid, AttendeeRole> Of(
        UnitTree tree,
        IReadOnlyCollection<Position> held,
        Guid unitId,
        bool includesUnder,
        bool concernsWork
    )
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(held);
        var units = Units(tree, unitId, includesUnder);
        var asked = new Dictionary<Guid, AttendeeRole>();
        foreach (var place in held.Where(place => units.Contains(place.UnitId)))
        {
            var role = RoleOf(place.Role);
            asked[place.PersonId] = asked.TryGetValue(place.PersonId, out var before) ? Weightier(before, role) : role;
        }
        if (!held.Any(place => place.Role == UnitRole.Leader && units.Contains(place.UnitId)))
        {
            foreach (var leader in LeadersAbove(tree, held, unitId))
            {
                asked.TryAdd(leader, AttendeeRole.Member);
            }
        }
        if (concernsWork)
        {
            foreach (var (person, role) in Representatives(tree, held, unitId))
            {
                asked[person] = asked.TryGetValue(person, out var before) ? Weightier(before, role) : role;
            }
        }
        return asked;
    }

    /// <summary>
    /// The union and the safety representatives of a unit. Where the unit and those under it have none of one kind, those
    /// of the nearest unit above that has.
    /// </summary>
    /// <param name="tree">All units.</param>
    /// <param name="held">The places that people hold on the day.</param>
    /// <param name="unitId">The unit.</param>
    public static IReadOnlyDictionary<Guid, AttendeeRole> Representatives(
        UnitTree tree,
        IReadOnlyCollection<Position> held,
        Guid unitId
    )
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(held);
        var found = new Dictionary<Guid, AttendeeRole>();
        foreach (var role in new[] { UnitRole.UnionRepresentative, UnitRole.SafetyRepresentative })
        {
            var those = held.Where(place => place.Role == role).ToList();
            var nearest = tree.Whole(unitId);
            var there = those.FindAll(place => nearest.Contains(place.UnitId));
            foreach (var above in tree.Ancestors(unitId))
            {
                if (there.Count > 0)
                {
                    break;
                }
                there = those.FindAll(place => place.UnitId == above.Id);
            }
            foreach (var place in there)
            {
                found.TryAdd(place.PersonId, RoleOf(role));
            }
        }
        return found;
    }

    private static IEnumerable<Guid> LeadersAbove(UnitTree tree, IReadOnlyCollection<Position> held, Guid unitId) =>
        tree.Ancestors(unitId)
            .Select(above => held.Where(place => place.Role == UnitRole.Leader && place.UnitId == above.Id).ToList())
            .FirstOrDefault(leaders => leaders.Count > 0)
            ?.Select(leader => leader.PersonId)
        ?? [];

    // Closed units that went on in it count as it, and so do those under it where they are asked too.
    private static HashSet<Guid> Units(UnitTree tree, Guid unitId, bool includesUnder) =>
        includesUnder
            ? [.. tree.Whole(unitId)]
            : [.. tree.All.Where(unit => tree.Current(unit.Id)?.Id == unitId).Select(unit => unit.Id)];

    private static AttendeeRole RoleOf(string role) =>
        role switch
        {
            UnitRole.UnionRepresentative => AttendeeRole.UnionRepresentative,
            UnitRole.SafetyRepresentative => AttendeeRole.SafetyRepresentative,
            _ => AttendeeRole.Member,
        };

    private static AttendeeRole Weightier(AttendeeRole one, AttendeeRole other) =>
        one == AttendeeRole.Member ? other : one;
}

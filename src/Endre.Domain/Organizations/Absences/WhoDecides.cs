using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.Organizations.Absences;

/// <summary>Who decides for a unit today.</summary>
public static class WhoDecides
{
    /// <summary>
    /// The leaders of the unit who are here; where they are all away, or there is none, its deputies who are here; where
    /// nobody is, the same for the unit above.
    /// </summary>
    /// <param name="tree">All units.</param>
    /// <param name="unitId">The unit; what a closed one decided goes to the one that took over.</param>
    /// <param name="seats">Leaders and deputies, by the open unit.</param>
    /// <returns>None when nobody is here all the way up.</returns>
    public static IReadOnlyList<Guid> For(UnitTree tree, Guid unitId, IReadOnlyCollection<LeadingSeat> seats)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(seats);
        var open = tree.Current(unitId)?.Id ?? unitId;
        foreach (var at in tree.Ancestors(open).Select(unit => unit.Id).Prepend(open))
        {
            var here = seats.Where(seat => seat.UnitId == at && !seat.IsAway).ToList();
            var deciding = here.Exists(seat => !seat.IsDeputy) ? here.Where(seat => !seat.IsDeputy) : here;
            if (deciding.Select(seat => seat.PersonId).Distinct().ToList() is { Count: > 0 } people)
            {
                return people;
            }
        }
        return [];
    }
}

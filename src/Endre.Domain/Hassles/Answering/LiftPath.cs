using Endre.Domain.Organizations;

namespace Endre.Domain.Hassles.Answering;

/// <summary>Somebody who leads a unit, or does so while the leader is away.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="UnitId">The open unit.</param>
/// <param name="IsDeputy">Whether it is the deputy.</param>
/// <param name="IsAway">Whether the person is away today.</param>
public sealed record LeadingSeat(Guid PersonId, Guid UnitId, bool IsDeputy, bool IsAway);

/// <summary>The one to whom something is lifted.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="UnitId">The unit that the person leads, or deputizes in.</param>
/// <param name="InsteadOf">The leader who is away, when it is the deputy; otherwise null.</param>
public sealed record LiftTarget(Guid PersonId, Guid UnitId, Guid? InsteadOf);

/// <summary>Who is one level up.</summary>
public static class LiftPath
{
    /// <summary>The one named leader to whom something may be lifted.</summary>
    /// <remarks>
    /// From where it lies now, the nearest unit above that has a leader. A leader who is away is passed over for the deputy
    /// of the same unit; where there is none either, for the next unit; and where nobody above is here, the nearest leader
    /// gets it all the same, since somebody must own it. Nobody lifts to themselves.
    /// </remarks>
    /// <param name="tree">All units.</param>
    /// <param name="unitId">The unit that answers.</param>
    /// <param name="liftedTo">Who has it now, when it has been lifted already; otherwise null.</param>
    /// <param name="by">Who lifts.</param>
    /// <param name="seats">Leaders and deputies; the first of several leaders of a unit is taken.</param>
    /// <returns>Null when nobody is above.</returns>
    public static LiftTarget? Next(
        UnitTree tree,
        Guid unitId,
        Guid? liftedTo,
        Guid by,
        IReadOnlyCollection<LeadingSeat> seats
    )
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(seats);
        var open = tree.Current(unitId)?.Id ?? unitId;
        var levels = tree.Ancestors(open)
            .Select(unit => unit.Id)
            .Prepend(open)
            .Select(id => seats.Where(seat => seat.UnitId == id).ToList())
            .Where(level => level.Count > 0)
            .ToList();
        var now = levels.FindIndex(level => level.Exists(seat => seat.PersonId == liftedTo));
        // Whoever leads two levels is one level.
        var above = levels
            .Skip(Math.Max(now, 0) + 1)
            .Where(level => !level.Exists(seat => seat.PersonId == by || seat.PersonId == liftedTo))
            .ToList();
        return above.Select(Present).OfType<LiftTarget>().FirstOrDefault()
            ?? above.SelectMany(level => level).Where(seat => !seat.IsDeputy).Select(Of).FirstOrDefault();
    }

    private static LiftTarget? Present(List<LeadingSeat> level)
    {
        var leader = level.Find(seat => !seat.IsDeputy);
        return level.Find(seat => seat is { IsDeputy: false, IsAway: false }) is { } here ? Of(here)
            : level.Find(seat => seat is { IsDeputy: true, IsAway: false }) is { } deputy
                ? new LiftTarget(deputy.PersonId, deputy.UnitId, leader?.PersonId)
            : null;
    }

    private static LiftTarget Of(LeadingSeat seat) => new(seat.PersonId, seat.UnitId, InsteadOf: null);
}

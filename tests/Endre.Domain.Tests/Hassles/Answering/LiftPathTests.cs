using Endre.Domain.Hassles.Answering;
using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Hassles.Answering;

public sealed class LiftPathTests
{
    private static readonly Guid Top = Guid.CreateVersion7();
    private static readonly Guid Health = Guid.CreateVersion7();
    private static readonly Guid Home = Guid.CreateVersion7();
    private static readonly Guid North = Guid.CreateVersion7();
    private static readonly Guid Old = Guid.CreateVersion7();
    private static readonly Guid Lise = Guid.CreateVersion7();
    private static readonly Guid Sigrun = Guid.CreateVersion7();
    private static readonly Guid Stein = Guid.CreateVersion7();
    private static readonly Guid Halvard = Guid.CreateVersion7();

    private static readonly UnitTree Tree = new([
        new Unit(Top, null, "Kommunen", UnitKind.Municipality),
        new Unit(Health, Top, "Helse", UnitKind.Area),
        new Unit(Home, Health, "Hjemmetjenesten", UnitKind.Department),
        new Unit(North, Home, "Team nord", UnitKind.Team),
        new Unit(Old, Top, "Team øst", UnitKind.Team, ClosedAt: DateTimeOffset.UnixEpoch, HeirId: North),
    ]);

    private static readonly LeadingSeat[] Seats =
    [
        new(Lise, Home, IsDeputy: false, IsAway: false),
        new(Sigrun, Health, IsDeputy: false, IsAway: false),
        new(Stein, Health, IsDeputy: true, IsAway: false),
        new(Halvard, Top, IsDeputy: false, IsAway: false),
    ];

    [Fact]
    public void What_waits_is_lifted_to_the_nearest_leader_above_the_one_who_has_it()
    {
        Next(North, liftedTo: null, by: Lise).ShouldBe(new LiftTarget(Sigrun, Health, InsteadOf: null));
        Next(Home, liftedTo: null, by: Lise)!.PersonId.ShouldBe(Sigrun);
        Next(Old, liftedTo: null, by: Lise)!.PersonId.ShouldBe(Sigrun, "a closed unit lies where it went on");
    }

    [Fact]
    public void It_can_be_lifted_again_until_nobody_is_above()
    {
        Next(North, Sigrun, by: Sigrun)!.PersonId.ShouldBe(Halvard);
        Next(North, Halvard, by: Halvard).ShouldBeNull();
        Next(Top, liftedTo: null, by: Halvard).ShouldBeNull();
    }

    [Fact]
    public void Who_is_away_is_stood_in_for_by_the_deputy()
    {
        Next(North, liftedTo: null, by: Lise, away: [Sigrun])
            .ShouldBe(new LiftTarget(Stein, Health, InsteadOf: Sigrun));
        Next(North, Stein, by: Stein)!.PersonId.ShouldBe(Halvard, "the deputy has it on the leader's level");
    }

    [Fact]
    public void With_no_deputy_here_it_goes_to_the_next_level_and_somebody_always_has_it()
    {
        Next(North, liftedTo: null, by: Lise, away: [Sigrun, Stein])!.PersonId.ShouldBe(Halvard);
        Next(North, liftedTo: null, by: Lise, away: [Sigrun, Stein, Halvard])!.PersonId.ShouldBe(Sigrun);
    }

    [Fact]
    public void Nobody_lifts_to_themselves()
    {
        LeadingSeat[] both = [.. Seats, new(Lise, Health, IsDeputy: true, IsAway: false)];
        LiftPath.Next(Tree, North, liftedTo: null, Lise, both)!.PersonId.ShouldBe(Halvard);
    }

    private static LiftTarget? Next(Guid unit, Guid? liftedTo, Guid by, params Guid[] away) =>
        LiftPath.Next(
            Tree,
            unit,
            liftedTo,
            by,
            [.. Seats.Select(seat => seat with { IsAway = away.Contains(seat.PersonId) })]
        );
}

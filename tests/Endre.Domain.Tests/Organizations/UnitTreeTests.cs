using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Organizations;

public sealed class UnitTreeTests
{
    private static readonly Guid Top = Id(1);
    private static readonly Guid Health = Id(2);
    private static readonly Guid North = Id(3);
    private static readonly Guid South = Id(4);
    private static readonly Guid Old = Id(5);
    private static readonly Guid Older = Id(6);
    private static readonly DateTimeOffset Then = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly UnitTree Tree = new([
        new Unit(Top, null, "Fjordvik kommune", UnitKind.Municipality),
        new Unit(Health, Top, "Helse og mestring", UnitKind.Area),
        new Unit(South, Health, "Team sør", UnitKind.Team),
        new Unit(North, Health, "Team nord", UnitKind.Team),
        new Unit(Old, Top, "Team øst", UnitKind.Team, ClosedAt: Then, HeirId: North),
        new Unit(Older, Top, "Team vest", UnitKind.Team, ClosedAt: Then, HeirId: Old),
    ]);

    [Fact]
    public void Children_stand_by_name_and_closed_ones_do_not() =>
        Tree.OpenChildren(Health).Select(unit => unit.Name).ShouldBe(["Team nord", "Team sør"]);

    [Fact]
    public void The_nearest_ancestor_is_first() =>
        Tree.Ancestors(North).Select(unit => unit.Id).ShouldBe([Health, Top]);

    [Fact]
    public void A_closed_unit_leads_to_its_heirs_heir() => Tree.Current(Older)!.Id.ShouldBe(North);

    [Fact]
    public void What_was_said_in_a_merged_unit_counts_where_it_went_on()
    {
        Tree.Whole(Health).ShouldBe(new HashSet<Guid> { Health, North, South, Old, Older }, ignoreOrder: true);
        Tree.Whole(South).ShouldBe(new HashSet<Guid> { South });
    }

    [Fact]
    public void Each_row_counts_once_under_the_top() => Tree.Whole(Top).Count.ShouldBe(6);

    [Fact]
    public void Heirs_and_parents_in_a_circle_end()
    {
        var circle = new UnitTree([
            new Unit(North, South, "a", UnitKind.Team, ClosedAt: Then, HeirId: South),
            new Unit(South, North, "b", UnitKind.Team, ClosedAt: Then, HeirId: North),
        ]);
        circle.Current(North).ShouldNotBeNull();
        circle.Ancestors(North).Count().ShouldBe(1);
        circle.Whole(North).Count.ShouldBe(2);
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}

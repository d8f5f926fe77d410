using Endre.Domain.Organizations;
using Endre.Web.Access;

namespace Endre.Web.Tests.Access;

public sealed class UnitScopeTests
{
    private static readonly Guid Top = Guid.CreateVersion7();
    private static readonly Guid Health = Guid.CreateVersion7();
    private static readonly Guid North = Guid.CreateVersion7();
    private static readonly Guid South = Guid.CreateVersion7();
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly Guid East = Guid.CreateVersion7();
    private static readonly Guid Kari = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly UnitTree Tree = new([
        new Unit(Top, null, "Fjordvik kommune", UnitKind.Municipality),
        new Unit(Health, Top, "Helse", UnitKind.Area),
        new Unit(North, Health, "Nord", UnitKind.Team),
        new Unit(South, Health, "Sør", UnitKind.Team),
        new Unit(School, Top, "Skolen", UnitKind.Institution),
        new Unit(East, Health, "Øst", UnitKind.Team, ClosedAt: DateTimeOffset.UnixEpoch, HeirId: North),
    ]);

    [Fact]
    public void Who_works_in_a_unit_sees_it_those_above_and_what_it_took_over()
    {
        var scope = ScopeOf(UnitRole.Employee, North);
        scope.Visible.ShouldBe(new HashSet<Guid> { North, Health, Top, East }, ignoreOrder: true);
        scope.Led.ShouldBeEmpty();
        scope.SeesNames(North).ShouldBeTrue();
        scope.SeesNames(South).ShouldBeFalse();
    }

    [Theory]
    [InlineData(UnitRole.Leader)]
    [InlineData(UnitRole.Deputy)]
    public void Who_leads_a_unit_leads_all_under_it_and_nothing_beside_it(string role)
    {
        var scope = ScopeOf(role, Health);
        scope.Led.ShouldBe(new HashSet<Guid> { Health, North, South, East }, ignoreOrder: true);
        scope.Sees(Top).ShouldBeTrue();
        scope.Leads(Top).ShouldBeFalse();
        scope.Sees(School).ShouldBeFalse();
    }

    [Theory]
    [InlineData(UnitRole.ChangeAgent)]
    [InlineData(UnitRole.UnionRepresentative)]
    [InlineData(UnitRole.SafetyRepresentative)]
    public void To_drive_change_or_to_represent_is_not_to_lead(string role) =>
        ScopeOf(role, Health).Led.ShouldBeEmpty();

    [Fact]
    public void A_position_that_has_ended_or_not_begun_gives_nothing()
    {
        Scope(Place(UnitRole.Leader, Health) with { Until = Today.AddDays(-1) }).Visible.ShouldBeEmpty();
        Scope(Place(UnitRole.Leader, Health) with { Since = Today.AddDays(1) }).Visible.ShouldBeEmpty();
        Scope(Place(UnitRole.Leader, Health) with { Since = Today, Until = Today }).Led.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_administrator_answers_for_all_of_it() =>
        UnitScope.Of(Tree, [], isAdministrator: true, Today).Led.Count.ShouldBe(6);

    private static UnitScope ScopeOf(string role, Guid unit) => Scope(Place(role, unit));

    private static UnitScope Scope(Position place) => UnitScope.Of(Tree, [place], isAdministrator: false, Today);

    private static Position Place(string role, Guid unit) => new(Guid.CreateVersion7(), Kari, unit, role);
}

using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Organizations;

public sealed class PositionRulesTests
{
    private static readonly Guid Unit = Id(1);
    private static readonly Guid Closed = Id(2);
    private static readonly Guid Kari = Id(3);
    private static readonly DateOnly Today = new(2026, 8, 1);
    private static readonly Moment Now = new(new DateTimeOffset(2026, 8, 1, 7, 0, 0, TimeSpan.Zero), Today);
    private static readonly Position Works = new(Id(4), Kari, Unit, UnitRole.Employee, "vaktmester", Today.AddDays(-9));

    private static readonly UnitTree Tree = new([
        new Unit(Unit, null, "Eiendom", UnitKind.Department),
        new Unit(Closed, null, "Drift", UnitKind.Department, ClosedAt: Now.At),
    ]);

    [Fact]
    public void A_person_may_be_several_things_in_one_unit() =>
        Try(new AddPosition(Works with { Id = Id(5), Role = UnitRole.SafetyRepresentative, Title = null }))
            .ShouldBeNull();

    [Fact]
    public void A_position_cannot_be_added_for_reasons_in_words()
    {
        var fresh = Works with { Id = Id(5), Title = "renholder" };
        Try(new AddPosition(fresh with { UnitId = Id(9) })).ShouldBe("UnitUnknown");
        Try(new AddPosition(fresh with { UnitId = Closed })).ShouldBe("UnitIsClosed");
        Try(new AddPosition(fresh with { Role = "sjef" })).ShouldBe("UnitRoleUnknown");
        Try(new AddPosition(fresh with { Until = Today.AddDays(-10) })).ShouldBe("PositionEndsBeforeStart");
        Try(new AddPosition(fresh with { Title = new string('a', 201) })).ShouldBe("TextTooLong");
        Try(new AddPosition(fresh with { Title = "Vaktmester" })).ShouldBe("PositionHeld");
    }

    [Fact]
    public void The_same_position_again_after_it_ended_is_another() =>
        PositionRules
            .Decide(
                Tree,
                [Works with { Until = Today.AddDays(-1) }],
                new AddPosition(Works with { Id = Id(5), Since = Today }),
                Now
            )
            .IsRefused.ShouldBeFalse();

    [Fact]
    public void Fifty_are_enough()
    {
        Position[] many = [.. Enumerable.Range(0, 50).Select(i => Works with { Id = Id(100 + i), Title = $"nr. {i}" })];
        PositionRules
            .Decide(Tree, many, new AddPosition(Works with { Id = Id(5), Title = "en til" }), Now)
            .Refusal!.Reason.ShouldBe("TooManyPositions");
    }

    [Fact]
    public void One_that_ends_keeps_its_row_and_one_that_never_began_is_taken_back()
    {
        Happened(Works, new EndPosition(Works.Id, Today))
            .ShouldBe(new PositionChanged(Works, Works with { Until = Today }));
        var later = Works with { Since = Today.AddDays(5) };
        Happened(later, new EndPosition(Works.Id, Today)).ShouldBe(new PositionWithdrawn(later));
    }

    [Fact]
    public void Its_last_day_is_still_a_day()
    {
        var last = Works with { Until = Today };
        last.IsHeldOn(Today).ShouldBeTrue();
        last.IsHeldOn(Today.AddDays(1)).ShouldBeFalse();
        Works.IsHeldOn(Today.AddDays(-10)).ShouldBeFalse();
    }

    private static OrganizationEvent Happened(Position position, PositionCommand command) =>
        PositionRules.Decide(Tree, [position], command, Now).Events.Single();

    private static string? Try(PositionCommand command) =>
        PositionRules.Decide(Tree, [Works], command, Now).Refusal?.Reason;

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}

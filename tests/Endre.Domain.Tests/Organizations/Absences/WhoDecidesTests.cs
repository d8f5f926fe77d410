using Endre.Domain.Hassles.Answering;
using Endre.Domain.Organizations;
using Endre.Domain.Organizations.Absences;

namespace Endre.Domain.Tests.Organizations.Absences;

public sealed class WhoDecidesTests
{
    private static readonly Guid Top = Guid.CreateVersion7();
    private static readonly Guid Ward = Guid.CreateVersion7();
    private static readonly Guid Head = Guid.CreateVersion7();
    private static readonly Guid Leader = Guid.CreateVersion7();
    private static readonly Guid Deputy = Guid.CreateVersion7();

    [Theory]
    [InlineData(false, false, "leader")]
    [InlineData(true, false, "deputy")]
    [InlineData(true, true, "head")]
    public void The_leader_or_the_deputy_or_the_unit_above(bool leaderAway, bool deputyAway, string who) =>
        WhoDecides
            .For(
                Tree(),
                Ward,
                [
                    new LeadingSeat(Head, Top, IsDeputy: false, IsAway: false),
                    new LeadingSeat(Leader, Ward, IsDeputy: false, leaderAway),
                    new LeadingSeat(Deputy, Ward, IsDeputy: true, deputyAway),
                ]
            )
            .ShouldBe([
                who switch
                {
                    "leader" => Leader,
                    "deputy" => Deputy,
                    _ => Head,
                },
            ]);

    [Fact]
    public void Two_leaders_decide_both_and_nobody_when_all_are_away()
    {
        WhoDecides
            .For(
                Tree(),
                Ward,
                [
                    new LeadingSeat(Leader, Ward, IsDeputy: false, IsAway: false),
                    new LeadingSeat(Deputy, Ward, IsDeputy: false, IsAway: false),
                ]
            )
            .ShouldBe([Leader, Deputy]);
        WhoDecides.For(Tree(), Ward, [new LeadingSeat(Leader, Ward, IsDeputy: false, IsAway: true)]).ShouldBeEmpty();
    }

    private static UnitTree Tree() =>
        new([
            new Unit(Top, ParentId: null, "Kommunen", UnitKind.Municipality),
            new Unit(Ward, Top, "Post 3", UnitKind.Team),
        ]);
}

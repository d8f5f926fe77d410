using System.Collections.Immutable;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Organizations;

public sealed class UnitRulesTests
{
    private static readonly Guid Top = Id(1);
    private static readonly Guid Health = Id(2);
    private static readonly Guid North = Id(3);
    private static readonly Guid South = Id(4);
    private static readonly Guid Night = Id(5);
    private static readonly Guid Kari = Id(101);
    private static readonly Guid Jonas = Id(102);
    private static readonly Guid Fresh = Id(7);
    private static readonly Moment Now = new(
        new DateTimeOffset(2026, 8, 1, 7, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 8, 1)
    );

    private static readonly UnitTree Tree = new([
        new Unit(Top, null, "Fjordvik kommune", UnitKind.Municipality),
        new Unit(Health, Top, "Helse og mestring", UnitKind.Area, "H1"),
        new Unit(South, Health, "Team sør", UnitKind.Team),
        new Unit(North, Health, "Team nord", UnitKind.Team, "T1", Version: 3),
        new Unit(Night, North, "Nattevakta", UnitKind.Team),
    ]);

    private static readonly Position KariLeads = new(Id(201), Kari, North, UnitRole.Leader, "avdelingsleder");
    private static readonly Position JonasWorks = new(Id(202), Jonas, North, UnitRole.Employee, "sykepleier");
    private static readonly Position JonasIsSafe = new(Id(203), Jonas, North, UnitRole.SafetyRepresentative);
    private static readonly Position[] People = [KariLeads, JonasWorks, JonasIsSafe];

    [Fact]
    public void A_unit_is_opened_under_another_with_its_name_tidied()
    {
        var opened = Decide(new OpenUnit(New("  Team\n øst "))).Events.Single().ShouldBeOfType<UnitChanged>();
        opened.After.ShouldBe(new Unit(Fresh, Health, "Team øst", UnitKind.Team));
        opened.Act.ShouldBe(UnitAct.Opened);
    }

    [Theory]
    [InlineData("", "team", null, "TextMissing", "name")]
    [InlineData("Team øst", "gjeng", null, "UnitKindUnknown", "kind")]
    [InlineData("team NORD", "team", null, "UnitNameTaken", "name")]
    [InlineData("Team øst", "team", "T1", "UnitCodeTaken", "code")]
    public void What_cannot_be_opened_is_refused_at_its_field(
        string name,
        string kind,
        string? code,
        string reason,
        string field
    )
    {
        var refusal = Decide(new OpenUnit(New(name) with { Kind = kind, Code = code })).Refusal!;
        (refusal.Reason, refusal.Field).ShouldBe((reason, field));
    }

    [Fact]
    public void A_name_may_stand_twice_where_the_codes_tell_them_apart() =>
        Decide(new OpenUnit(New("Team nord") with { Code = "T2" })).IsRefused.ShouldBeFalse();

    [Fact]
    public void A_closed_units_code_goes_to_the_unit_that_is_opened_under_it()
    {
        var tree = After(Decide(new MergeUnits([new SeenUnit(North)], South, null)));
        var events = UnitRules.Decide(tree, [], new OpenUnit(New("Team øst") with { Code = "T1" }), Now).Events;
        events.OfType<UnitChanged>().Select(e => (e.After.Id, e.After.Code)).ShouldBe([(North, null), (Fresh, "T1")]);
    }

    [Fact]
    public void Somebody_who_saw_an_older_version_is_told() =>
        Decide(new RenameUnit(North, 2, "Team nordvest", UnitKind.Team, null))
            .Refusal!.Reason.ShouldBe("UnitChangedMeanwhile");

    [Fact]
    public void A_rename_that_changes_nothing_is_no_event() =>
        Decide(new RenameUnit(North, 3, "Team nord", UnitKind.Team, "T1")).Events.ShouldBeEmpty();

    [Fact]
    public void A_unit_never_lies_under_itself_or_its_descendant()
    {
        Decide(new MoveUnit(North, 3, North)).Refusal!.Reason.ShouldBe("UnitUnderItself");
        Decide(new MoveUnit(Health, 1, Night)).Refusal!.Reason.ShouldBe("UnitUnderItself");
    }

    [Fact]
    public void A_unit_never_lies_under_a_closed_one()
    {
        var tree = After(Decide(new MergeUnits([new SeenUnit(South)], North, null)));
        UnitRules.Decide(tree, [], new MoveUnit(Night, null, South), Now).Refusal!.Reason.ShouldBe("UnitParentClosed");
    }

    [Fact]
    public void No_deeper_than_the_limit()
    {
        var tree = Tree;
        var parent = Night;
        for (var level = 5; level <= UnitRules.DeepestLevel; level++)
        {
            var unit = new Unit(Id(1000 + level), parent, $"Nivå {level}", UnitKind.Team);
            (tree, parent) = (tree.With(unit), unit.Id);
        }
        UnitRules
            .Decide(tree, [], new OpenUnit(New("For dypt") with { ParentId = parent }), Now)
            .Refusal!.Reason.ShouldBe("UnitTooDeep");
        UnitRules.Decide(tree, [], new MoveUnit(North, null, South), Now).Refusal!.Reason.ShouldBe("UnitTooDeep");
    }

    [Fact]
    public void Merged_into_another_its_people_and_parts_go_along_and_its_leader_works_on()
    {
        var decision = Decide(new MergeUnits([new SeenUnit(North, 3)], South, null));
        var tree = After(decision);
        tree.Current(North)!.Id.ShouldBe(South);
        tree.Find(Night)!.ParentId.ShouldBe(South);
        tree.Whole(South).ShouldBe(new HashSet<Guid> { South, North, Night }, ignoreOrder: true);
        decision
            .Events.OfType<PositionOpened>()
            .Select(e => (e.Position.PersonId, e.Position.UnitId, e.Position.Role, e.Position.Since))
            .ShouldBe(
                [
                    (Kari, South, UnitRole.Employee, Now.Today),
                    (Jonas, South, UnitRole.Employee, Now.Today),
                    (Jonas, South, UnitRole.SafetyRepresentative, Now.Today),
                ],
                ignoreOrder: true
            );
        decision.Events.OfType<PositionChanged>().ShouldAllBe(e => e.After.Until == Now.Today.AddDays(-1));
        decision.Events.OfType<UnitChanged>().ShouldContain(e => e.Act == UnitAct.TookOver && e.After.Id == South);
    }

    [Fact]
    public void Two_become_a_new_one_under_the_name_and_code_of_one_of_them_with_the_leader_that_was_chosen()
    {
        var into = New("Team nord") with { Code = "T1", LeaderId = Jonas };
        var decision = Decide(new MergeUnits([new SeenUnit(North, 3), new SeenUnit(South)], null, into));
        decision.Refusal.ShouldBeNull();
        var tree = After(decision);
        tree.Find(Fresh)!.Code.ShouldBe("T1");
        tree.Current(South)!.Id.ShouldBe(Fresh);
        var leads = decision.Events.OfType<PositionOpened>().Where(e => e.Position.Role == UnitRole.Leader);
        leads.Single().Position.PersonId.ShouldBe(Jonas);
    }

    [Fact]
    public void A_merger_is_refused_for_reasons_in_words()
    {
        Reason(new MergeUnits([], South, null)).ShouldBe("MergeNeedsUnits");
        Reason(new MergeUnits([new SeenUnit(North)], null, New("Ny"))).ShouldBe("MergeNeedsUnits");
        Reason(new MergeUnits([new SeenUnit(North), new SeenUnit(South)], null, null)).ShouldBe("MergeNeedsTarget");
        Reason(new MergeUnits([new SeenUnit(North)], North, null)).ShouldBe("HeirIsItself");
        Reason(new MergeUnits([new SeenUnit(North)], Night, null)).ShouldBe("HeirLiesUnder");
        Reason(new MergeUnits([new SeenUnit(North, 1)], South, null)).ShouldBe("UnitChangedMeanwhile");
        Reason(new MergeUnits([new SeenUnit(North), new SeenUnit(South)], null, New("Ny") with { LeaderId = Top }))
            .ShouldBe("LeaderNotAmongPeople");
    }

    [Fact]
    public void A_split_places_everybody_and_has_one_heir()
    {
        var split = new SplitUnit(
            North,
            3,
            [South],
            [New("Team dag")],
            Fresh,
            new Dictionary<Guid, Guid>
            {
                [KariLeads.Id] = Fresh,
                [JonasWorks.Id] = South,
                [JonasIsSafe.Id] = South,
            }.ToImmutableDictionary()
        );
        var decision = Decide(split);
        var tree = After(decision);
        tree.Current(North)!.Id.ShouldBe(Fresh);
        tree.Find(Night)!.ParentId.ShouldBe(Fresh);
        decision
            .Events.OfType<PositionOpened>()
            .Select(e => (e.Position.PersonId, e.Position.UnitId))
            .ShouldBe([(Kari, Fresh), (Jonas, South), (Jonas, South)], ignoreOrder: true);
        Decide(split with { Places = split.Places.Remove(JonasWorks.Id) }).Refusal!.Details.ShouldBe(["1"]);
        Decide(split with { HeirId = Health }).Refusal!.Reason.ShouldBe("SplitNeedsHeir");
        Decide(split with { IntoIds = [] }).Refusal!.Reason.ShouldBe("SplitNeedsParts");
    }

    [Fact]
    public void A_unit_with_people_closes_only_when_they_have_somewhere_to_go()
    {
        var tree = Tree.With(Tree.Find(Night)! with { ParentId = South });
        Refusal? Try(CloseUnit close) => UnitRules.Decide(tree, People, close, Now).Refusal;
        Try(new CloseUnit(North, 3, null))!.Reason.ShouldBe("UnitHasPeople");
        Try(new CloseUnit(North, 3, null, South)).ShouldBeNull();
        Try(new CloseUnit(South, 1, null))!.Reason.ShouldBe("UnitHasParts");
        Try(new CloseUnit(Night, 1, null)).ShouldBeNull();
        Decide(new CloseUnit(Top, 1, null)).Refusal!.Reason.ShouldBe("UnitHasParts");
    }

    [Fact]
    public void What_is_reopened_is_its_own_again()
    {
        var tree = After(Decide(new MergeUnits([new SeenUnit(South)], North, null)));
        var reopened = UnitRules.Decide(tree, [], new ReopenUnit(South, null, Health), Now);
        tree = reopened.Events.Aggregate(tree, UnitRules.Evolve);
        tree.Current(South)!.Id.ShouldBe(South);
        tree.Whole(North).ShouldNotContain(South);
        UnitRules.Decide(tree, [], new ReopenUnit(South, null, Health), Now).Events.ShouldBeEmpty();
    }

    private static string? Reason(UnitCommand command) => Decide(command).Refusal?.Reason;

    private static Decision<OrganizationEvent> Decide(UnitCommand command) =>
        UnitRules.Decide(Tree, People, command, Now);

    private static UnitTree After(Decision<OrganizationEvent> decision) =>
        decision.Events.Aggregate(Tree, UnitRules.Evolve);

    private static NewUnit New(string name) => new(Fresh, Health, name, UnitKind.Team);

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}

using Endre.Domain.Insights;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Insights;

public sealed class FactorRulesTests
{
    private const string Leadership = "driver-leadership";
    private static readonly FactorList Deck = FactorList.FromDeck;
    private static readonly Wording None = new("");

    [Fact]
    public void A_new_barrier_stands_last_among_the_barriers()
    {
        var list = After(Deck, new AddFactor("barrier-new", Factor.Barrier, new("  Møtetyngde ", "Møtetyngd"), None));
        list.OfKind(Factor.Barrier)[^1]
            .ShouldBe(
                new ListedFactor(
                    new Factor("barrier-new", Factor.Barrier, new("Møtetyngde", "Møtetyngd"), None),
                    Position: 9
                )
            );
        list.OfKind(Factor.Driver).ShouldBe(Deck.OfKind(Factor.Driver));
    }

    [Fact]
    public void A_factor_is_worded_anew_and_the_change_holds_what_it_was()
    {
        var changed = Change(
            Deck,
            new RewordFactor(Leadership, 1, new("Leiing", null, "Leading"), new("Som ser folk."))
        );
        changed.Act.ShouldBe(FactorAct.Reworded);
        changed.Before.ShouldBe(Deck.Find(Leadership));
        changed.After.Factor.Name.ShouldBe(new Wording("Leiing", null, "Leading"));
        changed.After.Version.ShouldBe(2);
        FactorRules.Evolve(Deck, changed).Find(Leadership).ShouldBe(changed.After);
    }

    [Fact]
    public void The_second_of_two_who_reword_the_same_is_told()
    {
        var list = After(Deck, new RewordFactor(Leadership, 1, new("Ledelse"), None));
        ShouldRefuse(
            list,
            new RewordFactor(Leadership, 1, new("Leiing"), None),
            ["FactorChangedMeanwhile", null, "Ledelse"]
        );
        After(list, new RewordFactor(Leadership, 2, new("Leiing"), None))
            .Find(Leadership)!
            .Factor.Name.Nb.ShouldBe("Leiing");
    }

    [Fact]
    public void To_word_it_as_it_is_changes_nothing()
    {
        var now = Deck.Find(Leadership)!.Factor;
        var decision = FactorRules.Decide(Deck, new RewordFactor(Leadership, 1, now.Name, now.Description));
        decision.IsRefused.ShouldBeFalse();
        decision.Events.ShouldBeEmpty();
    }

    [Fact]
    public void It_moves_one_place_and_its_neighbor_takes_its_place()
    {
        var list = After(Deck, new MoveFactor("driver-organization", 3, IsUp: true));
        Drivers(list).Take(3).ShouldBe([Leadership, "driver-organization", "driver-co-workership"]);
        list = After(list, new MoveFactor("driver-organization", 2, IsUp: false));
        Drivers(list).ShouldBe(Drivers(Deck));
    }

    [Fact]
    public void The_first_stays_first_and_the_last_last()
    {
        FactorRules.Decide(Deck, new MoveFactor(Leadership, 1, IsUp: true)).Events.ShouldBeEmpty();
        FactorRules.Decide(Deck, new MoveFactor("barrier-early-phase", 7, IsUp: false)).Events.Count.ShouldBe(1);
        FactorRules.Decide(Deck, new MoveFactor("barrier-pilots-not-implemented", 8, false)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_move_from_where_it_no_longer_stands_is_refused()
    {
        var list = After(Deck, new MoveFactor("driver-organization", 3, IsUp: true));
        Refused(list, new MoveFactor("driver-organization", 3, IsUp: true)).Reason.ShouldBe("FactorsMovedMeanwhile");
    }

    [Fact]
    public void A_move_does_not_disturb_the_one_who_is_writing()
    {
        var list = After(Deck, new MoveFactor(Leadership, 1, IsUp: false));
        list = After(list, new RewordFactor(Leadership, 1, new("Leiing"), None));
        list.Find(Leadership)!.Position.ShouldBe(2);
    }

    [Fact]
    public void A_retired_factor_keeps_its_place_and_comes_back_to_it()
    {
        var list = After(Deck, new RetireFactor("barrier-zero-error-culture", 1));
        list.Find("barrier-zero-error-culture")!
            .ShouldSatisfyAllConditions(
                f => f.IsRetired.ShouldBeTrue(),
                f => f.Position.ShouldBe(3),
                f => f.Version.ShouldBe(2)
            );
        FactorRules.Decide(list, new RetireFactor("barrier-zero-error-culture", 1)).Events.ShouldBeEmpty();
        list = After(list, new RestoreFactor("barrier-zero-error-culture", 2));
        list.Find("barrier-zero-error-culture")!.IsRetired.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_retires_what_somebody_else_has_just_reworded()
    {
        var list = After(Deck, new RewordFactor(Leadership, 1, new("Ledelse"), None));
        Refused(list, new RetireFactor(Leadership, 1)).Reason.ShouldBe("FactorChangedMeanwhile");
    }

    [Fact]
    public void Two_that_are_offered_cannot_have_one_name_but_a_retired_one_gives_it_free()
    {
        var same = new AddFactor("driver-again", Factor.Driver, new("LEDERSKAP"), None);
        ShouldRefuse(Deck, same, ["FactorNameTaken", "nameNb", "LEDERSKAP"]);
        Refused(Deck, new RewordFactor("driver-champions", 1, new("Lederskap"), None))
            .Reason.ShouldBe("FactorNameTaken");
        var list = After(After(Deck, new RetireFactor(Leadership, 1)), same);
        Refused(list, new RestoreFactor(Leadership, 2)).Reason.ShouldBe("FactorNameTaken");
    }

    [Fact]
    public void A_driver_may_be_called_what_a_barrier_is_called() =>
        After(Deck, new AddFactor("driver-x", Factor.Driver, new("Nullfeilkultur"), None))
            .OfKind(Factor.Driver)
            .Length.ShouldBe(12);

    [Theory]
    [InlineData("", "", "", "TextMissing", "nameNb")]
    [InlineData(" \u200b", "", "", "TextMissing", "nameNb")]
    [InlineData("Navn", "Noen", "Somebody 01019012345", "NationalIdentityNumber", "descriptionEn")]
    [InlineData("Navn", "", "An explanation", "TextMissing", "descriptionNb")]
    public void A_text_that_cannot_be_kept_is_refused_at_its_field(
        string name,
        string description,
        string english,
        string reason,
        string field
    )
    {
        var refusal = Refused(
            Deck,
            new AddFactor("driver-x", Factor.Driver, new(name), new Wording(description, En: english))
        );
        (refusal.Reason, refusal.Field).ShouldBe((reason, field));
    }

    [Fact]
    public void A_name_or_an_explanation_over_its_limit_is_refused_in_each_language()
    {
        var name = new string('n', Factor.LongestName + 1);
        var text = new string('t', Factor.LongestDescription + 1);
        ShouldRefuse(Deck, Add(new Wording(name), None), ["TextTooLong", "nameNb", "120", "121"]);
        Refused(Deck, Add(new Wording("N", name), None)).Field.ShouldBe("nameNn");
        Refused(Deck, Add(new Wording("N", En: name), None)).Field.ShouldBe("nameEn");
        Refused(Deck, Add(new Wording("N"), new Wording("F", Nn: text))).Field.ShouldBe("descriptionNn");
    }

    [Fact]
    public void A_kind_holds_sixty_and_no_more()
    {
        var list = Deck;
        for (var i = 0; list.OfKind(Factor.Driver).Length < FactorRules.MostOfKind; i++)
        {
            list = After(list, new AddFactor($"driver-{i}", Factor.Driver, new($"Driver {i}"), None));
        }
        Refused(list, Add(new Wording("En til"), None)).Reason.ShouldBe("TooManyOfKind");
        Refused(list, new AddFactor("x", "wish", new("Ønske"), None)).Reason.ShouldBe("FactorKindUnknown");
    }

    [Fact]
    public void What_does_not_exist_cannot_be_changed()
    {
        FactorCommand[] commands =
        [
            new RewordFactor("x", 1, new("Navn"), None),
            new MoveFactor("x", 1, IsUp: true),
            new RetireFactor("x", 1),
            new RestoreFactor("x", 1),
        ];
        commands.Select(c => Refused(Deck, c).Reason).ShouldAllBe(reason => reason == "FactorUnknown");
    }

    [Fact]
    public void Ties_and_gaps_in_what_was_stored_are_put_in_order()
    {
        var list = new FactorList([Listed("driver-b", 7), Listed("driver-a", 7), Listed("driver-c", 2)]).InOrder();
        list.All.Select(f => (f.Id, f.Position)).ShouldBe([("driver-c", 1), ("driver-a", 2), ("driver-b", 3)]);
    }

    private static AddFactor Add(Wording name, Wording description) =>
        new("driver-x", Factor.Driver, name, description);

    private static ListedFactor Listed(string id, int position) =>
        new(new Factor(id, Factor.Driver, new Wording(id), None), position);

    private static IEnumerable<string> Drivers(FactorList list) => list.OfKind(Factor.Driver).Select(f => f.Id);

    private static FactorChanged Change(FactorList list, FactorCommand command) =>
        FactorRules.Decide(list, command).Events.ShouldHaveSingleItem();

    private static FactorList After(FactorList list, FactorCommand command) =>
        FactorRules.Evolve(list, Change(list, command));

    private static Refusal Refused(FactorList list, FactorCommand command) =>
        FactorRules.Decide(list, command).Refusal.ShouldNotBeNull();

    // A refusal's details are a list, which equals only itself.
    private static void ShouldRefuse(FactorList list, FactorCommand command, string?[] expected)
    {
        var refusal = Refused(list, command);
        string?[] said = [refusal.Reason, refusal.Field, .. refusal.Details];
        said.ShouldBe(expected);
    }
}

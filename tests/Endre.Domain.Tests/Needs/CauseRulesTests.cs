using Endre.Domain.Needs;
using static Endre.Domain.Tests.Needs.Given;

namespace Endre.Domain.Tests.Needs;

public sealed class CauseRulesTests
{
    private static readonly Guid A = New();
    private static readonly Guid B = New();
    private static readonly Guid C = New();

    // a has b and c under it.
    private static readonly Need Tree = ANeed(Hassle)
        .After(Why(A, null, "Heisen står der den sist ble brukt"))
        .After(Why(B, A, "Ingen plass er heisens"))
        .After(Why(C, A, "Det er travelt"));

    [Fact]
    public void A_why_has_several_answers_and_each_may_be_asked_again()
    {
        Tree.Under(null).Select(cause => cause.Id).ShouldBe([A]);
        Tree.Under(A).Select(cause => cause.Id).ShouldBe([B, C]);
        Tree.ShouldChangeNothing(Why(B, A, "Ingen plass er heisens"));
        Tree.ShouldRefuse(Why(New(), New(), "Hm"), "CauseUnknown");
        Tree.ShouldRefuse(Why(New(), A, " "), "TextMissing", "text");
        Tree.ShouldRefuse(Why(New(), A, new string('x', 201)), "TextTooLong", "text");
    }

    [Fact]
    public void A_cause_counts_as_checked_only_when_it_says_how_one_knows()
    {
        Tree.ShouldRefuse(
            new JudgeCause(B, "Ingen plass", Influence.Yes, " ", IsChecked: true),
            "ProofMissing",
            "proof"
        );
        var judged = Tree.After(new JudgeCause(B, "Ingen plass", Influence.Yes, "Så i uke 9", IsChecked: true));
        var cause = judged.CauseOf(B)!;
        (cause.Influence, cause.Proof, cause.IsChecked).ShouldBe((Influence.Yes, "Så i uke 9", true));
        judged.ShouldRefuse(
            new JudgeCause(B, "Ingen plass", Influence.Yes, "", IsChecked: true),
            "ProofMissing",
            "proof"
        );
        Tree.ShouldRefuse(new JudgeCause(New(), "a", null, null, IsChecked: false), "CauseUnknown");
    }

    [Fact]
    public void A_leaf_may_be_a_hassle_that_the_need_stands_on_and_nothing_hangs_under_it()
    {
        var leaf = New();
        var need = Tree.After(new AnswerWhy(leaf, B, "blir ikke brukt", Hassle, null));
        need.CauseOf(leaf)!.Text.ShouldBe("");
        need.ShouldRefuse(Why(New(), leaf, "Hm"), "HassleIsLeaf", "parent");
        need.ShouldRefuse(new MoveCause(C, leaf), "HassleIsLeaf", "parent");
        need.ShouldRefuse(new AnswerWhy(New(), B, null, New(), null), "HassleNotTied", "text");
        need.After(new JudgeCause(leaf, null, Influence.Partly, "", IsChecked: false))
            .CauseOf(leaf)!
            .Influence.ShouldBe(Influence.Partly);
    }

    [Fact]
    public void A_cause_moves_with_all_under_it_and_never_under_itself()
    {
        Tree.ShouldRefuse(new MoveCause(A, B), "CauseUnderItself", "parent");
        Tree.ShouldRefuse(new MoveCause(A, A), "CauseUnderItself", "parent");
        Tree.ShouldRefuse(new MoveCause(B, New()), "CauseUnknown");
        Tree.ShouldChangeNothing(new MoveCause(B, A));
        Tree.After(new MoveCause(B, C)).CauseOf(B)!.ParentId.ShouldBe(C);
        Tree.After(new MoveCause(B, null)).Under(null).Count().ShouldBe(2);
    }

    [Fact]
    public void Only_what_has_no_answers_is_removed()
    {
        Tree.ShouldRefuse(new RemoveCause(A), "CauseHasAnswers");
        Tree.After(new RemoveCause(B)).Causes.Count.ShouldBe(2);
        Tree.ShouldChangeNothing(new RemoveCause(New()));
    }

    [Fact]
    public void A_tree_is_eight_whys_deep_and_has_a_hundred_answers()
    {
        var need = ANeed();
        Guid? above = null;
        for (var depth = 0; depth < Cause.Deepest; depth++)
        {
            var id = New();
            need = need.After(Why(id, above, $"Fordi {depth}"));
            above = id;
        }
        need.ShouldRefuse(Why(New(), above, "Fordi"), "TooDeep", "parent");
        var side = New();
        need = need.After(Why(side, null, "Noe annet"));
        need.ShouldRefuse(new MoveCause(need.Under(null).First().Id, side), "TooDeep", "parent");
        while (need.Causes.Count < Cause.Most)
        {
            need = need.After(Why(New(), null, "Mer"));
        }
        need.ShouldRefuse(Why(New(), null, "Mer"), "TooManyCauses", "text");
    }

    [Fact]
    public void However_it_is_moved_and_removed_every_cause_hangs_under_the_need()
    {
        var random = new Random(11);
        var need = ANeed();
        for (var i = 0; i < 600; i++)
        {
            var ids = need.Causes.Select(cause => (Guid?)cause.Id).Append(null).ToList();
            Guid? Any() => ids[random.Next(ids.Count)];
            NeedCommand command = random.Next(4) switch
            {
                0 or 1 => Why(New(), Any(), $"Fordi {i}"),
                2 => new MoveCause(Any(), Any()),
                _ => new RemoveCause(Any()),
            };
            var decision = NeedRules.Decide(need, command);
            need = decision.Events.Aggregate(need, NeedRules.Evolve);
            Reached(need, null, 1).ShouldBe(need.Causes.Count);
        }
        need.Causes.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void The_bones_are_six_to_begin_with_and_are_renamed_made_and_taken_away()
    {
        Tree.Categories.Select(category => category.Id)
            .ShouldBe(["people", "routines", "equipment", "information", "rooms", "frames"]);
        var sorted = Tree.After(new SortCause(B, "rooms"));
        sorted.CauseOf(B)!.CategoryId.ShouldBe("rooms");
        sorted.ShouldRefuse(new SortCause(B, "sky"), "CategoryUnknown", "category");
        var named = sorted.After(new NameCategory("rooms", "Rom og uteområder"));
        named.Categories[4].ShouldBe(new CauseCategory("rooms", "Rom og uteområder"));
        named.After(new RemoveCategory("rooms")).CauseOf(B)!.CategoryId.ShouldBeNull();
        named.ShouldRefuse(new NameCategory("rooms", ""), "TextMissing", "name");
        var full = Enumerable
            .Range(0, 4)
            .Aggregate(named, (need, i) => need.After(new NameCategory($"b{i}", $"Bein {i}")));
        full.ShouldRefuse(new NameCategory("til", "Ett til"), "TooManyCategories", "name");
        full.ShouldChangeNothing(new RemoveCategory("sky"));
    }

    private static int Reached(Need need, Guid? parent, int depth)
    {
        depth.ShouldBeLessThanOrEqualTo(Cause.Deepest + 1);
        return need.Under(parent).Sum(cause => 1 + Reached(need, cause.Id, depth + 1));
    }

    private static AnswerWhy Why(Guid id, Guid? parent, string text) => new(id, parent, text, null, null);
}

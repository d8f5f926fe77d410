using Endre.Domain.Needs;
using static Endre.Domain.Tests.Needs.Given;

namespace Endre.Domain.Tests.Needs;

public sealed class NeedRulesTests
{
    [Fact]
    public void A_need_says_who_needs_what_and_why_and_begins_with_the_first_diamond()
    {
        var need = ANeed(Hassle, Hassle);
        need.Statement.ShouldBe(new Statement("Nattevaktene", "å finne heisen", "de leter"));
        need.Blt.ShouldBe(new BltState(1, Diamond.Need));
        need.HassleIds.ShouldBe([Hassle]);
        need.Categories.ShouldBe(CauseCategory.Defaults);
    }

    [Theory]
    [InlineData("", "å finne", "de leter", "TextMissing", "who")]
    [InlineData("Vi", " ", "de leter", "TextMissing", "what")]
    [InlineData("Vi", "å finne", null, "TextMissing", "why")]
    [InlineData("Vi", "å ringe 01010112345678 nei 13097248022", "de leter", "NationalIdentityNumber", "what")]
    public void What_is_missing_or_must_not_be_there_is_told_at_its_field(
        string? who,
        string? what,
        string? why,
        string reason,
        string field
    )
    {
        var refusal = NeedRules.State(new StateNeed(New(), New(), who, what, why, [])).Refusal.ShouldNotBeNull();
        (refusal.Reason, refusal.Field).ShouldBe((reason, field));
    }

    [Fact]
    public void Every_text_has_a_limit()
    {
        var need = ANeed();
        need.ShouldRefuse(new RewordNeed(new string('x', 101), "a", "b"), "TextTooLong", "who");
        need.ShouldRefuse(new RewordNeed("a", new string('x', 301), "b"), "TextTooLong", "what");
        need.ShouldRefuse(new RewordNeed("a", "b", new string('x', 301)), "TextTooLong", "why");
        need.After(new RewordNeed(" Alle ", "å finne den", "det tar tid")).Statement.Who.ShouldBe("Alle");
        need.ShouldChangeNothing(new RewordNeed("Nattevaktene", "å finne heisen", "de leter"));
    }

    [Fact]
    public void It_stands_on_at_most_fifty_hassles_each_once()
    {
        var many = Enumerable.Range(0, 51).Select(_ => New()).ToList();
        NeedRules
            .State(new StateNeed(New(), New(), "a", "b", "c", [.. many]))
            .Refusal!.Reason.ShouldBe("TooManyHassles");
        var need = ANeed([.. many.Take(50)]);
        need.ShouldChangeNothing(new TieHassles([many[3]]));
        need.ShouldRefuse(new TieHassles([many[50]]), "TooManyHassles", "hassles");
        need.After(new UntieHassle(many[0])).After(new TieHassles([many[50]])).HassleIds.Count.ShouldBe(50);
        need.ShouldChangeNothing(new UntieHassle(New()));
    }

    [Fact]
    public void A_hassle_that_is_untied_is_a_leaf_no_more()
    {
        var need = ANeed(Hassle).After(new AnswerWhy(New(), null, null, Hassle, null));
        need.After(new UntieHassle(Hassle)).Causes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("å få en app som viser heisen", "app")]
    [InlineData("et nytt System", "System")]
    [InlineData("å kjøpe flere heiser", "kjøpe")]
    [InlineData("ei løysing på dette", "løysing")]
    [InlineData("to buy software", "buy")]
    [InlineData("å finne heisen med en gang", null)]
    [InlineData("å slippe appelsinskall og formiddagskaos", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_solution_in_disguise_is_hinted_at_by_its_word(string? what, string? word) =>
        SolutionInDisguise.In(what).ShouldBe(word);
}

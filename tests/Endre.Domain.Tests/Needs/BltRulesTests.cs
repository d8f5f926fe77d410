using Endre.Domain.Needs;
using static Endre.Domain.Tests.Needs.Given;

namespace Endre.Domain.Tests.Needs;

public sealed class BltRulesTests
{
    [Fact]
    public void There_is_no_solution_before_the_need_is_closed_and_no_test_before_one_is_chosen()
    {
        var need = ANeed();
        need.ShouldRefuse(new WriteSolution(New(), "En app"), "NeedStillOpen", "solution");
        need.ShouldRefuse(Test(New()), "SolutionStillOpen", "what");
        var closed = need.After(new CloseDiamond(Diamond.Need));
        closed.Blt.Open.ShouldBe(Diamond.Solution);
        closed.ShouldRefuse(new CloseDiamond(Diamond.Solution), "NoSolutionChosen");
        closed.ShouldRefuse(Test(New()), "SolutionStillOpen", "what");
        closed.ShouldRefuse(new CloseDiamond(Diamond.Test), "DiamondNotOpen");
        closed.ShouldRefuse(new CloseDiamond(null), "DiamondNotOpen");
        closed.ShouldChangeNothing(new CloseDiamond(Diamond.Need));
    }

    [Fact]
    public void It_works_when_a_test_of_this_round_says_so()
    {
        var test = New();
        var need = OneToTest(out _);
        need.ShouldRefuse(new CloseDiamond(Diamond.Test), "NoTestTold");
        var planned = need.After(Test(test));
        planned.ShouldRefuse(new CloseDiamond(Diamond.Test), "NoTestTold");
        var adjusted = planned.After(new TellTest(test, "Fire av sju", "Dusjen", NextStep.Adjust));
        adjusted.ShouldRefuse(new CloseDiamond(Diamond.Test), "TestSaysNotYet");
        var again = New();
        var works = adjusted
            .After(Test(again))
            .After(new TellTest(again, "Sju av sju", "Det virker", NextStep.Keep))
            .After(new CloseDiamond(Diamond.Test));
        works.Blt.Works.ShouldBeTrue();
        Enum.GetValues<Diamond>().ShouldAllBe(diamond => works.Blt.StageOf(diamond) == DiamondStage.Closed);
    }

    [Fact]
    public void A_diamond_is_opened_again_in_a_new_round_where_earlier_tests_do_not_count()
    {
        var test = New();
        var works = OneToTest(out _)
            .After(Test(test))
            .After(new TellTest(test, "Ja", "Det virker", NextStep.Keep))
            .After(new CloseDiamond(Diamond.Test));
        var again = works.After(new ReopenDiamond(Diamond.Solution));
        again.Blt.ShouldBe(new BltState(2, Diamond.Solution));
        again.Blt.StageOf(Diamond.Need).ShouldBe(DiamondStage.Closed);
        again.Blt.StageOf(Diamond.Test).ShouldBe(DiamondStage.Ahead);
        again.ShouldChangeNothing(new ReopenDiamond(Diamond.Solution));
        again.ShouldRefuse(new ReopenDiamond(Diamond.Test), "DiamondAhead");
        again.After(new CloseDiamond(Diamond.Solution)).ShouldRefuse(new CloseDiamond(Diamond.Test), "NoTestTold");
    }

    [Fact]
    public void What_one_thought_beforehand_stands_when_the_test_is_told()
    {
        var test = New();
        var told = OneToTest(out _).After(Test(test)).After(new TellTest(test, "Nei", "Noe annet", NextStep.Drop));
        told.ShouldRefuse(Test(test) with { Prediction = "Det visste jeg" }, "TestToldAlready");
        told.ShouldRefuse(new RemoveTest(test), "TestToldAlready");
        told.ShouldChangeNothing(Test(test));
        told.After(new TellTest(test, "Nei", "Noe mer", NextStep.Drop)).Tests[0].Result!.Learned.ShouldBe("Noe mer");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    [InlineData(null)]
    public void A_test_has_a_number_of_people(int? people) =>
        OneToTest(out _).ShouldRefuse(Test(New()) with { People = people }, "TestPeopleWrong", "people");

    [Fact]
    public void A_test_needs_what_with_whom_and_a_prediction_and_its_telling_what_and_what_now()
    {
        var need = OneToTest(out var solution);
        var test = Test(New());
        need.ShouldRefuse(test with { What = "" }, "TextMissing", "what");
        need.ShouldRefuse(test with { With = " " }, "TextMissing", "with");
        need.ShouldRefuse(test with { Prediction = null }, "TextMissing", "prediction");
        need.ShouldRefuse(test with { Id = null }, "TestUnknown");
        need.ShouldRefuse(test with { SolutionId = New() }, "SolutionUnknown", "solutionId");
        var planned = need.After(test with { SolutionId = solution });
        planned.ShouldRefuse(new TellTest(test.Id, "", "b", NextStep.Keep), "TextMissing", "happened");
        planned.ShouldRefuse(new TellTest(test.Id, "a", "", NextStep.Keep), "TextMissing", "learned");
        planned.ShouldRefuse(new TellTest(test.Id, "a", "b", null), "NextMissing", "next");
        planned.ShouldRefuse(new TellTest(New(), "a", "b", NextStep.Keep), "TestUnknown");
        planned.After(new RemoveSolution(solution)).Tests[0].SolutionId.ShouldBeNull();
        planned.After(new RemoveTest(test.Id)).Tests.ShouldBeEmpty();
    }

    [Fact]
    public void Solutions_are_written_once_changed_and_limited()
    {
        var id = New();
        var need = ANeed().After(new CloseDiamond(Diamond.Need)).After(new WriteSolution(id, "Tavle"));
        need.ShouldChangeNothing(new WriteSolution(id, "Tavle"));
        need.After(new WriteSolution(id, "Tavle på vaktrommet")).Solutions[0].Text.ShouldBe("Tavle på vaktrommet");
        need.ShouldRefuse(new ChooseSolution(New(), IsChosen: true), "SolutionUnknown");
        need.ShouldChangeNothing(new RemoveSolution(New()));
        for (var i = 1; i < Solution.Most; i++)
        {
            need = need.After(new WriteSolution(New(), $"Løsning {i}"));
        }
        need.ShouldRefuse(new WriteSolution(New(), "Én til"), "TooManySolutions", "solution");
    }

    private static PlanTest Test(Guid id) => new(id, null, "Spør Fatima", "Fatima", 1, "Hun finner den", null);
}

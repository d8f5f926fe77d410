using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Tests.Workshops.Plan;

public sealed class PlanRulesTests
{
    private static readonly WorkshopPlan Good = Plans.Deck;

    [Fact]
    public void A_good_plan_is_fine() => PlanRules.Check(Good).ShouldBeNull();

    public static TheoryData<string, WorkshopPlan, string, string> Bad =>
        new()
        {
            { "without steps", Good with { Steps = [] }, "PlanEmpty", "steps" },
            { "nothing at all", new WorkshopPlan(default, default), "PlanEmpty", "steps" },
            { "a step that is null", Good with { Steps = [null!] }, "PlanEmpty", "steps" },
            { "a question that is null", Good with { Questions = [null!] }, "PlanEmpty", "steps" },
            {
                "41 steps",
                Plans.Of([.. Enumerable.Range(1, 41).Select(i => Plans.Step($"s{i}", StepKind.Talk))]),
                "TooManySteps",
                "steps"
            },
            {
                "31 questions",
                Plans.Of([.. Enumerable.Range(1, 31).Select(i => Plans.Step($"s{i}", StepKind.Write, 5, $"q{i}"))]),
                "TooManyQuestions",
                "questions"
            },
            {
                "an id with letters that addresses do not like",
                Plans.Of(Plans.Step("Pause!", StepKind.Talk)),
                "IdMalformed",
                "steps"
            },
            { "an empty id", Plans.Of(Plans.Step("", StepKind.Talk)), "IdMalformed", "steps" },
            { "an id that is null", Plans.Of(Plans.Step(null!, StepKind.Talk)), "IdMalformed", "steps" },
            { "an id of 41", Plans.Of(Plans.Step(new string('a', 41), StepKind.Talk)), "IdMalformed", "steps" },
            { "a question's id", Plans.Of(Plans.Step("s", StepKind.Write, 5, "Q 1")), "IdMalformed", "questions" },
            {
                "an id twice",
                Plans.Of(Plans.Step("s", StepKind.Talk), Plans.Step("s", StepKind.Talk)),
                "IdTwice",
                "steps"
            },
            {
                "a question twice",
                Good with
                {
                    Questions = [.. Good.Questions, Good.Questions[0]],
                },
                "IdTwice",
                "questions"
            },
            { "negative minutes", Plans.Of(Plans.Step("s", StepKind.Talk, -1)), "MinutesOutOfRange", "minutes" },
            { "over four hours", Plans.Of(Plans.Step("s", StepKind.Talk, 241)), "MinutesOutOfRange", "minutes" },
            { "no places", Plans.Of(Plans.Step("s", StepKind.Talk) with { Places = 0 }), "PlacesOutOfRange", "places" },
            {
                "11 places",
                Plans.Of(Plans.Step("s", StepKind.Talk) with { Places = 11 }),
                "PlacesOutOfRange",
                "places"
            },
            {
                "a question that is not there",
                Good with
                {
                    Questions = [Good.Questions[0]],
                },
                "QuestionUnknown",
                "steps"
            },
            { "writing about nothing", Plans.Of(Plans.Step("s", StepKind.Write)), "QuestionMissing", "steps" },
            { "sorting nothing", Plans.Of(Plans.Step("s", StepKind.Categorize)), "QuestionMissing", "steps" },
            { "choosing from nothing", Plans.Of(Plans.Step("s", StepKind.Choose)), "QuestionMissing", "steps" },
            { "ranking nothing", Plans.Of(Plans.Step("s", StepKind.Rank)), "QuestionMissing", "steps" },
            {
                "a step without a title",
                Plans.Of(Plans.Step("s", StepKind.Talk) with { Title = new Wording(" ") }),
                "TextMissing",
                "title"
            },
            {
                "a title of 201",
                Plans.Of(Plans.Step("s", StepKind.Talk) with { Title = new Wording("x", new string('x', 201)) }),
                "TextTooLong",
                "title"
            },
            {
                "a guide of 1001",
                Plans.Of(Plans.Step("s", StepKind.Talk) with { Guide = new Wording(new string('x', 1001)) }),
                "TextTooLong",
                "guide"
            },
            {
                "one half",
                Asking(Plans.Halved("q") with { Halves = [Plans.Halved("q").Halves[0]] }),
                "HalvesWrong",
                "questions"
            },
            {
                "halves by other names",
                Asking(Plans.Halved("q") with { Halves = [.. Plans.Halved("q").Halves.Reverse()] }),
                "HalvesWrong",
                "questions"
            },
            { "a half that is null", Asking(Plans.Halved("q") with { Halves = [null!, null!] }), "PlanEmpty", "steps" },
            {
                "a question without a text",
                Asking(Plans.Whole("q") with { Text = new Wording("") }),
                "TextMissing",
                "questionText"
            },
            {
                "a question without a title",
                Asking(Plans.Whole("q") with { Title = null! }),
                "TextMissing",
                "questionTitle"
            },
            { "a half without a label", Asking(WithHalf(h => h with { Label = null! })), "TextMissing", "halfLabel" },
            {
                "a half of 1001",
                Asking(WithHalf(h => h with { Text = new Wording("x", null, new string('x', 1001)) })),
                "TextTooLong",
                "halfText"
            },
        };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void A_plan_is_held_to_its_rules(string what, WorkshopPlan plan, string reason, string field)
    {
        var refusal = PlanRules.Check(plan);
        refusal.ShouldNotBeNull(what);
        (refusal.Reason, refusal.Field).ShouldBe((reason, field), what);
    }

    [Fact]
    public void What_a_plan_leaves_out_is_empty()
    {
        new Step("s", StepKind.Talk, new Wording("s"), 1, Guide: null, default).Asks("q").ShouldBeFalse();
        new Question("q", new Wording("q"), new Wording("q"), default).Has(null).ShouldBeTrue();
    }

    [Fact]
    public void A_question_has_its_own_halves_or_none()
    {
        Plans.Halved("q").Has("a").ShouldBeTrue();
        Plans.Halved("q").Has("b").ShouldBeTrue();
        Plans.Halved("q").Has("c").ShouldBeFalse();
        Plans.Halved("q").Has(null).ShouldBeFalse();
        Plans.Whole("q").Has(null).ShouldBeTrue();
        Plans.Whole("q").Has("a").ShouldBeTrue();
        Plans.Whole("q").Has("b").ShouldBeFalse();
    }

    [Fact]
    public void A_plan_s_texts_are_tidied_when_it_is_kept()
    {
        var step = Plans.Step("s", StepKind.Talk) with
        {
            Title = new Wording(" Kaffe\u200B "),
            Guide = new Wording("Hent\u202E "),
        };
        var plan = Given.AWorkshop(plan: Plans.Of(step)).Workshop.Plan;
        (plan.Steps[0].Title.Nb, plan.Steps[0].Guide!.Nb).ShouldBe(("Kaffe", "Hent"));
        var given = Given.AWorkshop();
        var added = Good with { Steps = Good.Steps.Add(step) };
        given.And(Given.Siv, new ChangePlan(added)).Workshop.Plan.Steps[^1].Title.Nb.ShouldBe("Kaffe");
    }

    [Fact]
    public void What_lies_ahead_may_be_added_moved_and_taken_away()
    {
        var given = Given.AWorkshop().At("sort");
        var pause = Plans.Step("pause", StepKind.Talk, 15);
        var changed = Good with
        {
            Steps = [.. Good.Steps.Take(3), pause, Good.Steps[4], Good.Steps[3] with { Minutes = 12 }, Good.Steps[7]],
        };
        given.When(Given.Siv, new ChangePlan(changed)).Then<PlanChanged>();
        given.And(Given.Siv, new Domain.Workshops.Running.NextStep()).Workshop.Current.Id.ShouldBe("pause");
    }

    public static TheoryData<string, Func<ImmutableArray<Step>, ImmutableArray<Step>>> OfThePast =>
        new()
        {
            { "taken away", steps => steps.RemoveAt(1) },
            { "moved", steps => [steps[0], steps[2], steps[1], .. steps.Skip(3)] },
            { "another in its place", steps => steps.SetItem(1, steps[1] with { Id = "write-anew" }) },
            { "another kind", steps => steps.SetItem(1, steps[1] with { Kind = StepKind.Share }) },
            { "other questions", steps => steps.SetItem(1, steps[1] with { QuestionIds = ["q2"] }) },
            { "cut off", steps => [.. steps.Take(2)] },
            { "something before it", steps => steps.Insert(0, Plans.Step("coffee", StepKind.Talk)) },
        };

    [Theory]
    [MemberData(nameof(OfThePast), DisableDiscoveryEnumeration = true)]
    public void What_is_done_stays_done(string what, Func<ImmutableArray<Step>, ImmutableArray<Step>> change)
    {
        var outcome = Given
            .AWorkshop()
            .At("sort")
            .At("welcome")
            .When(Given.Siv, new ChangePlan(Good with { Steps = change(Good.Steps) }));
        outcome.Refusal.ShouldNotBeNull(what);
        (outcome.Refusal.Reason, outcome.Refusal.Field).ShouldBe(("StepAlreadyDone", "steps"));
    }

    [Fact]
    public void What_is_done_may_be_worded_and_timed_anew()
    {
        var steps = Good.Steps.SetItem(1, Good.Steps[1] with { Title = new Wording("Skriv!"), Minutes = 9 });
        Given.AWorkshop().At("sort").When(Given.Siv, new ChangePlan(Good with { Steps = steps })).Then<PlanChanged>();
    }

    [Fact]
    public void A_question_with_notes_keeps_its_halves()
    {
        var given = Given.AWorkshop().Joined(out var kari).At("write-1").Wrote(kari, out _);
        var whole = Good with { Questions = [Plans.Whole("q1"), Good.Questions[1]] };
        given.When(Given.Siv, new ChangePlan(whole)).ThenRefused("QuestionHasNotes", "questions", "q1");
    }

    [Fact]
    public void A_question_with_notes_and_without_halves_gets_none()
    {
        var plan = Plans.Of(Plans.Step("write", StepKind.Write, 5, "q1"));
        var given = Given.AWorkshop(plan: plan).Joined(out var kari).Wrote(kari, out var note, half: null);
        given
            .When(Given.Siv, new ChangePlan(plan with { Questions = [Plans.Halved("q1")] }))
            .ThenRefused("QuestionHasNotes", "questions", "q1");
        given.Workshop.Notes[note].Half.ShouldBeNull();
    }

    [Fact]
    public void A_bad_plan_changes_nothing() =>
        Given.AWorkshop().When(Given.Siv, new ChangePlan(Good with { Steps = [] })).ThenRefused("PlanEmpty", "steps");

    private static WorkshopPlan Asking(Question question) =>
        new([Plans.Step("s", StepKind.Write, 5, question.Id)], [question]);

    private static Question WithHalf(Func<HalfQuestion, HalfQuestion> change)
    {
        var question = Plans.Halved("q");
        return question with { Halves = [change(question.Halves[0]), question.Halves[1]] };
    }
}

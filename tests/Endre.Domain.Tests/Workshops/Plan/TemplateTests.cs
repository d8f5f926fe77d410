using Endre.Domain.Shared;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Tests.Workshops.Plan;

public sealed class TemplateTests
{
    private static readonly Template Template = new(
        "mdi",
        new Wording("MDI"),
        new Wording("Prøv"),
        Groups: 3,
        [Plans.Whole("reflection"), Plans.Halved("q1"), Plans.Halved("unasked")],
        [
            Plans.Step("reflect", StepKind.Write, 5, "reflection"),
            Plans.Step("write", StepKind.Write, 7, "q1"),
            Plans.Step("sort", StepKind.Categorize, 8, "q1"),
        ],
        ["reflect"]
    );

    [Fact]
    public void Optional_steps_are_left_out_with_the_questions_that_only_they_ask()
    {
        var plan = Template.ToPlan(withOptional: false);
        plan.Steps.Select(s => s.Id).ShouldBe(["write", "sort"]);
        plan.Questions.Select(q => q.Id).ShouldBe(["q1"]);
    }

    [Fact]
    public void Optional_steps_are_taken_along_when_they_are_asked_for()
    {
        var plan = Template.ToPlan(withOptional: true);
        plan.Steps.Select(s => s.Id).ShouldBe(["reflect", "write", "sort"]);
        plan.Questions.Select(q => q.Id).ShouldBe(["reflection", "q1"]);
    }

    [Fact]
    public void Steps_and_questions_are_found_by_their_id()
    {
        var plan = Template.ToPlan(withOptional: false);
        plan.IndexOf("sort").ShouldBe(1);
        plan.IndexOf("reflect").ShouldBe(-1);
        plan.QuestionOf("q1")!.Halves.Length.ShouldBe(2);
        plan.QuestionOf("reflection").ShouldBeNull();
    }

    [Fact]
    public void Presentations_take_their_minutes_for_each_group()
    {
        var plan = new WorkshopPlan([.. Template.Steps, Plans.Step("present", StepKind.Present, 10)], []);
        plan.MinutesFor(groups: 3).ShouldBe(50);
    }

    [Fact]
    public void Somebody_s_own_name_and_purpose_are_tidied_and_the_rest_stays()
    {
        Template.Describe(new Wording(" Vår\u200B egen "), new Wording(""), out var described).ShouldBeNull();
        described.Name.Nb.ShouldBe("Vår egen");
        described.Steps.ShouldBe(Template.Steps);
    }

    [Fact]
    public void A_template_has_a_name()
    {
        var refusal = Template.Describe(new Wording(" "), new Wording("Prøv"), out var described);
        refusal!.Reason.ShouldBe("TextMissing");
        refusal.Field.ShouldBe("name");
        described.ShouldBe(Template);
    }
}

using Endre.Domain.Shared;
using Endre.Domain.Workshops.Plan;
using Endre.Web.Features.Templates;

namespace Endre.Web.Tests.Features.Templates;

public sealed class ShippedTemplatesTests
{
    public static TheoryData<string> Keys => [.. ShippedTemplates.All.Select(t => t.Key)];

    [Fact]
    public void The_deck_s_workshop_comes_first_and_every_file_is_offered()
    {
        ShippedTemplates
            .All.Select(t => t.Key)
            .ShouldBe(["mdi", "laering-fra-forrige-maned", "1-2-4-alle", "nominell-gruppe", "evaluering-etterpa"]);
        typeof(ShippedTemplates)
            .Assembly.GetManifestResourceNames()
            .Count(name => name.StartsWith("templates/", StringComparison.Ordinal))
            .ShouldBe(ShippedTemplates.All.Length);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_plan_can_be_made_with_and_without_the_optional_steps(string key)
    {
        var template = ShippedTemplates.Find(key)!;
        PlanRules.Check(template.ToPlan(withOptional: true)).ShouldBeNull();
        PlanRules.Check(template.ToPlan(withOptional: false)).ShouldBeNull();
        template.ToPlan(withOptional: true).Questions.Length.ShouldBe(template.Questions.Length);
        template.Groups.ShouldBeInRange(1, 60);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_begins_with_people_arriving_and_ends_with_answers(string key)
    {
        var template = ShippedTemplates.Find(key)!;
        template.Steps[0].Kind.ShouldBe(StepKind.Welcome);
        template.Steps[^1].Kind.ShouldBe(StepKind.Close);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_text_stands_in_bokmål_nynorsk_and_English(string key)
    {
        var texts = WordingsOf(ShippedTemplates.Find(key)!).SelectMany(w => new[] { w.Nb, w.Nn, w.En }).ToList();
        texts.ShouldAllBe(text => !string.IsNullOrWhiteSpace(text));
        texts.ShouldAllBe(text => FreeText.Tidy(text!) == text);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_step_says_what_to_do(string key) =>
        ShippedTemplates.Find(key)!.Steps.ShouldAllBe(step => step.Guide != null);

    [Theory]
    [InlineData("reflection-a", "Hvorfor skal vi bli god på endring og innovasjon i vår organisasjon?")]
    [InlineData(
        "reflection-b",
        "Hva tror du er sentrale barrierer for å kunne lykkes med innovasjon i offentlig sektor?"
    )]
    [InlineData(
        "reflection-c",
        "Hva tror du er de viktigste driverne/forutsetningene for å lykkes med innovasjon i offentlig sektor?"
    )]
    [InlineData(
        "reflection-d",
        "Hva er det som gjør at Norge, sammenlignet med andre land, synes å ha et særskilt problem med implementeringsfasen?"
    )]
    [InlineData(
        "reflection-e",
        "Hvordan bør vi tenke for å bli enda bedre på endring- og innovasjonsarbeid i våre organisasjoner?"
    )]
    [InlineData("practice", "Hva vil du prøve i egen hverdag?")]
    [InlineData("question-1", "Hvordan kan vi mobilisere \"endringshodene\" i hverdagen?")]
    [InlineData("question-2", "Hvordan kan vi bli bedre?")]
    public void The_deck_s_own_words_are_the_questions(string questionId, string words) =>
        Mdi.ToPlan(withOptional: true).QuestionOf(questionId)!.Text.Nb.ShouldBe(words);

    [Theory]
    [InlineData(
        "question-1",
        "Hva kan mobilisere medarbeidernes initiativ og involvering i endring- og innovasjonsarbeid?",
        "Kan vi identifisere barrierer som \"bremser\" medarbeidernes initiativ og involvering i endring- og innovasjonsarbeid?"
    )]
    [InlineData(
        "question-2",
        "Kjenner vi enkle verktøy for kvalitetsoppfølging og forbedring som medarbeiderne kan ta med seg i hverdagen for å avdekke behov eller jobbe med kontinuerlig forbedring eller innovasjon?",
        "Kan vi tenke på enkle organisatoriske knep som gir medarbeiderne rom/anledning for å avdekke behov eller jobbe med kontinuerlig forbedring i hverdagen?"
    )]
    public void Each_of_the_deck_s_two_questions_has_its_two_halves(string questionId, string first, string second) =>
        Mdi.ToPlan(withOptional: false)
            .QuestionOf(questionId)!
            .Halves.Select(h => (h.Key, h.Text.Nb))
            .ShouldBe([("a", first), ("b", second)]);

    [Fact]
    public void The_deck_s_workshop_gives_each_question_fifteen_minutes_and_each_group_ten()
    {
        var steps = Mdi.ToPlan(withOptional: false).Steps;
        steps.Where(s => s.QuestionIds is ["question-1"]).Sum(s => s.Minutes).ShouldBe(15);
        steps.Where(s => s.QuestionIds is ["question-2"]).Sum(s => s.Minutes).ShouldBe(15);
        steps.Single(s => s.Kind == StepKind.Present).Minutes.ShouldBe(10);
        steps.Single(s => s.Kind == StepKind.Choose).Places.ShouldBe(3);
        Mdi.Groups.ShouldBe(3);
        steps
            .Select(s => s.Kind)
            .ShouldBe([
                StepKind.Welcome,
                StepKind.Write,
                StepKind.Categorize,
                StepKind.Write,
                StepKind.Choose,
                StepKind.Present,
                StepKind.Interpret,
                StepKind.Close,
            ]);
    }

    [Fact]
    public void One_two_four_all_takes_twelve_minutes_and_shares_four_ideas()
    {
        var template = ShippedTemplates.Find("1-2-4-alle")!;
        template.Steps.Select(s => s.Minutes).ShouldBe([0, 1, 2, 4, 5, 0]);
        template.Steps.Single(s => s.Kind == StepKind.Choose).Places.ShouldBe(4);
    }

    [Fact]
    public void A_nominal_group_ranks_five_before_and_after_it_talks() =>
        ShippedTemplates
            .Find("nominell-gruppe")!
            .Steps.Where(s => s.Kind is StepKind.Rank or StepKind.Talk)
            .Select(s => (s.Kind, s.Places))
            .ShouldBe([(StepKind.Rank, 5), (StepKind.Talk, 3), (StepKind.Rank, 5)]);

    private static Template Mdi => ShippedTemplates.Find(ShippedTemplates.DefaultKey)!;

    private static IEnumerable<Wording> WordingsOf(Template template) =>
        [
            template.Name,
            template.Purpose,
            .. template.Questions.SelectMany(q =>
                q.Halves.SelectMany(h => new[] { h.Label, h.Text }).Append(q.Title).Append(q.Text)
            ),
            .. template.Steps.SelectMany(s => new[] { s.Title, s.Guide! }),
        ];
}

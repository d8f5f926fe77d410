using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Running;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.ChangePlan;

/// <summary>The acts of the plan's page: each reads its form and makes a whole new plan of the one there is.</summary>
internal static class PlanActs
{
    public const string Rename = "tittel";
    public const string GroupCount = "grupper";
    public const string EditStep = "trinn";
    public const string AddStep = "nytt-trinn";
    public const string MoveStep = "flytt-trinn";
    public const string RemoveStep = "fjern-trinn";
    public const string EditQuestion = "sporsmal";
    public const string AddQuestion = "nytt-sporsmal";
    public const string RemoveQuestion = "fjern-sporsmal";
    public const string SaveAsTemplate = "mal";

    /// <summary>The command of a form, or null when there is no such act.</summary>
    public static WorkshopCommand? Read(string act, IFormCollection form, Workshop workshop)
    {
        var plan = workshop.Plan;
        return act switch
        {
            Rename => new RenameWorkshop(form.Text("title") ?? ""),
            GroupCount => new ChangeGroupCount(form.Number("groups") ?? 0),
            EditStep => Change(plan, form, (step, _) => [Edited(step, form)]),
            RemoveStep => Change(plan, form, (_, _) => []),
            MoveStep => new Domain.Workshops.Plan.ChangePlan(plan with { Steps = Moved(plan.Steps, form) }),
            AddStep => new Domain.Workshops.Plan.ChangePlan(plan with { Steps = Added(workshop, form) }),
            EditQuestion => new Domain.Workshops.Plan.ChangePlan(
                plan with
                {
                    Questions = [.. plan.Questions.Select(q => q.Id == form.Text("questionId") ? Edited(q, form) : q)],
                }
            ),
            AddQuestion => new Domain.Workshops.Plan.ChangePlan(
                plan with
                {
                    Questions = plan.Questions.Add(New(form)),
                }
            ),
            RemoveQuestion => new Domain.Workshops.Plan.ChangePlan(
                plan with
                {
                    Questions = [.. plan.Questions.Where(q => q.Id != form.Text("questionId"))],
                }
            ),
            _ => null,
        };
    }

    private static Domain.Workshops.Plan.ChangePlan Change(
        WorkshopPlan plan,
        IFormCollection form,
        Func<Step, int, ImmutableArray<Step>> change
    ) =>
        new(
            plan with
            {
                Steps = [.. plan.Steps.SelectMany((s, i) => s.Id == form.Text("stepId") ? change(s, i) : [s])],
            }
        );

    private static Step Edited(Step step, IFormCollection form)
    {
        var edited = step with
        {
            Title = Said(step.Title, form.Text("title")),
            Guide = form.Text("guide") is { } guide ? SaidOrNothing(step.Guide, guide) : step.Guide,
            Minutes = form.Text("minutes") is null ? step.Minutes : form.Number("minutes") ?? -1,
            Places = form.Text("places") is null ? step.Places : form.Number("places") ?? 0,
        };
        // A step that has begun is sent without its kind and questions: they stay.
        return form.Text("kind") is null ? edited : edited with { Kind = Kind(form), QuestionIds = Questions(form) };
    }

    private static ImmutableArray<Step> Added(Workshop workshop, IFormCollection form)
    {
        var step = new Step(
            NewId("trinn"),
            Kind(form),
            new Wording(Tidy(form.Text("title"))),
            form.Number("minutes") ?? -1,
            SaidOrNothing(before: null, form.Text("guide") ?? ""),
            Questions(form),
            form.Number("places") ?? 3
        );
        var steps = workshop.Plan.Steps;
        var after = workshop.Plan.IndexOf(form.Text("after") ?? "");
        return after < 0 ? steps.Add(step) : steps.Insert(after + 1, step);
    }

    private static ImmutableArray<Step> Moved(ImmutableArray<Step> steps, IFormCollection form)
    {
        var from = steps.IndexOf(steps.FirstOrDefault(s => s.Id == form.Text("stepId"))!);
        if (from < 0)
        {
            return steps;
        }
        var to = Math.Clamp(from + (form.Text("way") == "up" ? -1 : 1), 0, steps.Length - 1);
        return steps.RemoveAt(from).Insert(to, steps[from]);
    }

    private static Question Edited(Question question, IFormCollection form) =>
        question with
        {
            Title = Said(question.Title, form.Text("title")),
            Text = Said(question.Text, form.Text("text")),
            Halves = Halves(question.Halves, form),
        };

    private static Question New(IFormCollection form) =>
        new(
            NewId("sporsmal"),
            new Wording(Tidy(form.Text("title"))),
            new Wording(Tidy(form.Text("text"))),
            Halves([], form)
        );

    // Both halves or none: a half that is left empty is said to be missing, unless all of them are.
    private static ImmutableArray<HalfQuestion> Halves(ImmutableArray<HalfQuestion> before, IFormCollection form)
    {
        var isNone = new[] { "labelA", "textA", "labelB", "textB" }.All(field => Tidy(form.Text(field)).Length == 0);
        return isNone ? [] : [Half("a", "A"), Half("b", "B")];

        HalfQuestion Half(string key, string field)
        {
            var old = before.FirstOrDefault(h => h.Key == key);
            return new HalfQuestion(
                key,
                Said(old?.Label, form.Text($"label{field}")),
                Said(old?.Text, form.Text($"text{field}"))
            );
        }
    }

    private static StepKind Kind(IFormCollection form) =>
        Enum.TryParse<StepKind>(form.Text("kind"), out var kind) && Enum.IsDefined(kind) ? kind : StepKind.Talk;

    private static ImmutableArray<string> Questions(IFormCollection form) =>
        [.. form["questionIds"].OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];

    // What is left as it was keeps its other languages; what somebody has worded anew stands in that wording alone.
    private static Wording Said(Wording? before, string? typed)
    {
        var text = Tidy(typed);
        return before is not null && Tidy(before.In(Language.Current.Code)) == text ? before : new Wording(text);
    }

    private static Wording? SaidOrNothing(Wording? before, string typed) =>
        Tidy(typed).Length == 0 ? null : Said(before, typed);

    private static string Tidy(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static string NewId(string what) => $"{what}-{Guid.CreateVersion7().ToString("N")[20..]}";
}

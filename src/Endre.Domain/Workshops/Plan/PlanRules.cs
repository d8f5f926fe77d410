using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Plan;

/// <summary>Puts another plan in the place of today's. What is done stays done.</summary>
/// <param name="Plan">The whole new plan.</param>
public sealed record ChangePlan(WorkshopPlan Plan) : WorkshopCommand;

/// <summary>The plan was changed.</summary>
/// <param name="Plan">The whole new plan.</param>
public sealed record PlanChanged(WorkshopPlan Plan) : WorkshopEvent;

/// <summary>What a plan must hold, alone and beside what has already happened.</summary>
public static class PlanRules
{
    /// <summary>The most steps a plan may have.</summary>
    public const int MostSteps = 40;

    /// <summary>The most questions a plan may have.</summary>
    public const int MostQuestions = 30;

    /// <summary>The longest a step may be planned, in minutes.</summary>
    public const int MostMinutes = 240;

    /// <summary>The most characters of a title; texts and guides may have five times as many.</summary>
    public const int LongestTitle = 200;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ChangePlan command)
    {
        if (Check(command.Plan) is { } fault)
        {
            return fault;
        }
        for (var i = 0; i <= workshop.FurthestStep && i < workshop.Plan.Steps.Length; i++)
        {
            var done = workshop.Plan.Steps[i];
            var planned = i < command.Plan.Steps.Length ? command.Plan.Steps[i] : null;
            if (
                planned is null
                || planned.Id != done.Id
                || planned.Kind != done.Kind
                || !planned.QuestionIds.SequenceEqual(done.QuestionIds)
            )
            {
                return new Refusal("StepAlreadyDone", "steps", done.Title.Nb);
            }
        }
        foreach (var question in workshop.Plan.Questions)
        {
            var planned = command.Plan.QuestionOf(question.Id);
            var hasNotes = workshop.Boards.Values.Any(b => b.QuestionId == question.Id && !b.NoteIds.IsEmpty);
            if (hasNotes && planned?.Halves.Length != question.Halves.Length)
            {
                return new Refusal("QuestionHasNotes", "questions", question.Title.Nb);
            }
        }
        return new PlanChanged(Tidy(command.Plan));
    }

    internal static Workshop Evolve(Workshop workshop, PlanChanged changed) =>
        workshop with
        {
            Plan = changed.Plan,
            QuestionNumbers = Paper.QuestionNumbers.Given(workshop.QuestionNumbers, changed.Plan),
        };

    /// <summary>What is wrong with a plan, or null.</summary>
    /// <param name="plan">The plan to look at.</param>
    /// <returns>
    /// <c>PlanEmpty</c>, <c>TooManySteps</c>, <c>TooManyQuestions</c>, <c>IdMalformed</c>, <c>IdTwice</c>,
    /// <c>MinutesOutOfRange</c>, <c>PlacesOutOfRange</c>, <c>QuestionUnknown</c>, <c>QuestionMissing</c>,
    /// <c>HalvesWrong</c>, or what <see cref="FreeText"/> says of a text.
    /// </returns>
    public static Refusal? Check(WorkshopPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        // JSON from outside may hold null where the types say that it cannot.
        if (
            plan.Steps.IsEmpty
            || plan.Steps.Any(s => s is null)
            || plan.Questions.Any(q => q?.Halves.Contains(null!) != false)
        )
        {
            return new Refusal("PlanEmpty", "steps");
        }
        if (plan.Steps.Length > MostSteps)
        {
            return new Refusal("TooManySteps", "steps", MostSteps.ToString(CultureInfo.InvariantCulture));
        }
        if (plan.Questions.Length > MostQuestions)
        {
            return new Refusal("TooManyQuestions", "questions", MostQuestions.ToString(CultureInfo.InvariantCulture));
        }
        return CheckIds([.. plan.Steps.Select(s => s.Id)], "steps")
            ?? CheckIds([.. plan.Questions.Select(q => q.Id)], "questions")
            ?? plan.Steps.Select(step => CheckStep(plan, step)).FirstOrDefault(r => r is not null)
            ?? plan.Questions.Select(CheckQuestion).FirstOrDefault(r => r is not null);
    }

    /// <summary>The plan with all its texts tidied, as it is kept.</summary>
    /// <param name="plan">A plan that <see cref="Check"/> finds nothing wrong with.</param>
    public static WorkshopPlan Tidy(WorkshopPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new WorkshopPlan(
            [
                .. plan.Steps.Select(s =>
                    s with
                    {
                        Title = FreeText.Tidy(s.Title),
                        Guide = s.Guide is null ? null : FreeText.Tidy(s.Guide),
                    }
                ),
            ],
            [
                .. plan.Questions.Select(q =>
                    q with
                    {
                        Title = FreeText.Tidy(q.Title),
                        Text = FreeText.Tidy(q.Text),
                        Halves =
                        [
                            .. q.Halves.Select(h =>
                                h with
                                {
                                    Label = FreeText.Tidy(h.Label),
                                    Text = FreeText.Tidy(h.Text),
                                }
                            ),
                        ],
                    }
                ),
            ]
        );
    }

    private static Refusal? CheckIds(ImmutableArray<string> ids, string field)
    {
        if (ids.Any(id => !IsId(id)))
        {
            return new Refusal("IdMalformed", field, ids.First(id => !IsId(id)) ?? "");
        }
        var twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        return twice is null ? null : new Refusal("IdTwice", field, twice);
    }

    private static bool IsId(string? id) =>
        id is { Length: >= 1 and <= 40 } && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static Refusal? CheckStep(WorkshopPlan plan, Step step)
    {
        if (step.Minutes is < 0 or > MostMinutes)
        {
            return new Refusal("MinutesOutOfRange", "minutes", MostMinutes.ToString(CultureInfo.InvariantCulture));
        }
        if (step.Places is < 1 or > 10)
        {
            return new Refusal("PlacesOutOfRange", "places", "10");
        }
        if (step.QuestionIds.FirstOrDefault(q => plan.QuestionOf(q) is null) is { } unknown)
        {
            return new Refusal("QuestionUnknown", "steps", unknown);
        }
        var needsQuestion = step.Kind is StepKind.Write or StepKind.Categorize or StepKind.Choose or StepKind.Rank;
        if (needsQuestion && step.QuestionIds.IsEmpty)
        {
            return new Refusal("QuestionMissing", "steps", step.Title.Nb);
        }
        return CheckWording(step.Title, LongestTitle, "title", required: true)
            ?? CheckWording(step.Guide, LongestTitle * 5, "guide", required: false);
    }

    private static Refusal? CheckQuestion(Question question)
    {
        if (
            question.Halves.Length is not (0 or 2)
            || (question.Halves is [var a, var b] && (a.Key, b.Key) != ("a", "b"))
        )
        {
            return new Refusal("HalvesWrong", "questions", question.Title.Nb);
        }
        return CheckWording(question.Title, LongestTitle, "questionTitle", required: true)
            ?? CheckWording(question.Text, LongestTitle * 5, "questionText", required: true)
            ?? question
                .Halves.Select(h =>
                    CheckWording(h.Label, LongestTitle, "halfLabel", required: true)
                    ?? CheckWording(h.Text, LongestTitle * 5, "halfText", required: true)
                )
                .FirstOrDefault(r => r is not null);
    }

    internal static Refusal? CheckWording(Wording? wording, int maximum, string field, bool required)
    {
        if (wording is null)
        {
            return required ? new Refusal("TextMissing", field) : null;
        }
        var first = required
            ? FreeText.Require(wording.Nb, maximum, field, out _)
            : FreeText.Accept(wording.Nb, maximum, field, out _);
        return first
            ?? FreeText.Accept(wording.Nn, maximum, field, out _)
            ?? FreeText.Accept(wording.En, maximum, field, out _);
    }
}

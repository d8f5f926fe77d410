using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Plan;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.ChangePlan;

/// <summary>What the plan's page shows, all of it from one state.</summary>
/// <param name="Workshop">The state.</param>
/// <param name="Attempt">What was refused just now, or null.</param>
/// <param name="SavedAs">The key of the template that the plan was saved as just now, or null.</param>
public sealed record PlanView(Workshop Workshop, Attempt? Attempt, string? SavedAs)
{
    public WorkshopPlan Plan => Workshop.Plan;

    /// <summary>Whether the step has begun, so that its kind, questions and place stay.</summary>
    public bool HasBegun(int index) => index <= Workshop.FurthestStep;

    public bool HasNotes(Question question) =>
        Workshop.Boards.Values.Any(b => b.QuestionId == question.Id && !b.NoteIds.IsEmpty);

    public bool IsAsked(Question question) => Plan.Steps.Any(s => s.Asks(question.Id));

    public string Act(string act) => WorkshopLinks.PlanAct(Workshop.Id, act);

    /// <summary>What was typed in the refused form of this thing, or what it was before.</summary>
    public string? Value(string act, string? thing, string field, string? before) =>
        Attempt is { } attempt && attempt.Act == act && IsAbout(attempt, thing)
            ? Attempt.Value(attempt, act, field, before)
            : before;

    public string? FaultAt(string act, string? thing) =>
        Attempt is { } attempt && attempt.Act == act && IsAbout(attempt, thing) ? attempt.Sentence : null;

    private static bool IsAbout(Attempt attempt, string? thing) =>
        thing is null || attempt.Form.Text("stepId") == thing || attempt.Form.Text("questionId") == thing;

    public static string Say(Domain.Shared.Wording? wording) => wording?.In(Language.Current.Code) ?? "";
}

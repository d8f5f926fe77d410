using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops.ShowState;

/// <summary>A workshop as the one who asks may see it: what <c>GET /api/v1/workshops/{id}</c> answers.</summary>
internal sealed record ShownWorkshop(
    Guid WorkshopId,
    string Title,
    string Code,
    long Sequence,
    string? GroupId,
    bool IsJoinOpen,
    bool IsLocked,
    bool IsClosed,
    ShownStep Step,
    IReadOnlyList<ShownStep> Steps,
    IReadOnlyList<ShownQuestion> Questions,
    Countdown Clock,
    DateTimeOffset ServerNow,
    Progress Progress,
    IReadOnlyList<ShownNote> Notes,
    IReadOnlyList<Board> Boards,
    Presentations Presentations,
    Interpretation? Interpretation,
    IReadOnlyList<Answer> Answers
)
{
    public static ShownWorkshop Of(Sight sight, WorkshopFeeds feeds, string language, DateTimeOffset now)
    {
        var workshop = sight.Workshop;
        var notes =
            from g in workshop.Groups
            from question in workshop.Plan.Questions
            from note in sight.NotesOn(workshop.BoardOf(g.Id, question.Id))
            select ShownNote.Of(note, sight.IsOwn(note));
        return new ShownWorkshop(
            workshop.Id,
            workshop.Title,
            workshop.Code,
            workshop.Sequence,
            sight.GroupId,
            workshop.IsJoinOpen,
            workshop.IsLocked,
            workshop.IsClosed,
            ShownStep.Of(workshop, workshop.CurrentStep, language),
            [.. workshop.Plan.Steps.Select((_, i) => ShownStep.Of(workshop, i, language))],
            [.. workshop.Plan.Questions.Select(q => ShownQuestion.Of(q, language))],
            workshop.Clock,
            now,
            Progress.Of(workshop, feeds),
            [.. notes],
            // What can be undone is the group's own matter, and the open votes are nobody's.
            [
                .. sight.Boards.Select(b =>
                    b with
                    {
                        Changes = [],
                        Voting = b.Voting is { IsOpen: false } round ? round : null,
                    }
                ),
            ],
            workshop.Presentations,
            sight.IsFacilitator || workshop.Interpretation.IsShared ? workshop.Interpretation : null,
            [.. workshop.Answers.Values.OrderBy(a => a.ProposalId)]
        );
    }
}

/// <summary>A step as it is shown.</summary>
internal sealed record ShownStep(
    string Id,
    StepKind Kind,
    string Title,
    string? Guide,
    int Minutes,
    string? QuestionId,
    IReadOnlyList<string> QuestionIds,
    int Places,
    bool IsCurrent,
    bool IsDone
)
{
    public static ShownStep Of(Workshop workshop, int index, string language)
    {
        var step = workshop.Plan.Steps[index];
        return new ShownStep(
            step.Id,
            step.Kind,
            step.Title.In(language),
            step.Guide?.In(language),
            step.Minutes,
            step.QuestionIds.IsEmpty ? null : step.QuestionIds[0],
            step.QuestionIds,
            step.Places,
            IsCurrent: index == workshop.CurrentStep,
            IsDone: index <= workshop.FurthestStep && index != workshop.CurrentStep
        );
    }
}

/// <summary>A question as it is shown.</summary>
internal sealed record ShownQuestion(string Id, string Title, string Text, IReadOnlyList<ShownHalf> Halves)
{
    public static ShownQuestion Of(Question question, string language) =>
        new(
            question.Id,
            question.Title.In(language),
            question.Text.In(language),
            [.. question.Halves.Select(h => new ShownHalf(h.Key, h.Label.In(language), h.Text.In(language)))]
        );
}

/// <summary>Half a question as it is shown.</summary>
internal sealed record ShownHalf(string Key, string Label, string Text);

/// <summary>A note as it is shown. It has no author, only whether it is one's own.</summary>
internal sealed record ShownNote(
    Guid Id,
    long Sequence,
    string GroupId,
    string QuestionId,
    string? Half,
    string Text,
    bool IsLate,
    bool IsFromPaper,
    bool IsOwn,
    Guid? MergedInto,
    IReadOnlyList<Guid> Clusters
)
{
    public static ShownNote Of(Note note, bool isOwn) =>
        new(
            note.Id,
            note.Sequence,
            note.GroupId,
            note.QuestionId,
            note.Half,
            note.Text,
            note.IsLate,
            note.IsFromPaper,
            isOwn,
            note.MergedInto,
            note.Clusters
        );
}

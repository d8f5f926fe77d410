using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Workshops.Boards;
using Endre.Web.Live;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.TakePart;

/// <summary>What a participant's page shows: one state of the workshop, seen with the device's rights.</summary>
public sealed record TakePartView
{
    public required WorkshopScope Scope { get; init; }

    public required Sight Sight { get; init; }

    public required Progress Progress { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>An earlier question that is written on, or null: what goes on now.</summary>
    public string? Question { get; init; }

    /// <summary>A group that is looked at, or null: what the facilitator shows.</summary>
    public string? Look { get; init; }

    public Attempt? Attempt { get; init; }

    public Workshop Workshop => Sight.Workshop;

    public Step Step => Workshop.Current;

    public Participant Participant => Workshop.Participants[((Actor.Device)Scope.Actor).Id];

    public Group Group => Workshop.GroupOf(Participant.GroupId)!;

    public GroupProgress GroupProgress => Progress.Groups.First(g => g.Id == Group.Id);

    public IEnumerable<Question> Questions => Step.QuestionIds.Select(q => Workshop.Plan.QuestionOf(q)!);

    /// <summary>The earlier question that one writes on now, when it has been asked.</summary>
    public Question? Late =>
        Question is not null
        && !Workshop.IsClosed
        && !(Step.Kind == StepKind.Write && Step.Asks(Question))
        && NoteRules.IsReached(Workshop, Question)
            ? Workshop.Plan.QuestionOf(Question)
            : null;

    /// <summary>Questions that have been asked and are not written on now, the latest first.</summary>
    public IEnumerable<Question> Earlier =>
        Workshop
            .Plan.Steps.Take(Workshop.FurthestStep + 1)
            .SelectMany(s => s.QuestionIds)
            .Where(q => !(Step.Kind == StepKind.Write && Step.Asks(q)))
            .Distinct(StringComparer.Ordinal)
            .Reverse()
            .Select(q => Workshop.Plan.QuestionOf(q)!);

    /// <summary>The questions whose forms for notes are on the page.</summary>
    public IEnumerable<Question> WrittenOn =>
        Workshop.IsClosed ? []
        : Late is { } late ? [late]
        : Step.Kind == StepKind.Write ? Questions
        : [];

    /// <summary>Whether the form that was refused is on the page, and tells it there with what was typed.</summary>
    public bool TellsBelow(Attempt attempt)
    {
        var questionId = attempt.Form.Text("questionId") ?? "";
        return attempt.Act switch
        {
            TakePartLinks.Write => WrittenOn.Any(q =>
                q.Id == questionId && q.Has(attempt.Form.Text("half") is { Length: > 0 } half ? half : null)
            ),
            TakePartLinks.Edit => WrittenOn
                .SelectMany(q => Sight.NotesOn(BoardOf(q)))
                .Any(n => n.Id == attempt.Form.Id("noteId") && Sight.IsOwn(n)),
            TakePartLinks.Who => true,
            _ => attempt.Act.StartsWith(BoardLinks.Folder, StringComparison.Ordinal)
                && !Workshop.IsClosed
                && Late is null
                && Step.Kind is StepKind.Categorize or StepKind.Choose or StepKind.Rank
                && Step.Asks(questionId)
                && attempt.Form.Text("groupId") == Group.Id,
        };
    }

    /// <summary>Whether this device has said that it is done with the step.</summary>
    public bool IsDone =>
        Workshop.Done.GetValueOrDefault(Step.Id)?.ContainsKey(Scope.Actor.MarkFor($"done/{Step.Id}")) ?? false;

    /// <summary>Whether something that the group has written on this step is still hidden from it.</summary>
    public bool HidesNotes => Step.QuestionIds.Any(q => !Workshop.BoardOf(Group.Id, q).IsRevealed);

    public Board BoardOf(Question question) => Workshop.BoardOf(Group.Id, question.Id);

    /// <summary>One's own notes on a half, the newest first.</summary>
    public IEnumerable<Note> OwnNotes(Question question, string? half) =>
        Sight.NotesOn(BoardOf(question)).Where(n => n.Half == half && Sight.IsOwn(n)).Reverse();

    /// <summary>What others in the group wrote on a half, once it is revealed.</summary>
    public IEnumerable<Note> OthersNotes(Question question, string? half) =>
        Sight.NotesOn(BoardOf(question)).Where(n => n.Half == half && n.IsStanding && !Sight.IsOwn(n));

    public string In(Wording wording) => wording.In(Language.Current.Code);

    /// <summary>Where a form is sent, so that one comes back to what one looked at.</summary>
    public string Act(string act) => WorkshopLinks.Act(Workshop.Id, act) + Search;

    public string Here => WorkshopLinks.Show(Workshop.Id) + Search;

    private string Search =>
        Late is { } late ? $"?{TakePartLinks.Question}={Uri.EscapeDataString(late.Id)}"
        : Look is { } look ? $"?{TakePartLinks.Look}={Uri.EscapeDataString(look)}"
        : "";

    /// <summary>What had been typed in a form that was refused.</summary>
    public string? Typed(string act, string field, string? before = null) =>
        Endre.Web.Components.Forms.Attempt.Value(Attempt, act, field, before);
}

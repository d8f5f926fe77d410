using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Notes;

/// <summary>Writes a note.</summary>
/// <param name="NoteId">The id the device made (UUIDv7); also what makes a second try the same note.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Half"><c>a</c>, <c>b</c> or null.</param>
/// <param name="Text">1–500 characters.</param>
/// <param name="GroupId">The group; facilitators must say it, devices write in their own.</param>
/// <param name="IsFromPaper">Whether it is typed in from paper.</param>
public sealed record WriteNote(
    Guid NoteId,
    string QuestionId,
    string? Half,
    string? Text,
    string? GroupId = null,
    bool IsFromPaper = false
) : WorkshopCommand;

/// <summary>Changes the text of one's own note.</summary>
/// <param name="NoteId">The note.</param>
/// <param name="Text">1–500 characters.</param>
public sealed record EditNote(Guid NoteId, string? Text) : WorkshopCommand;

/// <summary>Takes a note back: one's own, or any as a facilitator (patient information, names).</summary>
/// <param name="NoteId">The note.</param>
public sealed record WithdrawNote(Guid NoteId) : WorkshopCommand;

/// <summary>A note was written.</summary>
/// <param name="Id">The note.</param>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Half"><c>a</c>, <c>b</c> or null.</param>
/// <param name="Text">Its text.</param>
/// <param name="Ownership">The mark that proves who wrote it.</param>
/// <param name="IsLate">Whether it came after its step.</param>
/// <param name="IsFromPaper">Whether it was typed in from paper.</param>
public sealed record NoteWritten(
    Guid Id,
    string GroupId,
    string QuestionId,
    string? Half,
    string Text,
    [property: Concealed] string Ownership,
    bool IsLate,
    bool IsFromPaper
) : WorkshopEvent;

/// <summary>A note was changed by its writer.</summary>
/// <param name="Id">The note.</param>
/// <param name="Text">Its text from now on.</param>
public sealed record NoteEdited(Guid Id, string Text) : WorkshopEvent;

/// <summary>A note was taken back.</summary>
/// <param name="Id">The note.</param>
public sealed record NoteWithdrawn(Guid Id) : WorkshopEvent;

/// <summary>How notes are written, changed and taken back.</summary>
public static class NoteRules
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 500;

    /// <summary>The most notes a workshop takes.</summary>
    public const int MostNotes = 100_000;

    internal static string PurposeOf(Guid noteId) => noteId.ToString("N");

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, WriteNote command, Actor actor)
    {
        if (workshop.Notes.TryGetValue(command.NoteId, out var existing))
        {
            // The same note again is no fault: a phone that never saw the answer asks once more.
            return existing.IsWrittenBy(actor) ? Decision<WorkshopEvent>.Happened() : new Refusal("NoteNotYours", "id");
        }
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        if (workshop.Plan.QuestionOf(command.QuestionId) is not { } question)
        {
            return new Refusal("QuestionUnknown", "questionId", command.QuestionId);
        }
        if (!question.Has(command.Half))
        {
            return new Refusal("HalfUnknown", "half");
        }
        if (!IsReached(workshop, question.Id))
        {
            return new Refusal("QuestionNotOpen", "questionId");
        }
        var groupId = actor is Actor.Device device
            ? workshop.Participants.GetValueOrDefault(device.Id)?.GroupId
            : command.GroupId;
        if (workshop.GroupOf(groupId) is null)
        {
            return new Refusal("GroupUnknown", "groupId");
        }
        if (workshop.Notes.Count >= MostNotes)
        {
            return Refusal.Because("TooManyNotes");
        }
        if (FreeText.Require(command.Text, LongestNote, "text", out var text) is { } fault)
        {
            return fault;
        }
        return new NoteWritten(
            command.NoteId,
            groupId!,
            question.Id,
            question.Halves.IsEmpty ? null : command.Half,
            text,
            actor.MarkFor(PurposeOf(command.NoteId)),
            IsLate: !command.IsFromPaper && !IsCurrent(workshop, question.Id),
            command.IsFromPaper
        );
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, EditNote command, Actor actor)
    {
        if (Own(workshop, command.NoteId, actor, out var note) is { } refusal)
        {
            return refusal;
        }
        if (FreeText.Require(command.Text, LongestNote, "text", out var text) is { } fault)
        {
            return fault;
        }
        if (text == note.Text)
        {
            return Decision<WorkshopEvent>.Happened();
        }
        // A proposal in the note's own words follows them; what the group has worded itself stays.
        return With(
            new NoteEdited(note.Id, text),
            ChoosingRules.Follow(BoardOf(workshop, note), note, p => p with { Text = text })
        );
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, WithdrawNote command, Actor actor)
    {
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        if (!workshop.Notes.TryGetValue(command.NoteId, out var note))
        {
            return new Refusal("NoteUnknown", "id");
        }
        var isModeration = actor is Actor.Leader && workshop.AudienceOf(BoardOf(workshop, note)) != Audience.Nobody;
        if (!isModeration && !note.IsWrittenBy(actor))
        {
            return new Refusal("NoteNotYours", "id");
        }
        if (note.IsWithdrawn)
        {
            return Decision<WorkshopEvent>.Happened();
        }
        // What is taken back must not live on word for word as a proposal.
        return With(new NoteWithdrawn(note.Id), ChoosingRules.Follow(BoardOf(workshop, note), note, _ => null));
    }

    private static Decision<WorkshopEvent> With(WorkshopEvent happened, WorkshopEvent? followed) =>
        followed is null ? happened : Decision<WorkshopEvent>.Happened(happened, followed);

    /// <summary>Whether the question has been asked: one of its steps is current or done.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="questionId">The question.</param>
    public static bool IsReached(Workshop workshop, string questionId)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        for (var i = 0; i <= workshop.FurthestStep && i < workshop.Plan.Steps.Length; i++)
        {
            if (workshop.Plan.Steps[i].Asks(questionId))
            {
                return true;
            }
        }
        return false;
    }

    // Late is what comes when its writing is over; a step without writing before it (a share, say) has none to be late for.
    private static bool IsCurrent(Workshop workshop, string questionId) =>
        (
            workshop.Current.Kind is StepKind.Write or StepKind.Talk or StepKind.Share
            && workshop.Current.Asks(questionId)
        ) || !workshop.Plan.Steps.Any(s => s.Kind == StepKind.Write && s.Asks(questionId));

    private static Board BoardOf(Workshop workshop, Note note) => workshop.BoardOf(note.GroupId, note.QuestionId);

    private static Refusal? Own(Workshop workshop, Guid noteId, Actor actor, out Note note)
    {
        if (!workshop.Notes.TryGetValue(noteId, out note!))
        {
            return new Refusal("NoteUnknown", "id");
        }
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        // Whether a hidden note exists is nobody else's business either.
        return !note.IsWrittenBy(actor) ? new Refusal("NoteNotYours", "id")
            : note.IsWithdrawn ? new Refusal("NoteWithdrawn", "id")
            : null;
    }

    internal static Workshop Evolve(Workshop workshop, NoteWritten written, long sequence)
    {
        var board = workshop.BoardOf(written.GroupId, written.QuestionId);
        var note = new Note(
            written.Id,
            written.GroupId,
            written.QuestionId,
            written.Half,
            written.Text,
            written.Ownership,
            written.IsLate,
            written.IsFromPaper,
            sequence,
            IsWithdrawn: false,
            MergedInto: null,
            ImmutableList<Guid>.Empty
        )
        {
            WordsAt = sequence,
        };
        return workshop with
        {
            Notes = workshop.Notes.SetItem(note.Id, note),
            Boards = workshop.Boards.SetItem(board.Key, board with { NoteIds = board.NoteIds.Add(note.Id) }),
        };
    }

    internal static Workshop Evolve(Workshop workshop, NoteEdited edited, long sequence) =>
        workshop.With(workshop.Notes[edited.Id] with { Text = edited.Text, WordsAt = sequence });

    internal static Workshop Evolve(Workshop workshop, NoteWithdrawn withdrawn)
    {
        var note = workshop.Notes[withdrawn.Id];
        var lying = BoardOf(workshop, note).NoteIds.Where(id => workshop.Notes[id].MergedInto == note.Id);
        // What lay under it stands by itself again, and nobody quotes it any more.
        return lying.Aggregate(
            workshop.With(note with { Text = "", IsWithdrawn = true, MergedInto = null }) with
            {
                Interpretation = workshop.Interpretation.Without(note.Id),
            },
            (now, id) => now.With(now.Notes[id] with { MergedInto = null })
        );
    }
}

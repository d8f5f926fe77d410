using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Paper;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.TypeInNotes;

/// <summary>What the page where notes are typed in shows, seen with the rights of the one who types.</summary>
public sealed record TypeInView
{
    public required WorkshopScope Scope { get; init; }

    /// <summary>Where what is typed belongs, or null until a sheet is chosen.</summary>
    public SheetPlace? Place { get; init; }

    /// <summary>The code as it was typed.</summary>
    public string? Code { get; init; }

    /// <summary>Why the code leads nowhere, or null.</summary>
    public Refusal? CodeFault { get; init; }

    /// <summary>What was refused just now, or null.</summary>
    public Attempt? Attempt { get; init; }

    /// <summary>The lines that must be mended before any is taken.</summary>
    public IReadOnlyList<TypedLine> Faulty { get; init; } = [];

    /// <summary>How many notes were added just now.</summary>
    public int? Added { get; init; }

    /// <summary>Whether one types one note at a time, and the next at once.</summary>
    public bool IsOneByOne { get; init; }

    public Workshop Workshop => Scope.Workshop;

    public bool IsOpen => Place is not null && !Workshop.IsClosed && NoteRules.IsReached(Workshop, Place.Question.Id);

    /// <summary>The groups that one may type in for: a participant has its own.</summary>
    public IEnumerable<Group> Groups =>
        Scope.Sight.GroupId is { } own ? Workshop.Groups.Where(g => g.Id == own) : Workshop.Groups;

    /// <summary>What has been typed in at the place so far, the newest first.</summary>
    public IReadOnlyList<Note> Notes =>
        Place is null
            ? []
            : [.. Scope.Sight.NotesOn(Workshop.BoardOf(Place.Group.Id, Place.Question.Id)).Where(IsHere).Reverse()];

    /// <summary>How many notes from paper stand at each place, by its code.</summary>
    public IReadOnlyDictionary<string, int> Counts =>
        Workshop
            .Notes.Values.Where(n => n.IsFromPaper && !n.IsWithdrawn)
            .GroupBy(n => KeyOf(n.GroupId, n.QuestionId, n.Half), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    public static string KeyOf(SheetPlace place) => KeyOf(place.Group.Id, place.Question.Id, place.Half?.Key);

    public string Home => TypeInLinks.Home(Workshop.Id, Scope.IsFacilitator);

    public string At(SheetCode code) => TypeInLinks.At(Workshop.Id, Scope.IsFacilitator, code);

    public string Act(string act) => $"{Home}/{act}";

    /// <summary>What had been typed in a form that was refused.</summary>
    public string? Typed(string act, string field) => Attempt.Value(Attempt, act, field);

    /// <summary>The id of a form: the one it had when it was refused, so that what was taken is not taken again.</summary>
    public Guid FormId(string act, TimeProvider clock) =>
        Attempt?.Act == act && Attempt.Form.Id("commandId") is { } id && id != Guid.Empty
            ? id
            : Guid.CreateVersion7(clock.GetUtcNow());

    public static string Say(Wording wording) => wording.In(Language.Current.Code);

    private bool IsHere(Note note) => note.IsFromPaper && note.Half == Place!.Half?.Key;

    private static string KeyOf(string groupId, string questionId, string? half) => $"{groupId}/{questionId}/{half}";
}

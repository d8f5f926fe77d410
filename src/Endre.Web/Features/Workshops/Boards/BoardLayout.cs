using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Web.Features.Workshops.Boards;

/// <summary>What stands where on one board, for the one who looks: worked out once per page.</summary>
public sealed class BoardLayout
{
    private readonly ILookup<Guid, Note> merged;
    private readonly Workshop _workshop;

    public BoardLayout(Sight sight, string groupId, string questionId)
    {
        var workshop = _workshop = sight.Workshop;
        Board = workshop.BoardOf(groupId, questionId);
        Question = workshop.Plan.QuestionOf(questionId);
        IsVisible = sight.Sees(Board);
        var notes = IsVisible ? sight.NotesOn(Board).ToList() : [];
        Count = notes.Count;
        // What lay under a note that was withdrawn stands by itself again: taking one note back takes no other along.
        bool IsUnder(Note note) =>
            note.MergedInto is { } into && workshop.Notes.TryGetValue(into, out var top) && !top.IsWithdrawn;
        merged = notes.Where(IsUnder).ToLookup(n => n.MergedInto!.Value);
        var standing = notes.FindAll(n => !IsUnder(n));
        Standing = standing;
        Clusters =
        [
            .. Board.Clusters.Select(c => new PlacedCluster(c, standing.FindAll(n => n.Clusters.Contains(c.Id)))),
        ];
        Loose = standing.FindAll(n => !n.Clusters.Exists(id => Board.ClusterOf(id) is not null));
        Places = PlacesIn(workshop, StepKind.Choose, questionId) ?? 3;
        RankPlaces = PlacesIn(workshop, StepKind.Rank, questionId) ?? 5;
    }

    public Board Board { get; }

    public Question? Question { get; }

    /// <summary>Whether the board may be seen; when not, everything here is empty.</summary>
    public bool IsVisible { get; }

    /// <summary>All notes, also those that lie under another.</summary>
    public int Count { get; }

    /// <summary>The notes that stand by themselves, as they were written.</summary>
    public IReadOnlyList<Note> Standing { get; }

    /// <summary>Those in no category.</summary>
    public IReadOnlyList<Note> Loose { get; }

    public IReadOnlyList<PlacedCluster> Clusters { get; }

    /// <summary>How many best the task asks for.</summary>
    public int Places { get; }

    /// <summary>How many notes each ranks.</summary>
    public int RankPlaces { get; }

    /// <summary>The notes that lie under this one.</summary>
    public IEnumerable<Note> Under(Note note) => merged[note.Id];

    /// <summary>How many notes these are with those that lie under them.</summary>
    public int CountOf(IEnumerable<Note> notes) => notes.Sum(n => 1 + merged[n.Id].Count());

    /// <summary>The result of the votes, or nothing while they are blind.</summary>
    public IReadOnlyList<VoteResult> Result =>
        IsVisible && Board.Voting is { IsOpen: false } round ? round.Result(_workshop) : [];

    // The step that is now before others: a plan may rank twice.
    private static int? PlacesIn(Workshop workshop, StepKind kind, string questionId) =>
        workshop.Plan.Steps.Prepend(workshop.Current).FirstOrDefault(s => s.Kind == kind && s.Asks(questionId))?.Places;
}

/// <summary>A category and the notes in it.</summary>
public sealed record PlacedCluster(Cluster Cluster, IReadOnlyList<Note> Notes);

using System.Collections.Immutable;
using Endre.Domain.Insights;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Notes;

namespace Endre.Domain.Workshops.Sorting;

/// <summary>How a group sorts its notes: in silence first, then names and labels; every change can be taken back.</summary>
public static class SortingRules
{
    /// <summary>The most characters of a category's name.</summary>
    public const int LongestTitle = 120;

    /// <summary>The most categories a board may have.</summary>
    public const int MostClusters = 60;

    /// <summary>The most notes that move at once.</summary>
    public const int MostMoved = 500;

    /// <summary>The most drivers and barriers a category may be tied to.</summary>
    public const int MostFactors = 5;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, CreateCluster command, Actor actor)
    {
        if (Reach(workshop, command.GroupId, command.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        if (board.ClusterOf(command.ClusterId) is not null)
        {
            return Decision<WorkshopEvent>.Happened();
        }
        if (workshop.Boards.Values.Any(b => b.ClusterOf(command.ClusterId) is not null))
        {
            return new Refusal("IdTaken", "id");
        }
        if (board.Clusters.Count >= MostClusters)
        {
            return new Refusal("TooManyClusters", Field: null, "60");
        }
        if (CheckNotes(workshop, board, command.NoteIds) is { } fault)
        {
            return fault;
        }
        var cluster = new Cluster(
            command.ClusterId,
            board.GroupId,
            board.QuestionId,
            board.ClustersMade + 1,
            Title: null,
            ClusterKind.Unlabeled,
            FactorIds: []
        );
        return new ClusterCreated(board.GroupId, board.QuestionId, By(actor), cluster, command.NoteIds, command.From);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, RemoveCluster command, Actor actor)
    {
        if (ReachCluster(workshop, command.ClusterId, actor, out var board, out _) is { } refusal)
        {
            return refusal;
        }
        return new ClusterRemoved(board.GroupId, board.QuestionId, By(actor), command.ClusterId);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, StartLabeling command, Actor actor)
    {
        if (Reach(workshop, command.GroupId, command.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        return board.IsLabeling
            ? Decision<WorkshopEvent>.Happened()
            : new LabelingStarted(board.GroupId, board.QuestionId);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, DescribeCluster command, Actor actor)
    {
        if (ReachCluster(workshop, command.ClusterId, actor, out var board, out var cluster) is { } refusal)
        {
            return refusal;
        }
        if (!board.IsLabeling)
        {
            return Refusal.Because("SortInSilenceFirst");
        }
        if (FreeText.Accept(command.Title, LongestTitle, "title", out var title) is { } fault)
        {
            return fault;
        }
        if (command.FactorIds is not null && CheckFactors(command.FactorIds) is { } wrong)
        {
            return wrong;
        }
        var described = new ClusterDescribed(
            board.GroupId,
            board.QuestionId,
            By(actor),
            cluster.Id,
            command.Title is null ? cluster.Title
                : title.Length == 0 ? null
                : title,
            command.Kind ?? cluster.Kind,
            command.FactorIds?.Distinct(StringComparer.Ordinal).ToImmutableList() ?? cluster.FactorIds
        );
        var isSame =
            (described.Title, described.Kind) == (cluster.Title, cluster.Kind)
            && described.FactorIds.SequenceEqual(cluster.FactorIds);
        return isSame ? Decision<WorkshopEvent>.Happened() : described;
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, MoveNotes command, Actor actor)
    {
        var first = command.NoteIds.IsEmpty ? null : workshop.Notes.GetValueOrDefault(command.NoteIds[0]);
        if (first is null)
        {
            return new Refusal(command.NoteIds.IsEmpty ? "NothingSelected" : "NoteUnknown", "noteIds");
        }
        if (Reach(workshop, first.GroupId, first.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        if (CheckNotes(workshop, board, command.NoteIds) is { } fault)
        {
            return fault;
        }
        if (command.To is { } to && board.ClusterOf(to) is null)
        {
            return new Refusal("ClusterUnknown", "to");
        }
        var changes = command.NoteIds.Any(id =>
        {
            var stands = workshop.Notes[id].Clusters;
            return (command.From is { } from && from != command.To && stands.Contains(from))
                || (command.To is { } there && !stands.Contains(there));
        });
        return changes
            ? new NotesMoved(board.GroupId, board.QuestionId, By(actor), command.NoteIds, command.From, command.To)
            : Decision<WorkshopEvent>.Happened();
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, MergeNote command, Actor actor)
    {
        if (ReachNote(workshop, command.NoteId, actor, out var board, out var note) is { } refusal)
        {
            return refusal;
        }
        if (!workshop.Notes.TryGetValue(command.IntoId, out var into) || !board.NoteIds.Contains(into.Id))
        {
            return new Refusal("NoteUnknown", "intoId");
        }
        if (note.Id == into.Id || into.MergedInto == note.Id)
        {
            return new Refusal("MergeIntoItself", "intoId");
        }
        if (into.IsWithdrawn || note.IsWithdrawn)
        {
            return new Refusal("NoteWithdrawn", "intoId");
        }
        // A pointer always leads to a note that stands, so that it never has to be followed twice.
        var target = into.MergedInto ?? into.Id;
        return note.MergedInto == target
            ? Decision<WorkshopEvent>.Happened()
            : new NoteMerged(board.GroupId, board.QuestionId, By(actor), note.Id, target);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, SplitNote command, Actor actor)
    {
        if (ReachNote(workshop, command.NoteId, actor, out var board, out var note) is { } refusal)
        {
            return refusal;
        }
        return note.MergedInto is null
            ? Decision<WorkshopEvent>.Happened()
            : new NoteSplit(board.GroupId, board.QuestionId, By(actor), note.Id);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, UndoSorting command, Actor actor)
    {
        if (Reach(workshop, command.GroupId, command.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        var by = By(actor);
        var mine = board.Changes.FirstOrDefault(c => actor is Actor.Leader || c.Device == by);
        return mine is null
            ? Refusal.Because("NothingToUndo")
            : new SortingUndone(board.GroupId, board.QuestionId, by, mine.Device);
    }

    /// <summary>Why the actor may not work on the board now, or null.</summary>
    internal static Refusal? Reach(Workshop workshop, string groupId, string questionId, Actor actor, out Board board)
    {
        board = Board.Empty(groupId, questionId);
        if (workshop.GroupOf(groupId) is null)
        {
            return new Refusal("GroupUnknown", "groupId");
        }
        if (workshop.Plan.QuestionOf(questionId) is null)
        {
            return new Refusal("QuestionUnknown", "questionId", questionId);
        }
        if (actor is Actor.Device device && workshop.Participants.GetValueOrDefault(device.Id)?.GroupId != groupId)
        {
            return Refusal.Because("NotYourGroup");
        }
        board = workshop.BoardOf(groupId, questionId);
        return workshop.IsClosed ? Refusal.Because("WorkshopClosed")
            : workshop.IsLocked ? Refusal.Because("BoardsLocked")
            : !board.IsRevealed ? Refusal.Because("NotRevealedYet")
            : null;
    }

    private static Refusal? ReachNote(Workshop workshop, Guid noteId, Actor actor, out Board board, out Note note)
    {
        board = Board.Empty("", "");
        if (!workshop.Notes.TryGetValue(noteId, out note!))
        {
            return new Refusal("NoteUnknown", "noteId");
        }
        return Reach(workshop, note.GroupId, note.QuestionId, actor, out board);
    }

    private static Refusal? ReachCluster(
        Workshop workshop,
        Guid clusterId,
        Actor actor,
        out Board board,
        out Cluster cluster
    )
    {
        board = Board.Empty("", "");
        cluster = workshop.Boards.Values.Select(b => b.ClusterOf(clusterId)).FirstOrDefault(c => c is not null)!;
        return cluster is null
            ? new Refusal("ClusterUnknown", "clusterId")
            : Reach(workshop, cluster.GroupId, cluster.QuestionId, actor, out board);
    }

    private static Refusal? CheckNotes(Workshop workshop, Board board, ImmutableList<Guid> noteIds)
    {
        if (noteIds.Count > MostMoved)
        {
            return new Refusal("TooManySelected", "noteIds", "500");
        }
        foreach (var id in noteIds)
        {
            var note = workshop.Notes.GetValueOrDefault(id);
            if (note is null || note.GroupId != board.GroupId || note.QuestionId != board.QuestionId)
            {
                return new Refusal("NoteUnknown", "noteIds");
            }
        }
        return null;
    }

    // Whether the taxonomy has it is not asked here: what an organization retires stays tied.
    internal static Refusal? CheckFactors(ImmutableList<string> factorIds) =>
        factorIds.Count > MostFactors ? new Refusal("TooManyFactors", "factorIds", "5")
        : !factorIds.TrueForAll(Factor.IsId) ? new Refusal("FactorUnknown", "factorIds")
        : null;

    private static string By(Actor actor) => actor.MarkFor("sorting");
}

using System.Collections.Immutable;

namespace Endre.Domain.Workshops.Sorting;

/// <summary>What sorting events make of a board, and what would take each of them back.</summary>
internal static class SortingState
{
    private const int KeptChanges = 50;

    internal static Workshop Evolve(Workshop workshop, SortingEvent happened)
    {
        if (happened is SortingUndone undone)
        {
            return Undo(workshop, undone);
        }
        var inverse = InverseOf(workshop, happened);
        workshop = Apply(workshop, happened);
        var board = workshop.BoardOf(happened.GroupId, happened.QuestionId);
        var changes = board.Changes.Push(new BoardChange(happened.By, happened, inverse));
        if (changes.Count() > KeptChanges)
        {
            changes = ImmutableStack.CreateRange(changes.Take(KeptChanges).Reverse());
        }
        return workshop.With(board with { Changes = changes });
    }

    internal static Workshop Evolve(Workshop workshop, LabelingStarted started) =>
        workshop.With(workshop.BoardOf(started.GroupId, started.QuestionId) with { IsLabeling = true });

    private static Workshop Undo(Workshop workshop, SortingUndone undone)
    {
        var board = workshop.BoardOf(undone.GroupId, undone.QuestionId);
        var change = board.Changes.FirstOrDefault(c => c.Device == undone.ChangedBy);
        if (change is null)
        {
            return workshop;
        }
        var left = board.Changes.Where(c => !ReferenceEquals(c, change)).Reverse();
        workshop = workshop.With(board with { Changes = ImmutableStack.CreateRange(left) });
        return change.Inverse.Aggregate(
            workshop,
            (now, back) => Wanted(now, change.Done, back) is { } wanted ? Apply(now, wanted) : now
        );
    }

    // Taking back one's own change takes nothing away that others have done since.
    private static SortingEvent? Wanted(Workshop workshop, SortingEvent done, SortingEvent back) =>
        (done, back) switch
        {
            (ClusterCreated created, ClusterRemoved) when IsUsed(workshop, created.Cluster) => null,
            (_, ClusterCreated again) when IsElsewhere(workshop, again.Cluster) => null,
            (ClusterDescribed then, ClusterDescribed before)
                when workshop.BoardOf(then.GroupId, then.QuestionId).ClusterOf(then.ClusterId) is { } now => before with
            {
                Title = now.Title == then.Title ? before.Title : now.Title,
                Kind = now.Kind == then.Kind ? before.Kind : now.Kind,
                FactorIds = now.FactorIds.SequenceEqual(then.FactorIds) ? before.FactorIds : now.FactorIds,
            },
            (NoteMerged merged, NoteMerged before)
                when workshop.Notes[before.NoteId].MergedInto != TopOf(workshop, merged.IntoId) => null,
            _ => back,
        };

    private static bool IsUsed(Workshop workshop, Cluster created)
    {
        var board = workshop.BoardOf(created.GroupId, created.QuestionId);
        return NotesIn(workshop, board, created.Id).Exists(id => !workshop.Notes[id].IsWithdrawn)
            || board.ClusterOf(created.Id)
                is { Title: not null }
                    or { Kind: not ClusterKind.Unlabeled }
                    or { FactorIds.IsEmpty: false };
    }

    // Another board may have taken the id while nobody had it.
    private static bool IsElsewhere(Workshop workshop, Cluster removed) =>
        workshop.Boards.Values.Any(b =>
            (b.GroupId, b.QuestionId) != (removed.GroupId, removed.QuestionId) && b.ClusterOf(removed.Id) is not null
        );

    private static Guid TopOf(Workshop workshop, Guid noteId) => workshop.Notes[noteId].MergedInto ?? noteId;

    private static Workshop Apply(Workshop workshop, SortingEvent happened)
    {
        var board = workshop.BoardOf(happened.GroupId, happened.QuestionId);
        return happened switch
        {
            ClusterCreated e => Move(
                workshop.With(
                    board with
                    {
                        Clusters = board.ClusterOf(e.Cluster.Id) is null
                            ? board.Clusters.Add(e.Cluster).Sort((x, y) => x.Number.CompareTo(y.Number))
                            : board.Clusters,
                        ClustersMade = Math.Max(board.ClustersMade, e.Cluster.Number),
                    }
                ),
                e.NoteIds,
                e.From,
                e.Cluster.Id
            ),
            ClusterRemoved e => Move(
                workshop.With(board with { Clusters = board.Clusters.RemoveAll(c => c.Id == e.ClusterId) }),
                NotesIn(workshop, board, e.ClusterId),
                e.ClusterId,
                to: null
            ),
            ClusterDescribed e when board.ClusterOf(e.ClusterId) is { } cluster => workshop.With(
                board.With(cluster with { Title = e.Title, Kind = e.Kind, FactorIds = e.FactorIds })
            ),
            NotesMoved e => Move(workshop, e.NoteIds, e.From, e.To),
            NoteMerged e => Merge(workshop, board, e),
            NoteSplit e => workshop.With(workshop.Notes[e.NoteId] with { MergedInto = null }),
            _ => workshop,
        };
    }

    // What lay under the merged note follows along: pointers always lead to a note that stands. An undo may ask for one
    // that does not stand any more; then the note stands by itself.
    private static Workshop Merge(Workshop workshop, Board board, NoteMerged merged)
    {
        var top = TopOf(workshop, merged.IntoId);
        if (top == merged.NoteId || workshop.Notes[top].IsWithdrawn || workshop.Notes[merged.NoteId].IsWithdrawn)
        {
            return workshop.With(workshop.Notes[merged.NoteId] with { MergedInto = null });
        }
        return board
            .NoteIds.Where(id => id == merged.NoteId || workshop.Notes[id].MergedInto == merged.NoteId)
            .Aggregate(workshop, (now, id) => now.With(now.Notes[id] with { MergedInto = top }));
    }

    private static Workshop Move(Workshop workshop, ImmutableList<Guid> noteIds, Guid? from, Guid? to)
    {
        var notes = workshop.Notes.ToBuilder();
        foreach (var id in noteIds)
        {
            var note = notes[id];
            var clusters = from is { } left && left != to ? note.Clusters.Remove(left) : note.Clusters;
            if (to is { } there && !clusters.Contains(there) && Exists(workshop, note, there))
            {
                clusters = clusters.Add(there);
            }
            notes[id] = note with { Clusters = clusters };
        }
        return workshop with { Notes = notes.ToImmutable() };
    }

    private static bool Exists(Workshop workshop, Notes.Note note, Guid clusterId) =>
        workshop.BoardOf(note.GroupId, note.QuestionId).ClusterOf(clusterId) is not null;

    private static ImmutableList<Guid> NotesIn(Workshop workshop, Board board, Guid clusterId) =>
        board.NoteIds.FindAll(id => workshop.Notes[id].Clusters.Contains(clusterId));

    private static ImmutableList<SortingEvent> InverseOf(Workshop workshop, SortingEvent happened)
    {
        var board = workshop.BoardOf(happened.GroupId, happened.QuestionId);
        var (group, question, by) = (happened.GroupId, happened.QuestionId, happened.By);
        return happened switch
        {
            ClusterCreated e =>
            [
                .. Back(workshop, happened, e.NoteIds, e.From, e.Cluster.Id),
                new ClusterRemoved(group, question, by, e.Cluster.Id),
            ],
            ClusterRemoved e when board.ClusterOf(e.ClusterId) is { } cluster =>
            [
                new ClusterCreated(group, question, by, cluster, NotesIn(workshop, board, e.ClusterId), From: null),
            ],
            ClusterDescribed e when board.ClusterOf(e.ClusterId) is { } cluster =>
            [
                new ClusterDescribed(group, question, by, cluster.Id, cluster.Title, cluster.Kind, cluster.FactorIds),
            ],
            NotesMoved e => [.. Back(workshop, happened, e.NoteIds, e.From, e.To)],
            NoteMerged e => workshop.Notes[e.NoteId].MergedInto is { } before
                ? [new NoteMerged(group, question, by, e.NoteId, before)]
                :
                [
                    new NoteSplit(group, question, by, e.NoteId),
                    .. board
                        .NoteIds.Where(id => workshop.Notes[id].MergedInto == e.NoteId)
                        .Select(id => new NoteMerged(group, question, by, id, e.NoteId)),
                ],
            NoteSplit e when workshop.Notes[e.NoteId].MergedInto is { } into =>
            [
                new NoteMerged(group, question, by, e.NoteId, into),
            ],
            _ => [],
        };
    }

    // Each note goes back to where it stood: it may not have been where the mover thought, if two moved it at once.
    private static IEnumerable<SortingEvent> Back(
        Workshop workshop,
        SortingEvent happened,
        ImmutableList<Guid> noteIds,
        Guid? from,
        Guid? to
    ) =>
        noteIds
            .Select(id =>
            {
                var stood = workshop.Notes[id].Clusters;
                Guid? returnTo = from is { } left && left != to && stood.Contains(left) ? left : null;
                Guid? leave = to is { } there && !stood.Contains(there) ? there : null;
                return (id, leave, returnTo);
            })
            .Where(back => back.leave is not null || back.returnTo is not null)
            .GroupBy(back => (back.leave, back.returnTo))
            .Select(same => new NotesMoved(
                happened.GroupId,
                happened.QuestionId,
                happened.By,
                [.. same.Select(back => back.id)],
                same.Key.leave,
                same.Key.returnTo
            ));
}

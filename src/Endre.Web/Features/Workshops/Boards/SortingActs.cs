using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Components.Forms;
using static Endre.Web.Features.Workshops.Boards.BoardAct;

namespace Endre.Web.Features.Workshops.Boards;

/// <summary>Moving, merging, naming and taking back.</summary>
internal static class SortingActs
{
    /// <summary>In the place of a category: a new one.</summary>
    public const string ToNew = "new";

    /// <summary>In the place of a category: none.</summary>
    public const string ToNone = "out";

    public static void MapSorting(this IEndpointRouteBuilder workshop)
    {
        workshop.MapAct(BoardLinks.Move, Move);
        workshop.MapAct(BoardLinks.Merge, Merge);
        workshop.MapAct(BoardLinks.Split, (form, _) => new SplitNote(form.Id("noteId") ?? Guid.Empty));
        workshop.MapAct(BoardLinks.Undo, (form, _) => new UndoSorting(Group(form), Question(form)));
        workshop.MapAct(BoardLinks.NewCategory, (form, _) => Create(form, []));
        workshop.MapAct(BoardLinks.RemoveCategory, (form, _) => new RemoveCluster(form.Id("clusterId") ?? Guid.Empty));
        workshop.MapAct(BoardLinks.StartNaming, (form, _) => new StartLabeling(Group(form), Question(form)));
        workshop.MapAct(BoardLinks.Describe, Describe);
    }

    public static string Group(IFormCollection form) => form.Text("groupId") ?? "";

    public static string Question(IFormCollection form) => form.Text("questionId") ?? "";

    // The button of a category says where in "to"; the button under the board leaves it to the list in "where".
    private static Asked Move(IFormCollection form, Workshop workshop)
    {
        var picked = Picked(form);
        var to = form.Text("to") ?? form.Text("where") ?? "";
        var isCopy = form.Text("how") == "copy";
        if (to == ToNew && !isCopy)
        {
            return Create(form, picked);
        }
        if (picked.IsEmpty)
        {
            return new Refusal("NothingSelected", "note");
        }
        if (to == ToNone && !isCopy)
        {
            return Each(picked, to: null);
        }
        if (isCopy && to == ToNew)
        {
            return new CreateCluster(NewId(form), Group(form), Question(form), NotesOf(picked), From: null);
        }
        if (!Guid.TryParse(to, out var cluster))
        {
            return new Refusal("WhereMissing", "where");
        }
        return isCopy ? new MoveNotes(NotesOf(picked), From: null, cluster) : Each(picked, cluster);
    }

    // Notes that are picked in different categories leave different ones, so it is a move for each of those.
    private static Asked Each(ImmutableList<Pick> picked, Guid? to) =>
        Asked.All(
            picked.GroupBy(p => p.From).Select(same => new MoveNotes([.. same.Select(p => p.Note)], same.Key, to))
        );

    private static Asked Create(IFormCollection form, ImmutableList<Pick> picked)
    {
        var id = NewId(form);
        var parts = picked.GroupBy(p => p.From).ToList();
        var first = parts.FirstOrDefault();
        var create = new CreateCluster(
            id,
            Group(form),
            Question(form),
            first is null ? [] : [.. first.Select(p => p.Note)],
            first?.Key
        );
        return Asked.All([
            create,
            .. parts.Skip(1).Select(same => new MoveNotes([.. same.Select(p => p.Note)], same.Key, id)),
        ]);
    }

    private static Asked Merge(IFormCollection form, Workshop workshop)
    {
        var notes = NotesOf(Picked(form)).Sort((x, y) => Order(workshop, x).CompareTo(Order(workshop, y)));
        return notes.Count < 2
            ? new Refusal("MergeNeedsTwo", "note")
            : Asked.All(notes.Skip(1).Select(note => new MergeNote(note, notes[0])));
    }

    private static long Order(Workshop workshop, Guid noteId) =>
        workshop.Notes.TryGetValue(noteId, out var note) ? note.Sequence : long.MaxValue;

    // What the person did not touch is left alone: somebody else may have changed it since the page was made.
    private static Asked Describe(IFormCollection form, Workshop workshop)
    {
        var title = form.Text("title");
        var kind =
            Enum.TryParse<ClusterKind>(form.Text("kind"), out var chosen) && Enum.IsDefined(chosen)
                ? chosen
                : (ClusterKind?)null;
        ImmutableList<string> factors = [.. form["factor"].OfType<string>().Where(Domain.Insights.Factor.IsId)];
        var before = (form.Text("titleBefore"), form.Text("kindBefore"), form.Text("factorsBefore"));
        return new DescribeCluster(
            form.Id("clusterId") ?? Guid.Empty,
            title == before.Item1 ? null : title,
            kind?.ToString() == before.Item2 ? null : kind,
            form.Text("factorsBefore") is { } listed && listed != string.Join(' ', factors) ? factors : null
        );
    }

    private static Guid NewId(IFormCollection form) => form.Id("newId") ?? Guid.CreateVersion7();

    private static ImmutableList<Guid> NotesOf(ImmutableList<Pick> picked) =>
        [.. picked.Select(p => p.Note).Distinct()];

    /// <summary>A ticked note, and the category it was ticked in: <c>note</c> or <c>note/category</c>.</summary>
    private readonly record struct Pick(Guid Note, Guid? From);

    private static ImmutableList<Pick> Picked(IFormCollection form) =>
        [
            .. form["note"]
                .OfType<string>()
                .Select(value =>
                {
                    var parts = value.Split('/');
                    var note = Guid.TryParse(parts[0], out var id) ? id : Guid.Empty;
                    return new Pick(note, parts.Length > 1 && Guid.TryParse(parts[1], out var from) ? from : null);
                })
                .Distinct(),
        ];
}

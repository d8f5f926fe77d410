using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Live;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.ShowScreen;

/// <summary>What the big screen shows, all of it from one state: nothing that not everybody in the room may see.</summary>
/// <param name="Sight">What everybody may see.</param>
/// <param name="Progress">Counts, never names.</param>
public sealed record ScreenView(Sight Sight, Progress Progress)
{
    public Workshop Workshop => Sight.Workshop;

    public Step Step => Workshop.Current;

    public IEnumerable<Question> Questions => Step.QuestionIds.Select(Workshop.Plan.QuestionOf).OfType<Question>();

    public Group? Presenting => Workshop.GroupOf(Workshop.Presentations.Current);

    /// <summary>
    /// The boards of the group that presents: the one question that is talked about, or all that the step asks for.
    /// </summary>
    public IReadOnlyList<Board> PresentedBoards =>
        Presenting is not { } group
            ? []
            :
            [
                .. Workshop
                    .Plan.Questions.Where(q =>
                        Workshop.Presentations.Focus is { } focus
                            ? focus == q.Id
                            : Step.QuestionIds.IsEmpty || Step.Asks(q.Id)
                    )
                    .Select(q => Workshop.BoardOf(group.Id, q.Id))
                    .Where(b => Sight.Sees(b) && !b.NoteIds.IsEmpty),
            ];

    /// <summary>More than one question is presented at once: names and counts, for the notes would not fit.</summary>
    public bool IsOverview => PresentedBoards.Count > 1;

    /// <summary>The categories of a board, with how many notes each has.</summary>
    public IEnumerable<(Cluster Cluster, int Notes)> CategoriesOf(Board board) =>
        board.Clusters.Select(c => (c, NotesIn(board, c)));

    /// <summary>What was joined across the groups, once it is shared and as far as everybody may see it; the largest first.</summary>
    public IReadOnlyList<(Theme Theme, int Groups, int Notes)> Themes =>
        [
            .. SharedThemes
                .Select(theme =>
                    (theme, parts: Categories.Where(c => theme.ClusterIds.Contains(c.Cluster.Id)).ToList())
                )
                .Where(t => t.parts.Count > 0)
                .Select(t => (t.theme, t.parts.Select(c => c.Group.Id).Distinct().Count(), t.parts.Sum(c => c.Notes)))
                .OrderByDescending(t => t.Item3),
        ];

    /// <summary>The categories of all groups that may be seen, with how many notes each has; the largest first.</summary>
    public IReadOnlyList<(Cluster Cluster, Group Group, int Notes)> Categories =>
        [
            .. Sight
                .Boards.SelectMany(b => b.Clusters.Select(c => (c, Workshop.GroupOf(b.GroupId)!, NotesIn(b, c))))
                .OrderByDescending(c => c.Item3)
                .ThenBy(c => c.Item2.Number)
                .ThenBy(c => c.c.Number),
        ];

    public IReadOnlyList<(Proposal Proposal, Group Group)> Proposals =>
        [.. Sight.Boards.SelectMany(b => b.Proposals.Select(p => (p, Workshop.GroupOf(b.GroupId)!)))];

    /// <summary>The notes that a piece of the interpretation rests on, as far as everybody may see them.</summary>
    public IEnumerable<Note> QuotedIn(InterpretationSection section) =>
        section
            .NoteIds.Select(Workshop.Notes.GetValueOrDefault)
            .OfType<Note>()
            .Where(n => !n.IsWithdrawn && Sight.Sees(Workshop.BoardOf(n.GroupId, n.QuestionId)));

    /// <summary>Whether a category is told by the theme that it was joined into.</summary>
    public bool IsInTheme(Cluster cluster) => SharedThemes.Any(t => t.ClusterIds.Contains(cluster.Id));

    private IEnumerable<Theme> SharedThemes =>
        Workshop.Interpretation is { IsShared: true } shared ? shared.Themes : [];

    private int NotesIn(Board board, Cluster cluster) =>
        Sight.NotesOn(board).Count(n => n.IsStanding && n.Clusters.Contains(cluster.Id));

    public static string Say(Wording? wording) => wording?.In(Language.Current.Code) ?? "";
}

using Endre.Documents.TextDocuments;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>One question in the report document: each group's best, categories and notes.</summary>
internal static class QuestionChapter
{
    private static readonly Texts<ReportTexts> T = new();

    public static IEnumerable<Block> Of(ReportOutline outline, Question question)
    {
        yield return new Heading(1, ReportWords.Of(question.Title));
        if (ReportWords.TextOf(question) is { } asked)
        {
            yield return new Paragraph([Run.Bold(asked)]);
        }
        if (!question.Halves.IsEmpty)
        {
            yield return new BulletList([
                .. question.Halves.Select(h => new ListItem([
                    Run.Bold(ReportWords.Of(h.Label)),
                    $": {ReportWords.Of(h.Text)}",
                ])),
            ]);
        }
        foreach (var board in outline.Report.Groups.Select(g => outline.BoardOf(g, question)).OfType<OutlinedBoard>())
        {
            yield return new Heading(2, $"{ReportWords.Of(question.Title)}: {ReportWords.NameOf(board.Group)}");
            foreach (var block in Best(board).Concat(Votes(outline, board)).Concat(Sorted(outline, board)))
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<Block> Best(OutlinedBoard board)
    {
        if (board.Proposals.IsEmpty)
        {
            yield break;
        }
        yield return new Heading(3, T["Best"]);
        yield return new Table(
            [new(T["Proposal"], 3), new(T["Why"], 3), new(T["Reach"], 2)],
            [
                .. board.Proposals.Select(
                    (p, i) => new TableRow($"{i + 1}. {p.Text}", p.Reason, ReportWords.NameOf(p.Reach))
                ),
            ]
        )
        {
            Caption = T["BestCaption", ReportWords.NameOf(board.Group)],
            HasRowHeaders = true,
        };
    }

    private static IEnumerable<Block> Votes(ReportOutline outline, OutlinedBoard board)
    {
        if (board.Votes.IsEmpty)
        {
            yield break;
        }
        yield return new Heading(3, T["Votes"]);
        yield return new Table(
            [new(T["Place"], 1) { IsNumeric = true }, new(T["Note"], 6), new(T["Points"], 1) { IsNumeric = true }],
            [
                .. board.Votes.Select(vote => new TableRow(
                    T["PlaceNumber", vote.Place],
                    $"{outline.NoteOf(vote.NoteId)?.Text}{(board.IsTie(vote) ? $" ({T["Tie"]})" : null)}",
                    T["PointsNumber", vote.Points]
                )),
            ]
        )
        {
            Caption = T["VotesCaption", ReportWords.NameOf(board.Group)],
        };
    }

    private static IEnumerable<Block> Sorted(ReportOutline outline, OutlinedBoard board)
    {
        foreach (var cluster in board.Clusters)
        {
            yield return new Heading(3, ReportWords.NameOf(cluster));
            yield return new Note(LabelsOf(outline, cluster));
            yield return NoteList(outline, board, outline.NotesIn(cluster), cluster);
        }
        var loose = board.Loose.ToList();
        if (loose.Count > 0)
        {
            if (!board.Clusters.IsEmpty || !board.Proposals.IsEmpty)
            {
                yield return new Heading(3, T[board.Clusters.IsEmpty ? "AllNotes" : "Loose"]);
            }
            yield return NoteList(outline, board, loose, cluster: null);
        }
    }

    private static string LabelsOf(ReportOutline outline, Cluster cluster) =>
        string.Join(
            " · ",
            [
                ReportWords.NameOf(cluster.Kind),
                T.Count("Notes", outline.CountIn(cluster)),
                .. outline.FactorsOf(cluster.FactorIds).Select(ReportWords.KindAndNameOf),
            ]
        );

    private static BulletList NoteList(
        ReportOutline outline,
        OutlinedBoard board,
        IEnumerable<ReportedNote> notes,
        Cluster? cluster
    ) =>
        new([
            .. notes.Select(note => new ListItem(
                TextOf(board, note),
                [
                    .. outline
                        .Under(note)
                        .Select(u => new ListItem(TextOf(board, u)) { Anchor = Anchor(u, cluster, note) }),
                ]
            )
            {
                Anchor = Anchor(note, cluster, note),
            }),
        ]);

    // A note may stand in two categories; one of them is where quotes lead.
    private static string? Anchor(ReportedNote note, Cluster? cluster, ReportedNote standing) =>
        ReportOutline.IsHome(standing, cluster) ? ReportOutline.AnchorOf(note.Id) : null;

    private static RichText TextOf(OutlinedBoard board, ReportedNote note)
    {
        var marks = MarksOf(board.Question, note).ToList();
        return marks.Count == 0 ? note.Text : [note.Text, Run.Italic($" ({string.Join(", ", marks)})")];
    }

    private static IEnumerable<string> MarksOf(Question question, ReportedNote note)
    {
        if (ReportWords.HalfOf(question, note.Half) is { } half)
        {
            yield return half;
        }
        if (note.IsLate)
        {
            yield return T["Late"];
        }
        if (note.IsFromPaper)
        {
            yield return T["Paper"];
        }
    }
}

using Endre.Documents.Workbooks;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>The report as a workbook: one row per note, category, proposal; for those who want to count themselves.</summary>
internal static class ReportWorkbook
{
    private static readonly Texts<ReportTexts> T = new();

    public static Workbook Of(ReportOutline outline, ReportFrame frame) =>
        new()
        {
            Title = outline.Report.Title,
            Subject = T["Subject"],
            Organization = frame.Organization,
            Language = ReportFrame.Language,
            CreatedAt = frame.Formats.Local(frame.MadeAt),
            Sheets = [NotesOf(outline), Clusters(outline), Best(outline), Answers(outline), About(outline, frame)],
        };

    /// <summary>The notes with all their columns.</summary>
    public static Sheet NotesOf(ReportOutline outline) =>
        new(
            T["SheetNotes"],
            [
                new(T["Number"], CellKind.Number),
                T["Group"],
                T["Question"],
                T["Half"],
                T["Note"],
                T["Categories"],
                T["Kind"],
                T["DriversAndBarriers"],
                new(T["Points"], CellKind.Number),
                T["LiesUnder"],
                new(T["CameLate"], CellKind.Boolean),
                new(T["FromPaper"], CellKind.Boolean),
                T["Id"],
            ],
            [.. outline.Report.Notes.Select((note, i) => NoteRow(outline, note, i + 1))]
        );

    private static Cell[] NoteRow(ReportOutline outline, ReportedNote note, int number)
    {
        var question = outline.QuestionOf(note.QuestionId);
        var clusters = outline.ClustersOf(note.Clusters).ToList();
        return
        [
            number,
            ReportWords.NameOf(outline.GroupOf(note.GroupId)),
            ReportWords.Of(question.Title),
            ReportWords.HalfOf(question, note.Half),
            note.Text,
            List(clusters.Select(ReportWords.NameOf)),
            List(
                clusters.Where(c => c.Kind != ClusterKind.Unlabeled).Select(c => ReportWords.NameOf(c.Kind)).Distinct()
            ),
            List(outline.FactorsOf(clusters.SelectMany(c => c.FactorIds).Distinct()).Select(ReportWords.KindAndNameOf)),
            PointsOf(outline, note),
            outline.NoteOf(note.MergedInto)?.Text,
            note.IsLate,
            note.IsFromPaper,
            note.Id.ToString(),
        ];
    }

    private static Cell PointsOf(ReportOutline outline, ReportedNote note)
    {
        var board = outline.BoardOf(outline.GroupOf(note.GroupId), outline.QuestionOf(note.QuestionId))!;
        var points = board.Votes.Where(v => v.NoteId == note.Id).Select(v => v.Points).FirstOrDefault();
        return points == 0 ? Cell.Empty : points;
    }

    private static Sheet Clusters(ReportOutline outline) =>
        new(
            T["SheetClusters"],
            [
                T["Group"],
                T["Question"],
                T["Category"],
                T["Kind"],
                T["DriversAndBarriers"],
                T["Theme"],
                new(T["NoteCount"], CellKind.Number),
            ],
            [
                .. outline
                    .Report.Boards.SelectMany(b => b.Clusters)
                    .Select(c =>
                        new Cell[]
                        {
                            ReportWords.NameOf(outline.GroupOf(c.GroupId)),
                            ReportWords.Of(outline.QuestionOf(c.QuestionId).Title),
                            ReportWords.NameOf(c),
                            ReportWords.NameOf(c.Kind),
                            List(outline.FactorsOf(c.FactorIds).Select(ReportWords.KindAndNameOf)),
                            List(outline.Report.Themes.Where(t => t.ClusterIds.Contains(c.Id)).Select(t => t.Title)),
                            outline.CountIn(c),
                        }
                    ),
            ]
        );

    private static Sheet Best(ReportOutline outline) =>
        new(
            T["SheetBest"],
            [T["Group"], T["Question"], new(T["Place"], CellKind.Number), T["Proposal"], T["Why"], T["Reach"]],
            [
                .. outline.Proposals.Select(p =>
                    new Cell[]
                    {
                        ReportWords.NameOf(p.Group),
                        ReportWords.Of(p.Question.Title),
                        p.Place,
                        p.Proposal.Text,
                        p.Proposal.Reason,
                        ReportWords.NameOf(p.Proposal.Reach),
                    }
                ),
            ]
        );

    private static Sheet Answers(ReportOutline outline) =>
        new(
            T["SheetAnswers"],
            [
                T["Group"],
                T["Proposal"],
                T["Answer"],
                T["Who"],
                T["FirstStep"],
                new(T["Due"], CellKind.Date),
                T["Reason"],
                T["Standing"],
                T["Became"],
                new(T["ToldOn"], CellKind.Date),
            ],
            [
                .. outline.Proposals.Select(p =>
                {
                    var last = p.Answer is { Outcomes: [.., var told] } ? told : null;
                    return new Cell[]
                    {
                        ReportWords.NameOf(p.Group),
                        p.Proposal.Text,
                        p.Answer is { } answer ? ReportWords.NameOf(answer.Kind) : T["NotAnswered"],
                        p.Answer?.Who,
                        p.Answer?.FirstStep,
                        p.Answer?.DueOn is { } due ? due : Cell.Empty,
                        p.Answer?.Reason,
                        last is null ? null : ReportWords.NameOf(last.Standing),
                        last?.Text,
                        last is null ? Cell.Empty : last.On,
                    };
                }),
            ]
        );

    private static Sheet About(ReportOutline outline, ReportFrame frame)
    {
        var report = outline.Report;
        return new(
            T["SheetAbout"],
            [T["What"], T["Value"]],
            [
                [T["Workshop"], report.Title],
                [T["HeldOn"], frame.Formats.Date(report.HeldAt)],
                [T["ClosedOnColumn"], report.ClosedAt is { } closed ? frame.Formats.Date(closed) : T["StillOpen"]],
                [T["PeopleColumn"], frame.Formats.Number(report.People)],
                .. report.Groups.Select(g => new Cell[] { ReportWords.NameOf(g), T.Count("People", g.Heads) }),
                [T["NoteCount"], frame.Formats.Number(report.Notes.Length)],
                .. report.Interpretation.Select(s => new Cell[] { T["Interpretation"], s.Text }),
                .. ReportDocument.Remarks(outline).Select(key => new Cell[] { T["AboutNotes"], T[key] }),
                [T["MadeOn"], frame.Formats.DateAndTime(frame.MadeAt)],
            ]
        );
    }

    private static string? List(IEnumerable<string> words) =>
        string.Join("; ", words) is { Length: > 0 } list ? list : null;
}

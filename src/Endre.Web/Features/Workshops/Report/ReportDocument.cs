using System.Globalization;
using Endre.Documents.TextDocuments;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Reporting;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>The report as a text document: what happens next first, then what it means, then everything that was said.</summary>
internal static class ReportDocument
{
    private static readonly Texts<ReportTexts> T = new();

    public static TextDocument Of(ReportOutline outline, ReportFrame frame)
    {
        var report = outline.Report;
        var held = frame.Formats.Date(report.HeldAt);
        return new TextDocument
        {
            Title = report.Title,
            Subtitle = frame.Organization is { } place ? $"{T["ReportFrom", held]}\n{place}" : T["ReportFrom", held],
            Subject = T["Subject"],
            Organization = frame.Organization,
            Logo = frame.Logo,
            Language = ReportFrame.Language,
            CreatedAt = frame.Formats.Local(frame.MadeAt),
            HeaderText = report.Title,
            FooterText = frame.Organization,
            Blocks =
            [
                new Paragraph(Summary(report)),
                new TableOfContents(T["Contents"], Levels: 2),
                new PageBreak(),
                .. Answers(outline, frame),
                .. Interpretation(outline),
                .. outline.Questions.SelectMany(question => QuestionChapter.Of(outline, question)),
                .. About(outline, frame),
            ],
        };
    }

    /// <summary>«42 personer i 3 grupper skrev 118 lapper.»</summary>
    public static string Summary(WorkshopReport report) =>
        T[
            "Summary",
            T.Count("People", report.People),
            T.Count("Groups", report.Groups.Length),
            T.Count("Notes", report.Notes.Length)
        ];

    private static IEnumerable<Block> Answers(ReportOutline outline, ReportFrame frame)
    {
        var proposals = outline.Proposals.ToList();
        if (proposals.Count == 0)
        {
            yield break;
        }
        yield return new Heading(1, T["WhatNext"]);
        yield return new Paragraph(T["WhatNextLead"]);
        yield return new Table(
            [
                new(T["Proposal"], 3.4),
                new(T["Answer"], 1.9),
                new(T["WhoAndHow"], 3),
                new(T["Due"], 1.7),
                new(T["Became"], 2.4),
            ],
            [.. proposals.Select(p => Row(p, frame))]
        )
        {
            Caption = T["AnswersCaption"],
            HasRowHeaders = true,
        };
    }

    private static TableRow Row(ProposedBest best, ReportFrame frame)
    {
        var answer = best.Answer;
        return new TableRow(
            $"{best.Proposal.Text}\n({ReportWords.NameOf(best.Group)})",
            answer is null ? T["NotAnswered"] : ReportWords.NameOf(answer.Kind),
            answer?.Kind == AnswerKind.TakenFurther
                ? [Run.Bold(answer.Who ?? ""), $"\n{answer.FirstStep}"]
                : answer?.Reason ?? "",
            answer is { Kind: AnswerKind.TakenFurther, DueOn: { } due } ? frame.Formats.Date(due) : "",
            string.Join(
                "\n",
                (answer?.Outcomes ?? []).Select(o =>
                    $"{ReportWords.NameOf(o.Standing)} {frame.Formats.Date(o.On)}: {o.Text}"
                )
            )
        );
    }

    private static IEnumerable<Block> Interpretation(ReportOutline outline)
    {
        if (!outline.HasInterpretation)
        {
            yield break;
        }
        yield return new Heading(1, T["Interpretation"]);
        // What it is stands in the frame itself, so that a page break never parts them.
        if (!outline.Report.Interpretation.IsEmpty)
        {
            yield return new Callout(
                T["InterpretationLead"],
                [.. outline.Report.Interpretation.SelectMany(section => Piece(outline, section))]
            );
        }
        if (outline.Report.Themes.IsEmpty)
        {
            yield break;
        }
        yield return new Heading(2, T["Themes"]);
        yield return new Table(
            [
                new(T["Theme"], 3),
                new(T["Kind"], 2),
                new(T["FoundIn"], 3),
                new(T["NoteCount"], 1.2) { IsNumeric = true },
            ],
            [.. outline.Report.Themes.Select(theme => Row(outline, theme))]
        )
        {
            Caption = T["ThemesCaption"],
            HasRowHeaders = true,
        };
    }

    private static TableRow Row(ReportOutline outline, Theme theme)
    {
        var clusters = outline.ClustersOf(theme.ClusterIds).ToList();
        var factors = outline.FactorsOf(theme.FactorIds).Select(ReportWords.KindAndNameOf);
        return new TableRow(
            string.Join('\n', factors.Prepend(theme.Title)),
            ReportWords.NameOf(theme.Kind),
            string.Join(
                '\n',
                clusters.Select(c => $"{ReportWords.NameOf(outline.GroupOf(c.GroupId))}: {ReportWords.NameOf(c)}")
            ),
            clusters.Sum(outline.CountIn).ToString(CultureInfo.CurrentCulture)
        );
    }

    private static IEnumerable<RichText> Piece(ReportOutline outline, InterpretationSection section) =>
        section
            .Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => (RichText)paragraph)
            .Concat(Quotes(outline, section.NoteIds));

    private static IEnumerable<RichText> Quotes(ReportOutline outline, IEnumerable<Guid> noteIds) =>
        noteIds.Select(id => outline.NoteOf(id)).OfType<ReportedNote>().Select(note => Quoted(outline, note));

    private static RichText Quoted(ReportOutline outline, ReportedNote note) =>
        [
            Run.To(ReportOutline.AnchorOf(note.Id), $"«{note.Text}»"),
            $" – {ReportWords.NameOf(outline.GroupOf(note.GroupId))}",
        ];

    private static IEnumerable<Block> About(ReportOutline outline, ReportFrame frame)
    {
        var report = outline.Report;
        yield return new Heading(1, T["About"]);
        yield return new Table(
            [
                new(T["Group"], 4),
                new(T["PeopleColumn"], 1) { IsNumeric = true },
                new(T["NoteCount"], 1) { IsNumeric = true },
            ],
            [
                .. report.Groups.Select(g => new TableRow(
                    ReportWords.NameOf(g),
                    frame.Formats.Number(g.Heads),
                    frame.Formats.Number(report.Notes.Count(n => n.GroupId == g.Id))
                )),
                new TableRow(
                    T["InAll"],
                    frame.Formats.Number(report.People),
                    frame.Formats.Number(report.Notes.Length)
                ),
            ]
        )
        {
            Caption = T["NumbersCaption"],
            HasRowHeaders = true,
        };
        foreach (var key in Remarks(outline))
        {
            yield return new Paragraph(T[key]);
        }
        if (report.ClosedAt is { } closed)
        {
            yield return new Note(T["ClosedOn", frame.Formats.Date(closed)]);
        }
    }

    /// <summary>The texts that explain what is special about this report's notes.</summary>
    public static IEnumerable<string> Remarks(ReportOutline outline)
    {
        yield return "AboutNames";
        if (outline.HasMergedNotes)
        {
            yield return "AboutMerged";
        }
        if (outline.HasLateNotes)
        {
            yield return "AboutLate";
        }
        if (outline.HasPaperNotes)
        {
            yield return "AboutPaper";
        }
    }
}

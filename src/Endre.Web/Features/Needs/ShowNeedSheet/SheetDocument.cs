using System.Globalization;
using Endre.Documents;
using Endre.Documents.TextDocuments;
using Endre.Domain.Needs;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Lineage;
using Endre.Web.Texts;

namespace Endre.Web.Features.Needs.ShowNeedSheet;

/// <summary>The A3 for Word, with the why tree, the fishbone and the Pareto counts: what a drawing shows, the table after it says.</summary>
internal static class SheetDocument
{
    private static readonly Texts<NeedTexts> T = new();

    public static TextDocument Of(Sheet sheet, SheetFrame frame)
    {
        var (view, counts, map, figures) = sheet;
        var need = view.Need;
        return new TextDocument
        {
            Title = SheetWords.Title(need),
            Subtitle = $"{view.Unit}\n{frame.Formats.Date(frame.MadeAt)}",
            Subject = T["SideSheet"],
            Organization = frame.Organization,
            Logo = frame.Logo,
            Language = SheetFrame.Language,
            CreatedAt = frame.Formats.Local(frame.MadeAt),
            Page = PageFormat.A3Landscape,
            FooterText = frame.Organization,
            Blocks =
            [
                new Heading(1, T["A3Background"]),
                new Paragraph($"{NeedWords.Of(need.Statement)}."),
                new Paragraph(T["Because", need.Statement.Why]),
                new BulletList([.. view.Hassles.Select(hassle => new ListItem(NeedWords.Of(hassle)))]),
                new Heading(1, T["A3Now"]),
                new Paragraph(SheetWords.Effort(view, frame.Formats)),
                .. Pareto(counts, frame.Formats),
                new Heading(1, T["A3Goal"]),
                new Paragraph(Or(need.Sheet.Goal)),
                new Heading(1, T["A3Causes"]),
                .. Causes(view),
                .. Fishbone(view),
                new Heading(1, T["A3Measures"]),
                .. Solutions(need),
                new Heading(1, T["A3Plan"]),
                .. Plan(need, frame.Formats),
                new Heading(1, T["A3FollowUp"]),
                new Paragraph(Or(need.Sheet.FollowUp)),
                .. Tests(need),
                .. Figures(figures),
                .. SheetLineage.Of(map),
            ],
        };
    }

    /// <summary>The Pareto chart, drawn and as a table.</summary>
    public static IEnumerable<Block> Pareto(NeedCounts counts, Formats formats)
    {
        if (counts.Pareto.Total == 0)
        {
            yield break;
        }
        yield return SheetDrawings.Pareto(counts, formats);
        yield return new Table(
            [
                new(T[counts.IsByUnit ? "ByUnit" : "ByState"], 4),
                new(T["Count"], 1) { IsNumeric = true },
                new(T["Cumulative"], 1) { IsNumeric = true },
            ],
            [
                .. counts.Pareto.Bars.Select(bar => new TableRow(
                    bar.Name ?? T["Other"],
                    formats.Number(bar.Count),
                    formats.Percent(bar.CumulativeShare)
                )),
            ]
        )
        {
            Caption = T["ParetoCaption", counts.Pareto.Total],
            HasRowHeaders = true,
        };
        if (counts.Pareto.IsTooFew)
        {
            yield return new Note(T["TooFew", counts.Pareto.Total]);
        }
    }

    private static IEnumerable<Block> Causes(NeedView view)
    {
        if (view.Need.Causes.IsEmpty)
        {
            yield return new Paragraph(T["A3Nothing"]);
            yield break;
        }
        yield return SheetDrawings.Tree(view);
        yield return new Table(
            [new(T["Number"], 1), new(T["CauseText"], 5), new(T["CanWeAct"], 2), new(T["HowDoWeKnow"], 4)],
            [
                .. NeedWords
                    .Numbered(view.Need)
                    .Select(one => new TableRow(
                        one.Number,
                        NeedWords.Of(view, one.Cause),
                        T[$"Act_{one.Cause.Influence}"],
                        $"{T[one.Cause.IsChecked ? "Checked" : "NotChecked"]}{(one.Cause.Proof.Length > 0 ? $": {one.Cause.Proof}" : "")}"
                    )),
            ]
        )
        {
            Caption = T["TreeTitle"],
            HasRowHeaders = true,
        };
    }

    private static IEnumerable<Block> Fishbone(NeedView view)
    {
        if (!view.Need.Causes.Exists(cause => cause.CategoryId is not null))
        {
            yield break;
        }
        yield return SheetDrawings.Fishbone(view);
        yield return new Table(
            [new(T["Bone"], 2), new(T["SideCauses"], 6)],
            [
                .. view.Need.Categories.Select(category => new TableRow(
                    NeedWords.Of(category),
                    string.Join(
                        '\n',
                        view.Need.Causes.Where(cause => cause.CategoryId == category.Id)
                            .Select(cause => NeedWords.Of(view, cause))
                    )
                )),
            ]
        )
        {
            Caption = T["FishTitle"],
            HasRowHeaders = true,
        };
    }

    private static IEnumerable<Block> Solutions(Need need)
    {
        if (need.Solutions.IsEmpty)
        {
            yield return new Paragraph(T["A3Nothing"]);
            yield break;
        }
        yield return new BulletList([
            .. need
                .Solutions.OrderByDescending(solution => solution.IsChosen)
                .Select(solution => new ListItem(
                    solution.IsChosen
                        ? [Run.Bold(solution.Text), $" ({T["Chosen"].ToLower(CultureInfo.CurrentCulture)})"]
                        : solution.Text
                )),
        ]);
    }

    private static IEnumerable<Block> Plan(Need need, Formats formats)
    {
        if (need.Sheet.Plan.IsEmpty)
        {
            yield return new Paragraph(T["A3Nothing"]);
            yield break;
        }
        yield return new Table(
            [new(T["PlanWhat"], 5), new(T["PlanWho"], 2), new(T["PlanDue"], 2), new(T["PlanDone"], 1)],
            [
                .. need.Sheet.Plan.Select(line => new TableRow(
                    line.What,
                    line.Who,
                    line.DueOn is { } due ? formats.Date(due) : "",
                    line.IsDone ? T["Yes"] : ""
                )),
            ]
        )
        {
            Caption = T["A3Plan"],
            HasRowHeaders = true,
        };
    }

    private static IEnumerable<Block> Tests(Need need)
    {
        if (need.Tests.IsEmpty)
        {
            yield break;
        }
        yield return new Table(
            [new(T["TestWhat"], 4), new(T["Prediction"], 3), new(T["Happened"], 3), new(T["Learned"], 3)],
            [
                .. need.Tests.Select(test => new TableRow(
                    $"{test.What}\n{T.Count("TestWith", test.People)}: {test.With}",
                    test.Prediction,
                    test.Result?.Happened ?? "",
                    test.Result?.Learned ?? ""
                )),
            ]
        )
        {
            Caption = T["TestsCaption"],
            HasRowHeaders = true,
        };
    }

    private static IEnumerable<Block> Figures(IReadOnlyList<RecordFigure> figures)
    {
        if (figures.Count == 0)
        {
            yield break;
        }
        yield return new Heading(1, T["A3Effect"]);
        foreach (var figure in figures)
        {
            yield return new Heading(2, figure.Name);
            yield return new Paragraph($"{T["A3EffectFrom"]} {figure.Of.Text}");
            foreach (var block in figure.ForDocument())
            {
                yield return block;
            }
        }
    }

    private static string Or(string text) => text.Length > 0 ? text : T["A3Nothing"];
}

/// <summary>What surrounds the file: how dates are written, whose it is, when it was made.</summary>
internal sealed record SheetFrame(Formats Formats, string? Organization, Image? Logo, DateTimeOffset MadeAt)
{
    public static DocumentLanguage Language =>
        Texts.Language.Current.Code switch
        {
            "nn" => DocumentLanguage.Nynorsk,
            "en" => DocumentLanguage.English,
            _ => DocumentLanguage.Bokmal,
        };
}

/// <summary>What the sheet says on the screen and in the file alike.</summary>
internal static class SheetWords
{
    private static readonly Texts<NeedTexts> T = new();

    public static string Title(Need need) =>
        need.Sheet.Theme.Length > 0 ? need.Sheet.Theme : NeedWords.Of(need.Statement);

    /// <summary>What the hassles cost, as those who said them believe.</summary>
    public static string Effort(NeedView view, Formats formats) =>
        view.HoursAYear is { } hours && hours >= 1
            ? T["A3Hours", view.Hassles.Count, formats.Number(Math.Round(hours))]
            : T["A3NoHours", view.Hassles.Count];
}

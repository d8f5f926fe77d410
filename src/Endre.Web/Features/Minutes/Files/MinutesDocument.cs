using Endre.Documents;
using Endre.Documents.TextDocuments;
using Endre.Domain.Meetings.Minutes;
using Endre.Web.Features.Minutes.Shared;
using Endre.Web.Texts;

namespace Endre.Web.Features.Minutes.Files;

/// <summary>The minutes for Word, from which PDF/A is made too.</summary>
internal static class MinutesDocument
{
    private static readonly Texts<MinutesTexts> T = new();

    public static TextDocument Of(ShownMinutes minutes, MinutesFrame frame)
    {
        var subtitle = new[]
        {
            minutes.Head.Unit,
            MinutesWords.Day(minutes.Head, frame.Formats),
            State(minutes, frame),
        };
        return new TextDocument
        {
            Title = T["TitleOf", minutes.Head.Title],
            Subtitle = string.Join('\n', subtitle),
            Subject = T["Minutes"],
            Organization = frame.Organization,
            Logo = frame.Logo,
            Language = MinutesFrame.Language,
            CreatedAt = frame.Formats.Local(frame.MadeAt),
            FooterText = frame.Organization,
            Blocks =
            [
                .. minutes.Copy is null ? Array.Empty<Block>() : [new Note(T["CopyNote"])],
                .. Head(minutes, frame),
                .. minutes.Matters.SelectMany(matter => Matter(minutes, matter, frame)),
                .. Actions(minutes, frame),
                .. Next(minutes),
                .. Rest(minutes, frame),
            ],
        };
    }

    private static string State(ShownMinutes minutes, MinutesFrame frame) =>
        minutes.Copy is not null ? T["PublicCopy"]
        : minutes.Lock is { } made ? MinutesWords.Locked(made, frame.Formats)
        : T["Draft"];

    private static IEnumerable<Block> Head(ShownMinutes minutes, MinutesFrame frame)
    {
        yield return new Heading(1, T["Facts"]);
        yield return Fact(T["When"], MinutesWords.When(minutes.Head, frame.Formats));
        if (minutes.Head.Place.Length > 0)
        {
            yield return Fact(T["Where"], minutes.Head.Place);
        }
        if (minutes.Head.Chair is { } chair)
        {
            yield return Fact(T["Chair"], chair);
        }
        foreach (var (label, people) in MinutesWords.Present(minutes))
        {
            yield return Fact(label, people);
        }
        if (minutes.CaseNumber is { } number)
        {
            yield return Fact(T["CaseNumber"], number);
        }
        if (minutes.IsWithoutNames)
        {
            yield return new Note(T["NamesLeftOut"]);
        }
    }

    private static IEnumerable<Block> Matter(ShownMinutes minutes, ShownMatter matter, MinutesFrame frame)
    {
        yield return new Heading(1, MinutesWords.TitleOf(matter));
        if (matter.Matter is not { } open)
        {
            yield return new Paragraph(T["Withheld", matter.Ground!.Law]);
            yield break;
        }
        var about = new[]
        {
            open.Title.Length > 0 ? T[$"Kind_{open.Kind}"] : null,
            open.IsCarried ? T["Carried"] : null,
            matter.Ground is { } kept ? T["AccessIs", kept.Law] : null,
        };
        if (about.OfType<string>().ToList() is { Count: > 0 } words)
        {
            yield return new Note(string.Join(" · ", words));
        }
        if (MinutesWords.Asked(minutes, open) is { } asked)
        {
            yield return Fact(T["AskedFor"], asked);
        }
        if (open.Text.Length > 0)
        {
            yield return new Paragraph(open.Text);
        }
        if (open.Effect is { } effect)
        {
            yield return Fact(T["Worked"], MinutesWords.Effect(effect), ends: "");
        }
        if (!open.Routines.IsEmpty)
        {
            yield return Routines(open.Routines);
        }
        foreach (var decision in open.Decisions)
        {
            yield return new Callout(T["Decision"], decision);
        }
        if (!open.Actions.IsEmpty)
        {
            yield return new Paragraph([Run.Bold(T["Actions"])]);
            yield return new BulletList([
                .. open.Actions.Select(action => new ListItem(MinutesWords.Line(minutes, action, frame.Formats))),
            ]);
        }
        foreach (var correction in matter.Corrections)
        {
            yield return Correction(correction, frame);
        }
    }

    private static IEnumerable<Block> Actions(ShownMinutes minutes, MinutesFrame frame)
    {
        var all = MinutesWords.AllActions(minutes);
        if (all.Count == 0)
        {
            yield break;
        }
        yield return new Heading(1, T["ActionTable"]);
        yield return new Table(
            [
                new(T["ActionWhat"], 5),
                new(T["ActionOwner"], 3),
                new(T["ActionDue"], 3),
                new(T["ActionFirst"], 3),
                new(T["ActionMatter"], 1) { IsNumeric = true },
            ],
            [
                .. all.Select(one => new TableRow(
                    one.Action.What,
                    MinutesWords.OwnerOf(minutes, one.Action),
                    frame.Formats.Date(one.Action.DueOn),
                    one.Action.FirstStep,
                    one.Matter is { } number ? frame.Formats.Number(number) : RichText.Empty
                )),
            ]
        )
        {
            Caption = T["ActionTable"],
            HasRowHeaders = true,
        };
    }

    private static IEnumerable<Block> Next(ShownMinutes minutes)
    {
        var back = minutes.Matters.Where(matter => matter.Matter is { Returns: true }).ToList();
        if (back.Count > 0)
        {
            yield return new Heading(1, T["NextTitle"]);
            yield return new BulletList([.. back.Select(matter => new ListItem(MinutesWords.TitleOf(matter)))]);
        }
    }

    private static IEnumerable<Block> Rest(ShownMinutes minutes, MinutesFrame frame)
    {
        if (minutes.Rest.Ground is { } ground)
        {
            yield return new Heading(1, T["WithheldRest"]);
            yield return new Paragraph(T["Withheld", ground.Law]);
        }
        if (!minutes.Rest.Routines.IsEmpty)
        {
            yield return new Heading(1, T["Routines"]);
            yield return Routines(minutes.Rest.Routines);
        }
        if (!minutes.Rest.Corrections.IsEmpty)
        {
            yield return new Heading(1, T["RestCorrections"]);
            foreach (var correction in minutes.Rest.Corrections)
            {
                yield return Correction(correction, frame);
            }
        }
    }

    private static BulletList Routines(IEnumerable<MinutesRoutine> routines) =>
        new([
            .. routines.Select(routine => new ListItem([
                Run.Bold($"{T[$"Routine_{routine.Answer}"]}:"),
                $" {routine.Text}",
            ])),
        ]);

    private static Callout Correction(MinutesEntry correction, MinutesFrame frame) =>
        new(MinutesWords.Head(correction, frame.Formats), correction.Text);

    private static Paragraph Fact(string label, string value, string ends = ":") =>
        new([Run.Bold($"{label}{ends}"), $" {value}"]);
}

/// <summary>What surrounds the file: how dates are written, whose it is, when it was made.</summary>
internal sealed record MinutesFrame(Formats Formats, string? Organization, Image? Logo, DateTimeOffset MadeAt)
{
    public static DocumentLanguage Language =>
        Texts.Language.Current.Code switch
        {
            "nn" => DocumentLanguage.Nynorsk,
            "en" => DocumentLanguage.English,
            _ => DocumentLanguage.Bokmal,
        };
}

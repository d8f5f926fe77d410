using Endre.Documents;
using Endre.Documents.TextDocuments;
using Endre.Web.Components.Charts;
using Endre.Web.Components.Charts.Files;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Hassles.Pareto;

/// <summary>The Pareto chart for Word, drawn and as a table.</summary>
internal sealed class ParetoFile(Formats formats, CurrentLook look, Texts<ParetoTexts> texts, TimeProvider clock)
{
    /// <param name="context">The request.</param>
    /// <param name="view">With bars.</param>
    public IResult Of(HttpContext context, ParetoView view)
    {
        var now = clock.GetUtcNow();
        var bytes = DocxWriter.Write(
            new TextDocument
            {
                Title = texts["TitleOf", view.Unit!.Name],
                Subtitle = formats.Date(now),
                Organization = look.Name,
                Logo = look.LogoForDocuments(),
                Language = Language.Current.Code switch
                {
                    "nn" => DocumentLanguage.Nynorsk,
                    "en" => DocumentLanguage.English,
                    _ => DocumentLanguage.Bokmal,
                },
                CreatedAt = formats.Local(now),
                Blocks = [.. Blocks(view, view.Pareto!)],
            }
        );
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"pareto-{formats.Day(now):yyyy-MM-dd}.docx",
        }.ToString();
        return Results.Bytes(bytes, DocxWriter.MediaType);
    }

    /// <summary>What the chart shows, for whoever does not see it.</summary>
    public static string InWords(Domain.Insights.Pareto pareto, Texts<ParetoTexts> texts, Formats formats) =>
        string.Join(", ", pareto.Bars.Select(bar => $"{bar.Name ?? texts["Other"]}: {formats.Number(bar.Count)}"));

    private IEnumerable<Block> Blocks(ParetoView view, Domain.Insights.Pareto pareto)
    {
        if (!pareto.Bars.IsEmpty)
        {
            yield return DrawingImage.Of(
                ChartDrawings.Of(ParetoLayout.Of(pareto, texts["Other"]), share => formats.Percent(share)),
                texts["Caption", pareto.Total],
                InWords(pareto, texts, formats)
            );
        }
        yield return new Table(
            [
                new(texts[$"By_{view.By}"], 4),
                new(texts["Count"], 1) { IsNumeric = true },
                new(texts["Cumulative"], 1) { IsNumeric = true },
            ],
            [
                .. pareto.Bars.Select(bar => new TableRow(
                    bar.Name ?? texts["Other"],
                    formats.Number(bar.Count),
                    formats.Percent(bar.CumulativeShare)
                )),
            ]
        )
        {
            Caption = texts["Caption", pareto.Total],
            HasRowHeaders = true,
        };
        if (pareto.IsTooFew)
        {
            yield return new Note(texts["TooFew", pareto.Total]);
        }
        if (view.By == ShowPareto.ByPlace)
        {
            yield return new Note(texts["WithoutPlace"]);
        }
        if (view.HasHidden)
        {
            yield return new Note(texts["HiddenInOther", view.Limit.Value]);
        }
    }
}

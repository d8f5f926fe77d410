using Endre.Documents.TextDocuments;
using Endre.Domain.Improvements.Drivers;
using Endre.Web.Components.Charts.Files;
using Endre.Web.Hosting.Errors;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Improvements.Drivers;

/// <summary>The driver diagram as a drawing, and for Word drawn and as a table.</summary>
internal sealed class DownloadDrivers(
    ReadDrivers drivers,
    Texts<DriverTexts> texts,
    Formats formats,
    CurrentLook look,
    TimeProvider clock
)
{
    public static async Task<IResult> DrawingAsync(HttpContext context, Guid id, DownloadDrivers download) =>
        await download.FindAsync(id, context.RequestAborted) is { } view
            ? download.File(
                context,
                "svg",
                DrawingSvg.Write(ChartDrawings.Of(view.Layout), view.Title, view.Description, Language.Current.Code),
                DrawingSvg.MediaType
            )
            : ErrorResult.NotFound;

    public static async Task<IResult> DocumentAsync(HttpContext context, Guid id, DownloadDrivers download) =>
        await download.FindAsync(id, context.RequestAborted) is { } view
            ? download.File(context, "docx", DocxWriter.Write(download.Document(view)), DocxWriter.MediaType)
            : ErrorResult.NotFound;

    private Task<DriversView?> FindAsync(Guid id, CancellationToken ct) => drivers.FindAsync(id, attempt: null, ct);

    private IResult File(HttpContext context, string ending, byte[] bytes, string mediaType)
    {
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"driverdiagram-{formats.Day(clock.GetUtcNow()):yyyy-MM-dd}.{ending}",
        }.ToString();
        return Results.Bytes(bytes, mediaType);
    }

    private TextDocument Document(DriversView view)
    {
        var now = clock.GetUtcNow();
        return new TextDocument
        {
            Title = view.Title,
            Subtitle = $"{view.Unit}\n{formats.Date(now)}",
            Subject = texts["Title"],
            Organization = look.Name,
            Logo = look.LogoForDocuments(),
            Language = Language.Current.Code switch
            {
                "nn" => Endre.Documents.DocumentLanguage.Nynorsk,
                "en" => Endre.Documents.DocumentLanguage.English,
                _ => Endre.Documents.DocumentLanguage.Bokmal,
            },
            CreatedAt = formats.Local(now),
            FooterText = look.Name,
            Blocks =
            [
                new Heading(1, texts["Aim"]),
                new Paragraph(view.Aim),
                new Heading(1, texts["Title"]),
                .. view.Diagram.Nodes.IsEmpty
                    ? [new Paragraph(texts["Empty"])]
                    : new Block[]
                    {
                        DrawingImage.Of(ChartDrawings.Of(view.Layout), texts["Title"], view.Description),
                        Table(view),
                    },
            ],
        };
    }

    private Table Table(DriversView view)
    {
        var diagram = view.Diagram;
        var rows = new List<TableRow>();
        foreach (var primary in diagram.Primary)
        {
            var secondary = diagram.Under(primary).ToList();
            if (secondary.Count == 0)
            {
                rows.Add(new TableRow(WordsOf(view, primary), "", ""));
            }
            foreach (var (at, driver) in secondary.Index())
            {
                rows.Add(
                    new TableRow(
                        at == 0 ? WordsOf(view, primary) : "",
                        WordsOf(view, driver),
                        string.Join('\n', diagram.Under(driver).Select(idea => idea.Text))
                    )
                );
            }
        }
        return new Table(
            [new(texts["Kind_Primary"], 3), new(texts["Kind_Secondary"], 3), new(texts["Kind_Idea"], 4)],
            rows
        )
        {
            Caption = texts["Title"],
        };
    }

    private static string WordsOf(DriversView view, DriverNode node) =>
        view.SeenBy(node) is { } seen ? $"{node.Text}\n{seen}" : node.Text;
}

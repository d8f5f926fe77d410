using Endre.Documents;
using Endre.Documents.TextDocuments;
using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Drawing;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Improvements.Measures.Files;

/// <summary>The run chart as a drawing, a picture or a document with every number in it.</summary>
internal sealed class DownloadMeasure(
    EndreContext database,
    MeasureScope scope,
    MeasureWords words,
    MeasureBlocks blocks,
    Texts<MeasureTexts> texts,
    CurrentLook look
)
{
    public static async Task<IResult> HandleAsync(
        HttpContext context,
        Guid id,
        Guid measureId,
        string extension,
        DownloadMeasure download
    ) => await download.MakeAsync(context, id, measureId, extension);

    private async Task<IResult> MakeAsync(HttpContext context, Guid id, Guid measureId, string extension)
    {
        if (await scope.SeeAsync(id, measureId, context.RequestAborted) is not { } at)
        {
            return ErrorResult.NotFound;
        }
        var numbers = await database.MeasurementsOfAsync(measureId, context.RequestAborted);
        var reading = MeasureReading.Of(at.Measure, numbers);
        if (MeasureDrawing.Of(at.Measure, reading, at.Improvement.Cycles) is not { } drawing)
        {
            return ErrorResult.NotFound;
        }
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"rundiagram-{at.Hand.Today:yyyy-MM-dd}.{extension}",
        }.ToString();
        return extension switch
        {
            "svg" => Results.Bytes(blocks.Svg(at.Measure, reading, drawing), SvgFile.MediaType),
            "png" => Results.Bytes(PngFile.Write(drawing), PngFile.MediaType),
            _ => Results.Bytes(DocxWriter.Write(Document(at, reading)), DocxWriter.MediaType),
        };
    }

    private TextDocument Document(MeasureAt at, MeasureReading reading)
    {
        var measure = at.Measure;
        var rows = reading.Series.Points.Select(point => new TableRow(
            words.Day(measure, point.On, point.Measurement?.At),
            words.Counted(measure, point.Measurement?.Amount)
        ));
        return new TextDocument
        {
            Title = measure.Wording.Name,
            Subtitle = at.Improvement.Trying,
            Organization = look.Name,
            Logo = look.LogoForDocuments(),
            Language = Language.Current.Code switch
            {
                "nn" => DocumentLanguage.Nynorsk,
                "en" => DocumentLanguage.English,
                _ => DocumentLanguage.Bokmal,
            },
            CreatedAt = at.Hand.At,
            Blocks =
            [
                .. blocks.Of(measure, reading, at.Improvement.Cycles, hasTable: true),
                new Heading(1, texts["Numbers"]),
                new Table([texts["When"], new TableColumn(texts["Number"]) { IsNumeric = true }], [.. rows]),
            ],
        };
    }
}

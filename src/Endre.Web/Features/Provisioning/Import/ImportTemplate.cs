using Endre.Documents;
using Endre.Documents.Csv;
using Endre.Documents.Workbooks;
using Endre.Domain.Organizations.Importing;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>The file to fill in, with one row that shows how.</summary>
internal static class ImportTemplate
{
    public static CsvDialect Dialect =>
        Language.Current == Language.English ? CsvDialect.International : CsvDialect.Norwegian;

    public static DocumentLanguage DocumentLanguage =>
        Language.Current == Language.English ? DocumentLanguage.English
        : Language.Current == Language.Nynorsk ? DocumentLanguage.Nynorsk
        : DocumentLanguage.Bokmal;

    public static IResult Csv() =>
        File(CsvWriter.Write(Sheet(), Dialect), CsvWriter.MediaType, $"{Texts["TemplateFile"]}.csv");

    public static IResult Workbook(TimeProvider clock) =>
        File(
            XlsxWriter.Write(
                new Workbook
                {
                    Title = Texts["Title"],
                    Language = DocumentLanguage,
                    CreatedAt = clock.GetUtcNow(),
                    Sheets = [Sheet()],
                }
            ),
            XlsxWriter.MediaType,
            $"{Texts["TemplateFile"]}.xlsx"
        );

    public static IResult File(byte[] bytes, string mediaType, string name) => new Download(bytes, mediaType, name);

    private static Texts<ImportTexts> Texts => new();

    private static Sheet Sheet()
    {
        var columns = Enum.GetValues<ImportColumn>();
        return new Sheet(
            Texts["TemplateSheet"],
            [.. columns.Select(column => new SheetColumn(Texts[$"Column_{column}"]))],
            [
                [.. columns.Select(column => (Cell)Example(column))],
            ]
        );
    }

    // Some columns are empty in the row that shows how.
    private static string? Example(ImportColumn column) =>
        Texts.Has($"Example_{column}") ? Texts[$"Example_{column}"] : null;

    private sealed class Download(byte[] bytes, string mediaType, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
            {
                FileName = name,
            }.ToString();
            return Results.Bytes(bytes, mediaType).ExecuteAsync(httpContext);
        }
    }
}

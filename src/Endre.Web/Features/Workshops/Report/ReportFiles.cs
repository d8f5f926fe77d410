using System.Globalization;
using System.Text;
using Endre.Documents;
using Endre.Documents.Csv;
using Endre.Documents.TextDocuments;
using Endre.Documents.Workbooks;
using Endre.Domain.Workshops.Reporting;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>The report as files: for Word, Excel, programs, and for another Endre.</summary>
internal sealed class ReportFiles(Formats formats, CurrentLook look, TimeProvider clock)
{
    /// <summary>The kinds of files there are.</summary>
    public static readonly IReadOnlyList<string> Extensions = ["docx", "xlsx", "csv", "json"];

    /// <summary>The report as a file that a browser saves under the workshop's name.</summary>
    public IResult Of(WorkshopReport report, string extension, HttpContext context)
    {
        var outline = new ReportOutline(report);
        var frame = new ReportFrame(formats, look.Name, look.LogoForDocuments(), clock.GetUtcNow());
        var bytes = extension switch
        {
            "docx" => DocxWriter.Write(ReportDocument.Of(outline, frame)),
            "xlsx" => XlsxWriter.Write(ReportWorkbook.Of(outline, frame)),
            "csv" => CsvWriter.Write(ReportWorkbook.NotesOf(outline), Dialect),
            _ => ReportJson.Write(report),
        };
        context.Response.Headers.ContentDisposition = Disposition(report.Title, extension);
        return Results.Bytes(bytes, MediaTypeOf(extension));
    }

    public static string MediaTypeOf(string extension) =>
        extension switch
        {
            "docx" => DocxWriter.MediaType,
            "xlsx" => XlsxWriter.MediaType,
            "csv" => CsvWriter.MediaType,
            "json" => "application/json",
            _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, "There is no such report file."),
        };

    private static CsvDialect Dialect =>
        Language.Current == Language.English ? CsvDialect.International : CsvDialect.Norwegian;

    // Old programs read the plain name, all others the one with æ, ø and å.
    internal static string Disposition(string title, string extension)
    {
        var name = string.Join('-', title.Split(Unwanted, Tidily));
        name = name.Length > 80 ? name[..80] : name;
        name = name.Length == 0 || char.IsSurrogate(name[^1]) ? "rapport" : name;
        return new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{PlainOf(name)}.{extension}",
            FileNameStar = $"{name}.{extension}",
        }.ToString();
    }

    // What no file system wants in a name, whichever machine this runs on.
    private static readonly char[] Unwanted = [.. " \\/:*?\"<>|", .. Enumerable.Range(0, 32).Select(c => (char)c)];

    private const StringSplitOptions Tidily = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static string PlainOf(string name)
    {
        var plain = new StringBuilder(name.Length);
        var text = name.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace('ø', 'o');
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain is not [.., '-'])
            {
                plain.Append('-');
            }
        }
        var trimmed = plain.ToString().Trim('-');
        return trimmed.Length == 0 ? "rapport" : trimmed;
    }
}

/// <summary>What surrounds a report file: how dates are written, whose it is, when it was made.</summary>
internal sealed record ReportFrame(Formats Formats, string? Organization, Image? Logo, DateTimeOffset MadeAt)
{
    public static DocumentLanguage Language =>
        Texts.Language.Current.Code switch
        {
            "nn" => DocumentLanguage.Nynorsk,
            "en" => DocumentLanguage.English,
            _ => DocumentLanguage.Bokmal,
        };
}

using Endre.Documents.TextDocuments;
using Endre.Domain.Meetings.Minutes;
using Endre.Domain.Shared;
using Endre.Web.Hosting;
using Endre.Web.Look;
using Endre.Web.Pdf;
using Endre.Web.Texts;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Features.Minutes.Files;

/// <summary>How a file that could not be made is answered: with a page for people, a problem for programs.</summary>
internal delegate IResult RefusedFile(Refusal refusal);

/// <summary>Minutes as files.</summary>
internal sealed class MinutesFiles(Formats formats, CurrentLook look, PdfConverter pdf, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> Extensions = ["docx", "pdf"];

    /// <summary>The minutes as a file that a browser saves.</summary>
    public async Task<IResult> OfAsync(
        HttpContext context,
        ShownMinutes minutes,
        DateTimeOffset? madeAt,
        string extension,
        RefusedFile refused
    )
    {
        // A file is often for others than the one who fetches it.
        Language.Find(context.Request.Query["sprak"])?.Use();
        var docx = Docx(minutes, madeAt);
        if (extension == "docx")
        {
            return Answer(context, minutes, docx, extension, DocxWriter.MediaType);
        }
        return await pdf.ConvertAsync(docx, context.RequestAborted) is { } bytes
            ? Answer(context, minutes, bytes, extension, PdfConverter.MediaType)
            : refused(Refusal.Because(pdf.IsInstalled ? "PdfFailed" : "PdfNotInstalled"));
    }

    /// <summary>All of the minutes as a file.</summary>
    public Task<IResult> OfAsync(HttpContext context, MeetingMinutes minutes, string extension, RefusedFile refused) =>
        OfAsync(context, ShownMinutes.Whole(minutes), LastChange(minutes), extension, refused);

    /// <summary>PDF/A of the minutes in the language of the request; null when it was not made.</summary>
    public Task<byte[]?> PdfAsync(MeetingMinutes minutes, CancellationToken ct) =>
        pdf.ConvertAsync(Docx(ShownMinutes.Whole(minutes), LastChange(minutes)), ct);

    /// <summary>Lets a browser save a file under the day of the meeting.</summary>
    public void Name(HttpContext context, MinutesContent content, string word, string extension) =>
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{word}-{formats.Day(content.BegunAt ?? content.StartsAt):yyyy-MM-dd}.{extension}",
        }.ToString();

    // What is locked says when it last changed, so that the same minutes are the same file.
    private static DateTimeOffset? LastChange(MeetingMinutes minutes) =>
        minutes.Lock is { } made ? minutes.Entries.Select(entry => entry.At).Append(made.At).Max() : null;

    private byte[] Docx(ShownMinutes minutes, DateTimeOffset? madeAt)
    {
        var frame = new MinutesFrame(formats, look.Name, look.LogoForDocuments(), madeAt ?? clock.GetUtcNow());
        return DocxWriter.Write(MinutesDocument.Of(minutes, frame));
    }

    private IResult Answer(HttpContext context, ShownMinutes minutes, byte[] bytes, string extension, string mediaType)
    {
        Name(context, minutes.Head, minutes.Copy is null ? "referat" : "referat-innsyn", extension);
        return Results.Bytes(bytes, mediaType);
    }
}

/// <summary>The two ways to say that a file could not be made.</summary>
internal static class RefusedFiles
{
    public static IResult Page(Refusal refusal) =>
        Components.Page.Of<NoPdfPage>(new { refusal.Reason }, MinutesProblem.StatusOf(refusal.Reason));

    public static IResult Problem(Refusal refusal) =>
        RefusalProblem.Of(refusal, MinutesProblem.StatusOf(refusal.Reason));
}

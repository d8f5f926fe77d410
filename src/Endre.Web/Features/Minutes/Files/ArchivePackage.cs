using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Endre.Domain.Meetings.Minutes;
using Endre.Domain.Shared;
using Endre.Web.Look;
using Endre.Web.Pdf;
using Endre.Web.Texts;

namespace Endre.Web.Features.Minutes.Files;

/// <summary>
/// What an archive system is given: PDF/A, and what it must know about it. Decisions are in it; notes and votes of the
/// board are not. See docs/archive-package.md.
/// </summary>
internal sealed class ArchivePackage(MinutesFiles files, PdfConverter pdf, CurrentLook look, Texts<MinutesTexts> texts)
{
    public const string DocumentName = "minutes.pdf";
    public const string MetadataName = "minutes.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // It is a file and stands in no page: people read it too.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <returns>The ZIP file, or why there is none. A package without PDF/A would be none: Word is no format for archives.</returns>
    public async Task<(byte[]? Bytes, Refusal? Refusal)> MakeAsync(MeetingMinutes minutes, CancellationToken ct)
    {
        look.Language.Use();
        if (await files.PdfAsync(minutes, ct) is not { } document)
        {
            return (null, Refusal.Because(pdf.IsInstalled ? "PdfFailed" : "PdfNotInstalled"));
        }
        var metadata = Write(
            ArchiveMetadata.Of(
                minutes,
                texts["TitleOf", minutes.Content.Title],
                look.Name,
                look.Language.Code,
                new ArchivedFile(
                    DocumentName,
                    PdfConverter.MediaType,
                    PdfConverter.Format,
                    document.Length,
                    Convert.ToHexStringLower(SHA256.HashData(document))
                )
            )
        );
        await using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, DocumentName, document, minutes.Lock!.At, ct);
            await AddAsync(zip, MetadataName, metadata, minutes.Lock.At, ct);
        }
        return (bytes.ToArray(), null);
    }

    /// <summary>The metadata as they lie in the package.</summary>
    public static byte[] Write(ArchiveMetadata metadata) => JsonSerializer.SerializeToUtf8Bytes(metadata, Json);

    private static async Task AddAsync(
        ZipArchive zip,
        string name,
        byte[] content,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at.ToUniversalTime();
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }
}

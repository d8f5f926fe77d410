using System.Diagnostics;
using System.Text.Json;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Minutes;

/// <summary>A PDF as poppler and qpdf see it: two programs that have nothing to do with the one that made it.</summary>
internal sealed class PdfFile : IDisposable
{
    private static readonly string[] Programs = ["soffice", "pdftotext", "pdfinfo", "pdffonts", "qpdf"];

    private readonly TemporaryFolder folder = new();

    public PdfFile(byte[] bytes)
    {
        Bytes = bytes;
        File.WriteAllBytes(FilePath, bytes);
    }

    public byte[] Bytes { get; }

    private string FilePath => Path.Combine(folder.Path, "file.pdf");

    public static void RequireInstalled()
    {
        var missing = Programs.Where(name => Find(name) is null).ToArray();
        if (missing.Length == 0)
        {
            return;
        }
        var reason = $"Not installed: {string.Join(", ", missing)} (Debian: libreoffice-writer poppler-utils qpdf).";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }
        Assert.Skip(reason);
    }

    public Task<string> FactsAsync() => RunAsync("pdfinfo", FilePath);

    public Task<string> MetadataAsync() => RunAsync("pdfinfo", "-meta", FilePath);

    /// <summary>The text in reading order, lines joined.</summary>
    public async Task<string> TextAsync() =>
        string.Join(
            ' ',
            (await RunAsync("pdftotext", FilePath, "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>Everything in it, with streams unpacked.</summary>
    public Task<string> JsonAsync() =>
        RunAsync("qpdf", "--json", "--decode-level=all", "--json-stream-data=inline", FilePath);

    public async Task<IReadOnlyList<(string Name, bool IsEmbedded)>> FontsAsync()
    {
        var lines = (await RunAsync("pdffonts", FilePath)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2);
        // The columns from the right: object and generation, then uni, sub, emb.
        var fonts = lines
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => (words[0], words[^5] == "yes"))
            .ToList();
        fonts.ShouldNotBeEmpty();
        return fonts;
    }

    public async Task<PdfStructure> StructureAsync()
    {
        using var json = JsonDocument.Parse(await RunAsync("qpdf", "--json", FilePath));
        var objects = json.RootElement.GetProperty("qpdf")[1];
        var root = Value(
            objects,
            objects.GetProperty("trailer").GetProperty("value").GetProperty("/Root").GetString()!
        );
        root.TryGetProperty("/StructTreeRoot", out _).ShouldBeTrue();
        var tags = objects
            .EnumerateObject()
            .Where(one => one.Value.TryGetProperty("value", out var value) && IsElement(value))
            .GroupBy(one => one.Value.GetProperty("value").GetProperty("/S").GetString()!)
            .ToDictionary(same => same.Key, same => same.Count());
        var names = root.TryGetProperty("/Names", out var named) ? named.ToString() : "";
        return new PdfStructure(
            root.GetProperty("/Lang").GetString()![2..],
            root.GetProperty("/ViewerPreferences").GetProperty("/DisplayDocTitle").GetBoolean(),
            root.TryGetProperty("/OutputIntents", out _),
            names.Contains("EmbeddedFiles", StringComparison.Ordinal) || root.TryGetProperty("/AF", out _),
            tags
        );
    }

    public void Dispose() => folder.Dispose();

    private static bool IsElement(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("/Type", out var type)
        && type.GetString() == "/StructElem";

    private static JsonElement Value(JsonElement objects, string reference) =>
        objects.GetProperty($"obj:{reference}").GetProperty("value");

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var ct = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(path => Path.Combine(path, program))
            .FirstOrDefault(File.Exists);
}

/// <summary>What a PDF says of its structure.</summary>
/// <param name="Language">Its language.</param>
/// <param name="ShowsTitle">Whether readers show its title and not the file's name.</param>
/// <param name="HasOutputIntent">Whether it says what its colors mean.</param>
/// <param name="HasAttachments">Whether other files are in it.</param>
/// <param name="Tags">How many elements there are of each kind.</param>
internal sealed record PdfStructure(
    string Language,
    bool ShowsTitle,
    bool HasOutputIntent,
    bool HasAttachments,
    IReadOnlyDictionary<string, int> Tags
);

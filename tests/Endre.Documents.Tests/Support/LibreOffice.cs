using System.Diagnostics;

namespace Endre.Documents.Tests.Support;

/// <summary>
/// A LibreOffice of our own, with a profile in a temporary folder so that it neither meets a running one nor leaves
/// anything behind. Absent: the test is skipped and says so, and with CI=true it fails.
/// </summary>
public sealed class LibreOffice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("endre-office-").FullName;

    public string Folder => folder;

    public static void RequireInstalled()
    {
        var missing = new[] { "soffice", "pdftotext" }.Where(name => Find(name) is null).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var reason =
            $"Not installed: {string.Join(", ", missing)} (Debian: libreoffice-writer libreoffice-calc poppler-utils).";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Converts all the files in one start of the program; the results lie in the folder.</summary>
    public Task ConvertAsync(string format, params string[] files) =>
        RunAsync(
            "soffice",
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
                "--headless",
                "--norestore",
                "--convert-to",
                format,
                "--outdir",
                folder,
                .. files,
            ]
        );

    /// <summary>The text of a PDF in the folder, in reading order.</summary>
    public Task<string> ReadPdfAsync(string name) =>
        RunAsync("pdftotext", ["-layout", Path.Combine(folder, name), "-"]);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(path => Path.Combine(path, program))
            .FirstOrDefault(File.Exists);
}

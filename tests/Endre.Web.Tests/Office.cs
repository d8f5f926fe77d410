using System.Diagnostics;
using Endre.Testing;

namespace Endre.Web.Tests;

/// <summary>A LibreOffice with a profile of its own. Absent: the test is skipped and says so; with CI=true it fails.</summary>
internal sealed class Office : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static void RequireInstalled()
    {
        var missing = new[] { "soffice", "pdftotext" }.Where(name => Find(name) is null).ToArray();
        if (missing.Length == 0)
        {
            return;
        }
        var reason = $"Not installed: {string.Join(", ", missing)} (Debian: libreoffice-writer poppler-utils).";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }
        Assert.Skip(reason);
    }

    /// <summary>What somebody reads who opens the file.</summary>
    public async Task<string> TextOfAsync(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, bytes);
        var profile = new Uri(Path.Combine(folder.Path, "profile"));
        await RunAsync(
            "soffice",
            $"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            folder.Path,
            path
        );
        return await RunAsync("pdftotext", "-layout", Path.ChangeExtension(path, "pdf"), "-");
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
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

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Endre.Web.Pdf;

/// <summary>
/// Makes PDF/A-2b, tagged as PDF/UA-1 asks, of a Word file that Endre itself has written. LibreOffice does it in a process
/// of its own: one at a time, in a folder of its own that is gone afterwards, without macros, without a network, without
/// Endre's settings in its environment, and for a limited time.
/// </summary>
internal sealed class PdfConverter(OfficeProgram office, NoNetwork network, ILogger<PdfConverter> log) : IDisposable
{
    public const string MediaType = "application/pdf";

    /// <summary>What it makes, as one calls it.</summary>
    public const string Format = "PDF/A-2b";

    private const int MostKept = 32;

    private const string Filter =
        "pdf:writer_pdf_Export:{"
        + "\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
        + "\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
        + "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"},"
        + "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"},"
        + "\"ExportFormFields\":{\"type\":\"boolean\",\"value\":\"false\"}}";

    // LibreOffice reads it before it opens anything: no macro runs, nothing active is loaded, no link is followed. Where
    // the system gives it a network all the same, what it would fetch goes to a proxy that is not there.
    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
        </oor:items>
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Whether it can be tried at all.</summary>
    public bool IsInstalled => office.IsInstalled;

    /// <summary>The same Word file gives the same PDF as long as it is kept, so that what was fetched once comes at once.</summary>
    /// <returns>The PDF; null when it was not made, and the log says why.</returns>
    public async Task<byte[]?> ConvertAsync(byte[] docx, CancellationToken ct)
    {
        if (office.Path is not { } program)
        {
            return null;
        }
        var key = Convert.ToHexStringLower(SHA256.HashData(docx));
        if (_kept.TryGetValue(key, out var made))
        {
            return made;
        }
        if (!await _one.WaitAsync(Patience, ct))
        {
            log.Waited(Patience.TotalSeconds);
            return null;
        }
        try
        {
            if (_kept.TryGetValue(key, out made))
            {
                return made;
            }
            if (await MakeAsync(program, docx, ct) is { } pdf)
            {
                Keep(key, pdf);
                return pdf;
            }
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private void Keep(string key, byte[] pdf)
    {
        if (_kept.TryAdd(key, pdf))
        {
            _order.Enqueue(key);
        }
        while (_order.Count > MostKept && _order.TryDequeue(out var oldest))
        {
            _kept.TryRemove(oldest, out _);
        }
    }

    private async Task<byte[]?> MakeAsync(string program, byte[] docx, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("endre-pdf-").FullName;
        try
        {
            var profile = Path.Combine(folder, "profile");
            Directory.CreateDirectory(Path.Combine(profile, "user"));
            await File.WriteAllTextAsync(Path.Combine(profile, "user", "registrymodifications.xcu"), Profile, ct);
            var source = Path.Combine(folder, "document.docx");
            await File.WriteAllBytesAsync(source, docx, ct);
            var start = StartOf(program, folder, profile, source);
            network.Around(start);
            await RunAsync(start, ct);
            var target = Path.ChangeExtension(source, ".pdf");
            if (File.Exists(target))
            {
                return await File.ReadAllBytesAsync(target, ct);
            }
            log.MadeNothing();
            return null;
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            log.CouldNotRun(fault);
            return null;
        }
        finally
        {
            Remove(folder);
        }
    }

    private static ProcessStartInfo StartOf(string program, string folder, string profile, string source)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
            ArgumentList =
            {
                $"-env:UserInstallation={new Uri(profile)}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "--convert-to",
                Filter,
                "--outdir",
                folder,
                source,
            },
        };
        if (!OperatingSystem.IsWindows())
        {
            // Secrets come by the environment; the program has no need of them.
            start.Environment.Clear();
            start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
            start.Environment["HOME"] = folder;
            start.Environment["TMPDIR"] = folder;
            start.Environment["LANG"] = "C.UTF-8";
        }
        return start;
    }

    private async Task RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        process.StandardInput.Close();
        // Nobody reads it, but a full pipe would stop the program.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
            log.TookTooLong(Limit.TotalSeconds);
        }
    }

    private void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException fault)
        {
            log.CouldNotClean(fault);
        }
    }
}

/// <summary>What the log says of it.</summary>
internal static partial class PdfLog
{
    [LoggerMessage(LogLevel.Warning, "LibreOffice made no PDF.")]
    public static partial void MadeNothing(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "LibreOffice was stopped after {Seconds} seconds.")]
    public static partial void TookTooLong(this ILogger log, double seconds);

    [LoggerMessage(LogLevel.Warning, "A PDF waited {Seconds} seconds for the one before it.")]
    public static partial void Waited(this ILogger log, double seconds);

    [LoggerMessage(LogLevel.Warning, "LibreOffice could not be run.")]
    public static partial void CouldNotRun(this ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Warning, "The folder of a PDF could not be removed.")]
    public static partial void CouldNotClean(this ILogger log, Exception fault);
}

using System.Diagnostics;
using System.Globalization;

namespace Endre.Bench.Servers;

/// <summary>A server in a process of its own, so that its memory and its faults are its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static string? demo;
    private readonly Process process;
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);
    private readonly string? folder;

    private ServerProcess(Process process, string? folder)
    {
        this.process = process;
        this.folder = folder;
    }

    /// <summary>
    /// Whether it is only to be seen that it runs. The demo is then made once and copied, which is not how a measured
    /// program has come to its memory; and the runtime waits its usual tenth of a second before it compiles well what is
    /// called often, which would slow down a hall but halves the work of a start.
    /// </summary>
    public static bool IsSmoke { get; set; }

    public Uri Address => new(said["address"]);

    /// <summary>What the server said of itself when it started: <c>join code</c>, <c>token facilitator</c> …</summary>
    public string Said(string what) => said[what];

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status")
                .First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                * 1024;
        }
    }

    public static Task<ServerProcess> StartBareAsync() =>
        StartAsync(Environment.ProcessPath!, folder: null, last: "address", [.. Self, "serve-bare"]);

    /// <summary>The real program, as <c>./run --demo</c> starts it, on a new database.</summary>
    public static async Task<ServerProcess> StartEndreAsync(params string[] more)
    {
        if (IsSmoke && demo is null)
        {
            demo = Directory.CreateTempSubdirectory("endre-bench-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(demo, recursive: true);
            await (await StartAtAsync(demo, [])).StopAsync();
        }
        var data = Directory.CreateTempSubdirectory("endre-bench-").FullName;
        if (demo is not null)
        {
            File.Copy(Path.Combine(demo, "endre.db"), Path.Combine(data, "endre.db"));
        }
        return await StartAtAsync(data, more);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<ServerProcess> StartAtAsync(string data, string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "endre.dll");
        return StartAsync(
            "dotnet",
            data,
            last: "token employee",
            [program, "--demo", "--data", data, "--urls", "http://127.0.0.1:0", .. more]
        );
    }

    // As an operator stops it: all that was stored is in the one file then.
    private async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static IEnumerable<string> Self =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Path.Combine(AppContext.BaseDirectory, "Endre.Bench.dll")]
            : [];

    private static async Task<ServerProcess> StartAsync(
        string file,
        string? folder,
        string last,
        IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        if (IsSmoke)
        {
            start.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";
        }
        var server = new ServerProcess(Process.Start(start)!, folder);
        while (await server.process.StandardOutput.ReadLineAsync() is { } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && !line.StartsWith('{'))
            {
                server.said.TryAdd(line[..colon], line[(colon + 2)..].Trim());
            }
            if (line.StartsWith(last + ":", StringComparison.Ordinal))
            {
                _ = server.process.StandardOutput.ReadToEndAsync();
                return server;
            }
        }
        throw new InvalidOperationException($"{file} ended before it was ready.");
    }
}

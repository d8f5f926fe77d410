using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Endre.Testing;

namespace Endre.Faults.Tests.Support;

/// <summary>The real program in a process of its own, which can be killed in the middle of anything and started again.</summary>
internal sealed class EndreProcess : IAsyncDisposable
{
    private readonly string[] arguments;
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);
    private Process? process;
    private TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EndreProcess(string data, DatabaseKind kind, string? database, params string[] more)
    {
        Port = FreePort();
        string[] storage = kind == DatabaseKind.Postgres ? ["--database", database!] : [];
        arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "endre.dll"),
            "--demo",
            "--data",
            data,
            "--urls",
            $"http://127.0.0.1:{Port}",
            .. storage,
            .. more,
        ];
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public string FacilitatorToken => Said("token facilitator");

    /// <summary>Every line of the log.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>What it said on the console at the last start.</summary>
    public string Said(string what) => said[what];

    public int Id => process!.Id;

    public static async Task<EndreProcess> StartAsync(TestDatabase database, params string[] more)
    {
        var endre = new EndreProcess(
            database.Options.DataDirectory,
            database.Kind,
            database.Options.PostgresConnectionString,
            more
        );
        await endre.StartAsync();
        return endre;
    }

    public static async Task<EndreProcess> StartAsync(string data)
    {
        var endre = new EndreProcess(data, DatabaseKind.Sqlite, database: null);
        await endre.StartAsync();
        return endre;
    }

    /// <summary>Completes when the program runs; clients that lost it wait here instead of knocking.</summary>
    public Task WhenUpAsync(CancellationToken ct) => Volatile.Read(ref up).Task.WaitAsync(ct);

    /// <summary>Starts on the same port and the same data, and returns when the program says that it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        QuickStart.Choose(start);
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && !line.StartsWith('{'))
            {
                said[line[..colon]] = line[(colon + 2)..].Trim();
            }
            // The last that the demo says.
            if (line.StartsWith("place code:", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                up.TrySetResult();
                return;
            }
        }
        throw new InvalidOperationException($"Endre ended with {process.ExitCode} before it was ready.");
    }

    /// <summary>SIGKILL: no farewell, no flush.</summary>
    public async Task KillAsync()
    {
        Volatile.Write(ref up, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>SIGTERM, as an operator stops it: it says goodbye, and its exit code tells how that went.</summary>
    public async Task<int> TerminateAsync()
    {
        Volatile.Write(ref up, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process!.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (process is { HasExited: false })
            {
                await KillAsync();
            }
        }
        catch (InvalidOperationException)
        {
            // Killed already.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using Endre.Testing;

namespace Endre.Faults.Tests.Support;

/// <summary>What an operator does with the program beside the one that serves people.</summary>
internal static class OperatorAct
{
    public static async Task<(int Code, string Said, string Error)> RunAsync(
        TestDatabase database,
        params string[] args
    )
    {
        var options = database.Options;
        string[] storage = options.PostgresConnectionString is { } postgres ? ["--database", postgres] : [];
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "endre.dll"), .. args, "--data", options.DataDirectory, .. storage]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        QuickStart.Choose(start);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said, await error);
    }
}

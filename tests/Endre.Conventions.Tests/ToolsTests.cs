using System.Diagnostics;
using Endre.Testing;

namespace Endre.Conventions.Tests;

/// <summary>On a machine where something is missing, ./run and ./test say what, and how to get it, before they begin.</summary>
public sealed class ToolsTests : IDisposable
{
    private const string NoDotnet = "Missing: the .NET 10 SDK.";
    private const string NoNode = "Missing: Node.js 20 or newer with npm. ";

    private readonly TemporaryFolder _tools = new();

    // What the two need before they ask for anything; without it they could not speak.
    public ToolsTests()
    {
        foreach (var tool in new[] { "dirname", "grep" })
            File.CreateSymbolicLink(Path.Combine(_tools.Path, tool), Find(tool));
    }

    public void Dispose() => _tools.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public async Task All_that_is_missing_is_said_at_once(string script)
    {
        var (code, said) = await RunAsync(script);
        code.ShouldBe(1);
        said.Length.ShouldBe(2, string.Join('\n', said));
        said[0].ShouldStartWith(NoDotnet);
        said[0].ShouldContain("https://dotnet.microsoft.com/download/dotnet/10.0");
        said[1].ShouldStartWith(NoNode);
        said[1].ShouldContain("https://nodejs.org");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public async Task What_is_too_old_is_missing_too(string script)
    {
        Say("dotnet", "9.0.100 [/usr/share/dotnet/sdk]");
        Say("node", "v18.19.0");
        Say("npm", "9.2.0");
        var (code, said) = await RunAsync(script);
        code.ShouldBe(1);
        said.Length.ShouldBe(2, string.Join('\n', said));
        said[0].ShouldStartWith(NoDotnet);
        said[1].ShouldStartWith("Missing: Node.js 20 or newer with npm (this is Node.js 18.19.0).");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public async Task What_is_there_is_not_asked_for(string script)
    {
        Say("dotnet", "10.0.100 [/usr/share/dotnet/sdk]");
        var (code, said) = await RunAsync(script);
        code.ShouldBe(1);
        said.Length.ShouldBe(1, string.Join('\n', said));
        said[0].ShouldStartWith(NoNode);
    }

    private void Say(string tool, string line)
    {
        var path = Path.Combine(_tools.Path, tool);
        File.WriteAllText(path, $"#!/bin/sh\necho '{line}'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private async Task<(int Code, string[] Said)> RunAsync(string script)
    {
        var start = new ProcessStartInfo(Find("bash"), [Path.Combine(Source.Root, script)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = _tools.Path;
        using var process = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            (await output).ShouldBeEmpty();
            return (process.ExitCode, (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Find(string tool) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, tool))
            .First(File.Exists);
}

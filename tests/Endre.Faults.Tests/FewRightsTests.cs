using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>As the unit and the container run it: a user of its own, who may write its data and nothing else.</summary>
public sealed class FewRightsTests
{
    private const string SetPrivileges = "/usr/bin/setpriv";
    private const string Nobody = "10001";

    [Fact]
    public async Task It_runs_as_a_user_who_may_write_only_its_data_and_stops_when_told()
    {
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists(SetPrivileges), "Only root can be another.");
        using var folder = new TemporaryFolder();
        await RunAsync("chown", Nobody, folder.Path);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var endre = Start(folder.Path, address);
        try
        {
            (await SaidAsync(endre, "address: ")).ShouldBe($"address: {address.ToString().TrimEnd('/')}");
            using var client = new HttpClient { BaseAddress = address };
            (await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
            File.Exists(Path.Combine(folder.Path, "endre.db")).ShouldBeTrue();

            await RunAsync("kill", "-TERM", endre.Id.ToString(CultureInfo.InvariantCulture));
            await endre.WaitForExitAsync();
            endre.ExitCode.ShouldBe(0);
        }
        finally
        {
            if (!endre.HasExited)
            {
                endre.Kill();
            }
        }
    }

    // No home, and a working folder that it may not write in either.
    private static Process Start(string data, Uri address)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "endre.dll");
        string[] user = ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--no-new-privs"];
        var start = new ProcessStartInfo(
            SetPrivileges,
            [.. user, "dotnet", program, "--data", data, "--urls", address.ToString()]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment["HOME"] = "/nonexistent";
        QuickStart.Choose(start);
        var endre = Process.Start(start)!;
        endre.BeginErrorReadLine();
        return endre;
    }

    private static async Task<string> SaidAsync(Process endre, string what)
    {
        while (await endre.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(what, StringComparison.Ordinal))
            {
                _ = endre.StandardOutput.ReadToEndAsync();
                return line;
            }
        }
        throw new InvalidOperationException("Endre ended before it was ready.");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

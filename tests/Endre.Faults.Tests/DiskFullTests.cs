using System.Diagnostics;
using System.Net;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>A disk that fills up: a clear problem, nothing accepted lost, and on it goes when there is space again.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task A_full_disk_is_said_clearly_and_what_was_accepted_is_there_when_there_is_space_again()
    {
        using var folder = new TemporaryFolder();
        if (await RunAsync("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.Path) != 0)
        {
            Assert.Skip("This machine lets nobody mount a small disk.");
        }
        try
        {
            await FillAndFreeAsync(folder.Path);
        }
        finally
        {
            await RunAsync("umount", folder.Path);
        }
    }

    private static async Task FillAndFreeAsync(string data)
    {
        // Space that somebody else takes, and gives back later.
        await using var endre = await EndreProcess.StartAsync(data);
        using var api = new Api(endre.Address);
        var (workshop, code) = await api.CreateWorkshopAsync(endre.FacilitatorToken);
        var token = await api.JoinAsync(code);
        var question = await api.StartWritingAsync(workshop, endre.FacilitatorToken);
        var filler = Path.Combine(data, "somebody-elses-file");
        FillUp(filler);

        var accepted = new Dictionary<Guid, long>();
        var refused = Guid.Empty;
        var text = string.Concat(Enumerable.Repeat("plunder og heft ", 31));
        while (refused == Guid.Empty)
        {
            var id = Guid.CreateVersion7();
            using var response = await api.WriteAsync(workshop, token, id, question, text);
            if (response.IsSuccessStatusCode)
            {
                accepted[id] = (await Api.ReadAsync(response)).GetProperty("sequence").GetInt64();
                continue;
            }
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            response.Headers.RetryAfter.ShouldNotBeNull();
            refused = id;
        }

        File.Delete(filler);
        using (var again = await api.WriteAsync(workshop, token, refused, question, text))
        {
            again.StatusCode.ShouldBe(HttpStatusCode.Created);
            accepted[refused] = (await Api.ReadAsync(again)).GetProperty("sequence").GetInt64();
        }
        await ShouldHoldAsync(api, workshop, token, accepted);
        await endre.KillAsync();
        await endre.StartAsync();
        await ShouldHoldAsync(api, workshop, token, accepted);
    }

    private static async Task ShouldHoldAsync(Api api, Guid workshop, string token, Dictionary<Guid, long> accepted)
    {
        var state = await api.StateAsync(workshop, token);
        state
            .GetProperty("notes")
            .EnumerateArray()
            .ToDictionary(n => n.GetProperty("id").GetGuid(), n => n.GetProperty("sequence").GetInt64())
            .ShouldBe(accepted, ignoreOrder: true);
    }

    private static void FillUp(string path)
    {
        using var file = File.Create(path);
        var block = new byte[64 * 1024];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

using System.Text.Json;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>Backup and restore by the program itself, while it runs and people write.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task A_backup_while_people_write_holds_every_note_that_was_accepted_before_it(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database);
        using var api = new Api(endre.Address);
        var (workshop, code) = await api.CreateWorkshopAsync(endre.FacilitatorToken);
        var token = await api.JoinAsync(code);
        var question = await api.StartWritingAsync(workshop, endre.FacilitatorToken);
        using var stop = new CancellationTokenSource();
        using var acceptances = new SemaphoreSlim(0);
        var writer = new Writer(api, workshop, token, question, endre.WhenUpAsync, () => acceptances.Release());
        var writing = writer.WriteAsync(stop.Token);
        for (var i = 0; i < 50; i++)
            (await acceptances.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("nothing is accepted");
        var before = writer.AcceptedSoFar;

        var (code1, said, _) = await OperatorAct.RunAsync(database, "backup", _folder.Path + "/");
        await stop.CancelAsync();
        await writing;

        code1.ShouldBe(0);
        var backup = Directory.GetFiles(_folder.Path).ShouldHaveSingleItem();
        said.ShouldContain($"backup: {backup}");
        await using var other = await TestDatabase.EmptyAsync(kind);
        (await OperatorAct.RunAsync(other, "restore", backup)).Code.ShouldBe(0);
        await using var rehearsal = await EndreProcess.StartAsync(other);
        using var there = new Api(rehearsal.Address);
        var notes = await NotesAsync(there, workshop, token);
        before.Except(notes).ShouldBeEmpty("a note that was accepted before the backup is not in it");
        notes.Except(writer.Accepted.Keys).ShouldBeEmpty("a note stands there that nobody was told of");
    }

    [Theory, EachDatabase]
    public async Task A_running_Endre_goes_on_with_what_is_restored_and_forgets_what_came_after(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database);
        await using var second = kind == DatabaseKind.Postgres ? await EndreProcess.StartAsync(database) : null;
        using var api = new Api(endre.Address);
        var (workshop, code) = await api.CreateWorkshopAsync(endre.FacilitatorToken);
        var token = await api.JoinAsync(code);
        var question = await api.StartWritingAsync(workshop, endre.FacilitatorToken);
        var kept = await WriteAsync(api, workshop, token, question, 3);
        var backup = Path.Combine(_folder.Path, "backup");
        (await OperatorAct.RunAsync(database, "backup", backup)).Code.ShouldBe(0);
        await WriteAsync(api, workshop, token, question, 2);

        var refused = await OperatorAct.RunAsync(database, "restore", backup);
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("Say --overwrite to replace it");
        (await NotesAsync(api, workshop, token)).Count.ShouldBe(5);

        var restored = await OperatorAct.RunAsync(database, "restore", backup, "--overwrite");
        restored.Code.ShouldBe(0, restored.Error);

        (await NotesAsync(api, workshop, token)).ShouldBe(kept, ignoreOrder: true);
        var later = await WriteAsync(api, workshop, token, question, 1);
        (await NotesAsync(api, workshop, token)).ShouldBe([.. kept, .. later], ignoreOrder: true);
        if (second is not null)
        {
            using var other = new Api(second.Address);
            (await NotesAsync(other, workshop, token)).ShouldBe([.. kept, .. later], ignoreOrder: true);
        }
    }

    private static async Task<List<Guid>> WriteAsync(Api api, Guid workshop, string token, string question, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(Guid.CreateVersion7());
            using var written = await api.WriteAsync(workshop, token, ids[^1], question, $"Rognebær {i}");
            await Api.ReadAsync(written);
        }
        return ids;
    }

    // A program that starts again does not answer for a moment, as its participants' phones know.
    private static async Task<List<Guid>> NotesAsync(Api api, Guid workshop, string token)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                var state = await api.StateAsync(workshop, token);
                return
                [
                    .. state.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("id").GetGuid()),
                ];
            }
            catch (Exception e) when (i < 300 && e is HttpRequestException or IOException or JsonException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}

using Endre.Storage.Sqlite;
using Endre.Storage.Tests.EventLog;
using Endre.Testing;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests;

public sealed class SqliteBackupTests
{
    [Fact]
    public async Task A_copy_taken_while_others_write_is_whole()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Sqlite);
        await using var copied = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        var stream = Guid.CreateVersion7();
        var enough = new TaskCompletionSource();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                long known = 0;
                while (!done.IsCancellationRequested)
                {
                    known = await node.Log.AppendAsync(stream, known, "a", "b");
                    if (known > 200)
                    {
                        enough.TrySetResult();
                    }
                }
            },
            Ct
        );

        await enough.Task;
        await node.Get<SqliteDatabase>().WriteBackupAsync(copied.Options.SqliteFile, Ct);
        await done.CancelAsync();
        await writing;

        await using var restored = StorageNode.On(copied);
        var texts = await restored.Log.TextsAsync(stream);
        texts.Length.ShouldBeGreaterThan(200);
        (texts.Length % 2).ShouldBe(0);
        (await restored.Log.TipAsync(stream, Ct)).ShouldBe(texts.Length);
    }

    [Fact]
    public async Task A_copy_never_overwrites_another()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Sqlite);
        await using var copied = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await node.Get<SqliteDatabase>().WriteBackupAsync(copied.Options.SqliteFile, Ct);

        await Should.ThrowAsync<IOException>(() =>
            node.Get<SqliteDatabase>().WriteBackupAsync(copied.Options.SqliteFile, Ct)
        );
    }
}

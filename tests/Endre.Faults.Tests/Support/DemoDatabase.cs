using Endre.Testing;

namespace Endre.Faults.Tests.Support;

/// <summary>A database in which the program has made its demo, which takes longer than all else that a start does.</summary>
internal static class DemoDatabase
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<Func<Task<TestDatabase>>>>> Made =
        Enum.GetValues<DatabaseKind>()
            .ToDictionary(kind => kind, kind => new Lazy<Task<Func<Task<TestDatabase>>>>(() => MakeAsync(kind)));

    /// <summary>A copy for one test.</summary>
    public static async Task<TestDatabase> CopyAsync(DatabaseKind kind) => await (await Made[kind].Value)();

    private static async Task<Func<Task<TestDatabase>>> MakeAsync(DatabaseKind kind)
    {
        await using var database = await TestDatabase.UpgradedAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database);
        await MailIsFiledAsync(database);
        (await endre.TerminateAsync()).ShouldBe(0);
        return await database.KeepAsync();
    }

    // The demo tells its people something, and ten seconds later the first round of mail writes that it is filed: in a
    // copy that would happen in the middle of a test, or not, by how fast the machine is.
    private static async Task MailIsFiledAsync(TestDatabase database)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await Dump.RowsAsync(database)).Any(IsWaiting))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static bool IsWaiting(string row) =>
        row.StartsWith("messages:", StringComparison.Ordinal)
        && row.Contains(" mail=waiting ", StringComparison.Ordinal);
}

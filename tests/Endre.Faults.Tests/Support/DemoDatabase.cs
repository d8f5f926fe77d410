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
        // The demo tells its people something: in a copy, the round would be in the middle of a test.
        await MailRound.IsOverAsync(database);
        (await endre.TerminateAsync()).ShouldBe(0);
        return await database.KeepAsync();
    }
}

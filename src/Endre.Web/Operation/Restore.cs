using Endre.Storage.Backups;

namespace Endre.Web.Operation;

internal sealed record Restore : Verb
{
    private const string Overwrite = "overwrite";

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public Restore()
        : base("restore", "restore <file> [--overwrite]", "put a backup back, whole or not at all")
    {
        Target = "file";
        Options = [new(Overwrite, null, "Replaces what is in the database.")];
        About = """
            Puts a backup in the place of the database, whole or not at all. A database that holds something is left alone
            unless you say --overwrite; on SQLite the one before is then kept in the folder backups. An Endre that runs on it
            lets go, and starts again by itself on the restored one; on PostgreSQL every node does.
            """;
    }

    public override async Task RunAsync(VerbCall call, CancellationToken ct)
    {
        await using var services = OperatorServices.Of(call.Settings);
        var said = await services
            .GetRequiredService<IDatabaseBackup>()
            .RestoreAsync(call.Target, call.Options.ContainsKey(Overwrite), ct);
        await call.Console.WriteLineAsync($"restored: {call.Target} to {OperatorServices.Place(call.Settings)}");
        if (said is not null)
            await call.Console.WriteLineAsync($"note: {said}");
    }
}

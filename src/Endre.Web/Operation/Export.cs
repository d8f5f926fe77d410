using System.Globalization;
using Endre.Storage.Transfers;

namespace Endre.Web.Operation;

internal sealed record Export : Verb
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public Export()
        : base("export", "export <file>", "write everything to a file that either database reads")
    {
        Target = "file";
        About = """
            Writes everything the database holds to a new file, as it is at one instant, while Endre runs or not. endre import
            puts it into an empty database of either kind: so one moves from SQLite to PostgreSQL, or back. The file is a zip
            with a file of lines for each table and a manifest with a checksum for each. The keys that protect sign-in cookies
            are in it, so that nobody is signed out by the move: it is as secret as the database.
            """;
    }

    public override async Task RunAsync(VerbCall call, CancellationToken ct)
    {
        await using var services = OperatorServices.Of(call.Settings);
        var manifest = await services.GetRequiredService<DatabaseTransfer>().ExportAsync(call.Target, ct);
        await call.Console.WriteLineAsync(Said("exported", manifest, $"to {call.Target}"));
    }

    public static string Said(string what, TransferManifest manifest, string where) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {manifest.Rows} rows of {manifest.Tables.Count} tables {where}"
        );
}

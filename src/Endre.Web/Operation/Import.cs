using Endre.Storage.Transfers;

namespace Endre.Web.Operation;

internal sealed record Import : Verb
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public Import()
        : base("import", "import <file>", "fill an empty database with what export wrote")
    {
        Target = "file";
        About = """
            Fills an empty database of either kind with a file that endre export wrote, whole or not at all. It is refused when
            the file is cut or changed, when it is from another version of Endre, and when the database holds something. Import
            before Endre is started on the new database: a start puts the first rows in.
            """;
    }

    public override async Task RunAsync(VerbCall call, CancellationToken ct)
    {
        await using var services = OperatorServices.Of(call.Settings);
        var manifest = await services
            .GetRequiredService<DatabaseTransfer>()
            .ImportAsync(call.Target, overwrite: false, ct);
        await call.Console.WriteLineAsync(
            Export.Said("imported", manifest, $"to {OperatorServices.Place(call.Settings)}")
        );
    }
}

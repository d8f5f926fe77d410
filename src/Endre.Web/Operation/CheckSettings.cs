using Endre.Storage;
using Endre.Web.Messages.Sending;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Operation;

internal sealed record CheckSettings : Verb
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public CheckSettings()
        : base("check", "check", "say what the settings are and whether database and mail server answer")
    {
        About = """
            Reads the settings as the server does, says which were given and where, and looks whether the database
            and the mail server answer. Secrets are not shown. Nothing is changed, and nothing is sent.
            """;
    }

    public override async Task RunAsync(VerbCall call, CancellationToken ct)
    {
        foreach (var line in call.Settings.Given)
            await call.Console.WriteLineAsync(line);
        foreach (var warning in call.Settings.Warnings)
            await call.Console.WriteLineAsync($"note: {warning}");
        await call.Console.WriteLineAsync($"listens on {call.Settings.ListenUrls}");
        await call.Console.WriteLineAsync(
            $"database: {OperatorServices.Place(call.Settings)}, {await StateAsync(call, ct)}"
        );
        await call.Console.WriteLineAsync($"mail: {await MailAsync(call, ct)}");
    }

    private static async Task<string> MailAsync(VerbCall call, CancellationToken ct)
    {
        if (!call.Settings.Mail.IsServer)
            return $"no server; files in {FolderRoute.In(call.Settings)}";
        var place = $"{call.Settings.Mail.Host}:{call.Settings.Mail.Port}";
        try
        {
            await using var line = await new SmtpRoute(call.Settings).OpenAsync(ct);
            return $"{place}, ready";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return $"{place}, {MailFault.Of(fault, isFolder: false).Word}: {fault.Message}";
        }
    }

    private static async Task<string> StateAsync(VerbCall call, CancellationToken ct)
    {
        if (call.Settings.Database is null && !File.Exists(Path.Combine(call.Settings.Data, "endre.db")))
            return "made at the first start";
        await using var services = OperatorServices.Of(call.Settings);
        await using var context = await services
            .GetRequiredService<IDbContextFactory<EndreContext>>()
            .CreateDbContextAsync(ct);
        await context.Database.OpenConnectionAsync(ct);
        var applied = (await context.Database.GetAppliedMigrationsAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        return applied.Count == 0 ? "made at the first start"
            : !applied.IsSubsetOf(known) ? "made by a newer Endre than this one"
            : applied.Count < known.Count ? "upgraded at the next start"
            : "ready";
    }
}

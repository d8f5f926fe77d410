using Endre.Storage;
using Endre.Storage.Audit;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Audit.SealAudit;

/// <summary>
/// Seals what administrators did, within a minute, and tells the log the last seal: the log leaves the machine, and shows a
/// chain that somebody made anew.
/// </summary>
internal sealed partial class SealAudit(
    IDbContextFactory<EndreContext> databases,
    TimeProvider clock,
    ILogger<SealAudit> logger
) : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var database = await databases.CreateDbContextAsync(ct);
        if (await database.SealAuditAsync(ct) is { } last)
            LogSealed(last.Number, AuditChain.Code(last.Hash));
    }

    // The entries are there; they are sealed when the database is back.
    protected override void Tell(Exception fault) => NotSealed(fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log is sealed to number {Number}, {Code}.")]
    private partial void LogSealed(long number, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit log could not be sealed.")]
    private partial void NotSealed(Exception fault);
}

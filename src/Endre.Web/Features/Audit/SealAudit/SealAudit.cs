using Endre.Storage;
using Endre.Storage.Audit;
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
) : BackgroundService
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var database = await databases.CreateDbContextAsync(stoppingToken);
                if (await database.SealAuditAsync(stoppingToken) is { } last)
                    LogSealed(last.Number, AuditChain.Code(last.Hash));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The entries are there; they are sealed when the database is back.
                NotSealed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log is sealed to number {Number}, {Code}.")]
    private partial void LogSealed(long number, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit log could not be sealed.")]
    private partial void NotSealed(Exception fault);
}

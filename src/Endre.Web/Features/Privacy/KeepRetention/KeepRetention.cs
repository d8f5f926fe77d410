using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;

namespace Endre.Web.Features.Privacy.KeepRetention;

/// <summary>Removes what has been kept long enough, each sort for itself: one that fails does not keep the others.</summary>
internal sealed partial class KeepRetention(
    EndreContext database,
    IEnumerable<IRetention> kinds,
    PrivacySettings settings,
    AuditLog audit,
    TimeProvider clock,
    ILogger<KeepRetention> logger
)
{
    public async Task RunAsync(CancellationToken ct)
    {
        audit.Program = "schedule";
        var periods = (await settings.PeriodsAsync(ct)).ToDictionary(period => period.Kind, StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            var period = periods[kind.Default.Kind];
            try
            {
                var removed = await kind.RemoveAsync(period.Limit(clock.GetUtcNow()), ct);
                await RememberAsync(period.Kind, removed, ct);
                LogRemoved(period.Kind, removed, period.Days);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                database.ChangeTracker.Clear();
                NotRemoved(period.Kind, fault);
            }
        }
    }

    private async Task RememberAsync(string kind, int removed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await database.RetentionRuns.FindAsync([kind], ct) is { } run)
            (run.RanAt, run.Removed) = (now, removed);
        else
            database.RetentionRuns.Add(
                new RetentionRun
                {
                    Kind = kind,
                    RanAt = now,
                    Removed = removed,
                }
            );
        await database.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention of {Kind}: {Removed} older than {Days} days.")]
    private partial void LogRemoved(string kind, int removed, int days);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Retention of {Kind} failed; it is tried again at the next round."
    )]
    private partial void NotRemoved(string kind, Exception fault);
}

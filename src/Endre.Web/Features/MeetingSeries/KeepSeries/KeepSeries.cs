using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Features.MeetingSeries.TellOfMeetings;
using Endre.Web.Hosting;
using Endre.Web.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.KeepSeries;

/// <summary>
/// Plans the next meetings of every series, asks who has come to a unit, and takes off who has left. To a meeting alone it
/// asks whom the matters need that other meetings have left since.
/// </summary>
internal sealed class KeepSeries(
    EndreContext database,
    SeriesTime time,
    TellOfSeries tell,
    ITellRepresentatives representatives
)
{
    private static readonly string Planned = StoredWord.Of(MeetingState.Planned);

    public async Task KeepAsync(CancellationToken ct)
    {
        var today = time.Today;
        var ids = await database
            .MeetingSeries.Where(row => row.EndsBefore == null || row.EndsBefore > today)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(ct);
        foreach (var id in ids)
        {
            await database.KeepSeriesAsync(id, time.Clock(tell.AddAsync), time.Now, ct);
            database.ChangeTracker.Clear();
        }
        await KeepAloneAsync(ct);
    }

    private async Task KeepAloneAsync(CancellationToken ct)
    {
        var now = time.Now;
        var alone = await database
            .Meetings.Where(row => row.SeriesId == null && row.State == Planned && row.StartsAt >= now)
            .OrderBy(row => row.StartsAt)
            .Select(row => row.Id)
            .ToListAsync(ct);
        foreach (var id in alone)
        {
            await database.AskWhomItNeedsAsync(
                id,
                time.Today,
                time.Hand(personId: null),
                (before, after, cancel) => representatives.AddAsync(AskedRepresentatives.Of(before, after), cancel),
                ct
            );
            database.ChangeTracker.Clear();
        }
    }
}

/// <summary>Every hour. What another node did first is found done.</summary>
internal sealed partial class SeriesUpkeep(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<SeriesUpkeep> logger
) : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeepSeries>().KeepAsync(ct);
    }

    // The database may be away; the next hour does it.
    protected override void Tell(Exception fault) => NotKept(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The next meetings could not be planned now.")]
    private static partial void NotKept(ILogger logger, Exception fault);
}

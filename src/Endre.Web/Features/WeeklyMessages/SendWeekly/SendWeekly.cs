using Endre.Domain.WeeklyMessages;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.WeeklyMessages.SendWeekly;

/// <summary>Writes the messages whose time has come: to each who decides for a unit today, one for a week.</summary>
internal sealed partial class SendWeekly(
    EndreContext database,
    LeadersToday leaders,
    PersonScopes people,
    Formats formats,
    TimeProvider clock,
    ILogger<SendWeekly> logger
)
{
    // No longer than it keeps anything from being written twice.
    private const int DaysKept = 28;

    /// <returns>How many were written.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = formats.Local(clock.GetUtcNow()).DateTime;
        // Nobody gets it before the usual time of day, nor on a day off.
        if (WeeklyTime.Default.WeekComeBy(now) is null)
            return 0;
        var everybody = (await leaders.ReadAsync(ct)).Everybody();
        var times = await database
            .WeeklyTimes.AsNoTracking()
            .Where(time => everybody.Contains(time.PersonId))
            .ToDictionaryAsync(time => time.PersonId, ct);
        var since = DateOnly.FromDateTime(now).AddDays(-DaysKept);
        await database.WeeklyRounds.Where(round => round.Week < since).ExecuteDeleteAsync(ct);
        var had = (
            await database
                .WeeklyRounds.Where(round => everybody.Contains(round.PersonId) && round.Week >= since)
                .Select(round => new { round.PersonId, round.Week })
                .ToListAsync(ct)
        ).ToHashSet();
        var written = 0;
        foreach (var person in everybody)
        {
            var chosen = times.GetValueOrDefault(person);
            if (
                chosen is { IsOff: true }
                || (chosen?.ToTime() ?? WeeklyTime.Default).WeekComeBy(now) is not { } week
                || had.Contains(new { PersonId = person, Week = week })
            )
                continue;
            written += await WriteAsync(person, week, ct) ? 1 : 0;
        }
        return written;
    }

    // One leader's trouble is not another's: whoever comes after gets theirs, and the next round tries again.
    private async Task<bool> WriteAsync(Guid person, DateOnly week, CancellationToken ct)
    {
        try
        {
            await using var scope = await people.OpenAsync(person);
            return scope is { } own
                && await own.ServiceProvider.GetRequiredService<WriteWeekly>().WriteAsync(person, week, ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            if (!await database.WeeklyRounds.AnyAsync(round => round.PersonId == person && round.Week == week, ct))
                throw;
            // Another node wrote it at the same instant, and nothing of this one is stored.
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotWritten(logger, fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A weekly message could not be written now.")]
    private static partial void NotWritten(ILogger logger, Exception fault);
}

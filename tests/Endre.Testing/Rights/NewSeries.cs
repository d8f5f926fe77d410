using Endre.Domain.Meetings.Series;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Testing.Rights;

internal sealed partial class NewRows
{
    /// <summary>A series of the unit in which the players are.</summary>
    public async Task<string> SeriesAsync()
    {
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime).AddDays(1);
        var form = new SeriesForm("Møte", "FREQ=WEEKLY", today, new TimeOnly(9, 0), 30, "", "", false, false);
        var begin = new BeginSeries(Guid.CreateVersion7(), await UnitIdAsync(), form);
        var clock = new SeriesClock(today, TimeZoneInfo.Utc, (_, first) => [first, first.AddDays(7)]);
        var hand = new MeetingRecords.Hand(PersonId: null, app.Time.GetUtcNow());
        var answer = await app.InStorageAsync(storage =>
            storage.BeginSeriesAsync(begin, clock, hand, CancellationToken.None)
        );
        return answer.Refusal is null
            ? $"{begin.Id}"
            : throw new InvalidOperationException($"Nobody can begin it: {answer.Refusal}.");
    }

    /// <summary>A meeting of such a series, to come.</summary>
    public async Task<string> PlannedMeetingAsync()
    {
        var series = Guid.Parse(await SeriesAsync());
        var id = await app.InStorageAsync(storage =>
            storage.Meetings.Where(row => row.SeriesId == series).Select(row => row.Id).FirstAsync()
        );
        return $"{id}";
    }

    /// <summary>The secret in the address of somebody's calendar.</summary>
    public async Task<string> CalendarAsync()
    {
        var secret = SecretText.New();
        var link = new CalendarLink
        {
            PersonId = await PersonAsync(),
            Hash = SecretText.Hash(secret),
            MadeOn = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime),
        };
        return await AddedAsync(link, _ => secret);
    }
}

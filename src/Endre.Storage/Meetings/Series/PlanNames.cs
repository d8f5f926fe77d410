using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Series;

/// <summary>The names in what is written of when, where and why a unit meets.</summary>
public static class PlanNames
{
    /// <summary>Takes a name out of the titles, the places and the reasons of meetings and series, and stores that.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="name">The name; not blank.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task ErasePlanNamesAsync(this EndreContext database, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        foreach (var series in await database.MeetingSeries.ToListAsync(ct))
        {
            (series.Title, series.Place) = (
                EventNames.Without(series.Title, name),
                EventNames.Without(series.Place, name)
            );
        }
        foreach (var meeting in await database.Meetings.ToListAsync(ct))
        {
            meeting.Title = EventNames.Without(meeting.Title, name);
            meeting.Place = EventNames.Without(meeting.Place, name);
            meeting.CanceledBecause = EventNames.Without(meeting.CanceledBecause, name);
        }
        await database.SaveChangesAsync(ct);
    }
}

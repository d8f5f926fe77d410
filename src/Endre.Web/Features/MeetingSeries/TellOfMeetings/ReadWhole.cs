using Endre.Documents.Calendars;
using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.TellOfMeetings;

/// <summary>Reads what calendars need to know of a series, with what is decided and not yet stored.</summary>
internal sealed class ReadWhole(EndreContext database, SeriesTime time)
{
    /// <param name="series">As it is now.</param>
    /// <param name="changed">Meetings as they are now; the others are as they are stored.</param>
    /// <param name="dropped">Meetings that are about to go.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<WholeSeries> OfAsync(
        Domain.Meetings.Series.MeetingSeries series,
        IReadOnlyList<Meeting> changed,
        IReadOnlyList<Meeting> dropped,
        CancellationToken ct
    )
    {
        var stored = await database.Meetings.AsNoTracking().Where(row => row.SeriesId == series.Id).ToListAsync(ct);
        var meetings = stored
            .Select(row => row.ToMeeting(new MeetingParts([], [], [])))
            .Where(meeting => changed.Concat(dropped).All(other => other.Id != meeting.Id))
            .Concat(changed)
            .OrderBy(meeting => meeting.SlotAt)
            .ToList();
        var tree = await database.ReadUnitTreeAsync(ct);
        var unit = tree.Current(series.UnitId)?.Name ?? "–";
        return new WholeSeries(series, unit, meetings, time.Clock().Days(series.Rule, series.FirstOn));
    }

    /// <summary>How mail reaches those who have a place at a table; who is gone is not there.</summary>
    public async Task<IReadOnlyList<CalendarReader>> ReadersAsync(IEnumerable<Attendance> places, CancellationToken ct)
    {
        var all = places.ToList();
        var ids = all.Select(place => place.PersonId).OfType<Guid>().Distinct().ToList();
        var people = await database
            .Users.AsNoTracking()
            .Where(person => ids.Contains(person.Id) && person.DeactivatedAt == null)
            .Select(person => new
            {
                person.Id,
                person.DisplayName,
                person.Email,
            })
            .ToListAsync(ct);
        return
        [
            .. people.Select(person => new CalendarReader(
                person.Id,
                new CalendarPerson(person.DisplayName, person.Email ?? "")
            )),
            .. all.Where(place => place.PersonId is null && place.Email.Length > 0)
                .Select(place => new CalendarReader(PersonId: null, new CalendarPerson(place.Name, place.Email)))
                .Distinct(),
        ];
    }
}

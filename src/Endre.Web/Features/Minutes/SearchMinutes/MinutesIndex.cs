using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Minutes;
using Endre.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Minutes.SearchMinutes;

/// <summary>The words of minutes, matter by matter: what was decided, said and corrected. Each has its meeting's version.</summary>
internal sealed class MinutesIndex(TimeProvider clock) : RowIndex<MeetingRow>(clock)
{
    protected override async Task<Dictionary<Guid, int>> VersionsAsync(EndreContext database, CancellationToken ct)
    {
        var meetings = await database
            .Meetings.AsNoTracking()
            .Where(row => MinutesWordsReading.WithMinutes.Contains(row.State))
            .Select(row => new { row.Id, row.Version })
            .ToDictionaryAsync(row => row.Id, row => row.Version, ct);
        var matters = await database
            .Matters.AsNoTracking()
            .Where(row =>
                database.Meetings.Any(meeting =>
                    meeting.Id == row.MeetingId && MinutesWordsReading.WithMinutes.Contains(meeting.State)
                )
            )
            .Select(row => new { row.Id, row.MeetingId })
            .ToListAsync(ct);
        // One that began between the two readings is read the next time.
        foreach (var matter in matters.Where(matter => meetings.ContainsKey(matter.MeetingId)))
        {
            meetings[matter.Id] = meetings[matter.MeetingId];
        }
        return meetings;
    }

    protected override async Task<IReadOnlyList<IndexedText>> ReadAsync(
        EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var meetings = await database
            .Matters.Where(row => ids.Contains(row.Id))
            .Select(row => row.MeetingId)
            .Union(database.Meetings.Where(row => ids.Contains(row.Id)).Select(row => row.Id))
            .ToListAsync(ct);
        var wanted = ids.ToHashSet();
        return
        [
            .. (await database.ReadMinutesPartsAsync(meetings, ct))
                .Where(part => wanted.Contains(part.Id))
                .Select(part => new IndexedText(part.Id, part.Meeting.UnitId, part.Meeting.Version, part.Words)),
        ];
    }
}

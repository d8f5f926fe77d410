using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Minutes;
using Endre.Storage.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Minutes;

/// <summary>Reads minutes: as they were locked, or else made of the meeting as it stands.</summary>
public static class MinutesReading
{
    /// <summary>The minutes of a meeting.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="dayOf">The day of an instant for people here.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<MeetingMinutes> ReadMinutesAsync(
        this EndreContext database,
        Meeting meeting,
        Func<DateTimeOffset, DateOnly> dayOf,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(meeting);
        var locked = await database.Minutes.AsNoTracking().SingleOrDefaultAsync(row => row.MeetingId == meeting.Id, ct);
        var entries = await database
            .MinutesEntries.AsNoTracking()
            .Where(row => row.MeetingId == meeting.Id)
            .OrderBy(row => row.Number)
            .ToListAsync(ct);
        return new MeetingMinutes(
            locked?.ToContent() ?? await database.DraftMinutesAsync(meeting, dayOf, ct),
            meeting.State,
            locked?.ToLock(),
            [.. entries.Select(row => row.ToEntry())]
        );
    }

    /// <summary>What the minutes of a meeting say as it stands now.</summary>
    /// <param name="database">Where what they are made of is stored.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="dayOf">The day of an instant for people here.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<MinutesContent> DraftMinutesAsync(
        this EndreContext database,
        Meeting meeting,
        Func<DateTimeOffset, DateOnly> dayOf,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(dayOf);
        var made = await database.MadeInAsync(meeting, ct);
        var subjects = meeting
            .Matters.Select(matter => matter.Subject)
            .OfType<RecordReference>()
            .Where(subject => subject.Kind == RecordKind.ActionItem)
            .Select(subject => subject.Id)
            .ToList();
        var items = await database.ActionItems.AsNoTracking().Where(row => subjects.Contains(row.Id)).ToListAsync(ct);
        var people = meeting
            .People.Select(place => place.PersonId)
            .Append(meeting.ChairId)
            .Concat(made.Select(one => one.Item.OwnerId))
            .OfType<Guid>()
            .Distinct()
            .ToList();
        var names = await database
            .Users.AsNoTracking()
            .Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        var unit = await database
            .Units.AsNoTracking()
            .Where(row => row.Id == meeting.UnitId)
            .Select(row => row.Name)
            .SingleAsync(ct);
        return MinutesDraft.Of(
            meeting,
            new MinutesSources(
                unit,
                names,
                made,
                items.ToDictionary(row => row.Id, row => row.ToActionItem()),
                await database.RoutinesOfAsync(meeting.Id, ct),
                dayOf(meeting.BegunAt ?? meeting.StartsAt)
            )
        );
    }

    private static async Task<IReadOnlyList<MadeInMeeting>> MadeInAsync(
        this EndreContext database,
        Meeting meeting,
        CancellationToken ct
    )
    {
        var links = await database.LinksOfAsync(RecordKind.Meeting, meeting.Id, ct);
        var ids = links
            .Where(link => link.From.Kind == RecordKind.Meeting && link.To.Kind == RecordKind.ActionItem)
            .Select(link => link.To.Id)
            .ToList();
        var rows = await database.ActionItems.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        return
        [
            .. rows.Select(row => new MadeInMeeting(
                row.ToActionItem(),
                meeting.Matters.FirstOrDefault(matter => matter.ActionItems.Contains(row.Id))?.Id
            )),
        ];
    }

    private static async Task<IReadOnlyList<MinutesRoutine>> RoutinesOfAsync(
        this EndreContext database,
        Guid meetingId,
        CancellationToken ct
    ) =>
        await database
            .RoutineEvents.AsNoTracking()
            .Where(row => row.MeetingId == meetingId)
            .OrderBy(row => row.RoutineId)
            .ThenBy(row => row.Number)
            .Select(row => new MinutesRoutine(row.What, row.Text))
            .ToListAsync(ct);
}

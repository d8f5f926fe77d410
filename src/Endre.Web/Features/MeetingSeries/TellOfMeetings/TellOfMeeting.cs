using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Storage;
using Endre.Storage.Meetings.Series;

namespace Endre.Web.Features.MeetingSeries.TellOfMeetings;

/// <summary>Tells those who are asked to one meeting that it was moved, called off or restored, and a guest of being asked.</summary>
internal sealed class TellOfMeeting(
    EndreContext database,
    TellOfSeries series,
    ReadWhole read,
    SeriesCalendar calendar,
    MeetingLetters letters
)
{
    public TellOfSeries Series => series;

    /// <summary>Adds the messages to what is stored next.</summary>
    /// <param name="command">What was done.</param>
    /// <param name="before">The meeting as it was read.</param>
    /// <param name="after">The meeting as it is now.</param>
    /// <param name="ct">Stops it.</param>
    public async Task AddAsync(PlanningCommand command, Meeting before, Meeting after, CancellationToken ct)
    {
        IEnumerable<Attendance> told = command switch
        {
            MoveMeeting or CancelMeeting or RestoreMeeting => after.People,
            Invite invite => after.People.Where(place => place.Id == invite.Id),
            Disinvite off => before.People.Where(place => place.Id == off.Id),
            _ => [],
        };
        if (after.SeriesId is not { } id || !told.Any() || await database.FindSeriesAsync(id, ct) is not { } its)
        {
            return;
        }
        var all = await read.OfAsync(its, [after], [], ct);
        var what = $"{after.Id:N}:{command.GetType().Name}:{after.Sequence}";
        foreach (var who in await read.ReadersAsync(told, ct))
        {
            var file = command is Disinvite ? calendar.OneGone(all, after, who) : calendar.One(all, after, who);
            await series.SendAsync(all, who, what, () => letters.OfMeeting(command, before, after, who), file, ct);
        }
    }
}

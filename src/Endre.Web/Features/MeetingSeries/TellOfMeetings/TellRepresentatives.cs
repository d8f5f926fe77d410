using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Meetings;

namespace Endre.Web.Features.MeetingSeries.TellOfMeetings;

/// <summary>Invites the representatives whom a matter needs, as the others are invited to a meeting.</summary>
internal sealed class TellRepresentatives(
    EndreContext database,
    TellOfSeries series,
    ReadWhole read,
    SeriesCalendar calendar,
    MeetingLetters letters,
    SeriesTime time
) : ITellRepresentatives
{
    public async Task AddAsync(AskedRepresentatives asked, CancellationToken ct)
    {
        if (asked.Needed.Count == 0 && asked.Off.Count == 0)
        {
            return;
        }
        var meeting = asked.Meeting;
        var its = meeting.SeriesId is { } id ? await database.FindSeriesAsync(id, ct) : null;
        var all = await read.OfAsync(its ?? Alone(meeting), [meeting], [], ct);
        // Whoever is needed, no more, and then again after all, hears of each.
        var what = $"{meeting.Id:N}:{asked.MatterId:N}:{time.Now.ToUnixTimeMilliseconds()}";
        foreach (var role in asked.Needed.Select(place => place.Role).Distinct())
        {
            foreach (var who in await read.ReadersAsync(asked.Needed.Where(place => place.Role == role), ct))
            {
                var file = calendar.One(all, meeting, who);
                await series.SendAsync(all, who, what, () => letters.OfRepresentative(meeting, role), file, ct);
            }
        }
        foreach (var who in await read.ReadersAsync(asked.Off, ct))
        {
            var file = calendar.OneGone(all, meeting, who);
            var off = new Disinvite(asked.Off.First(place => place.PersonId == who.PersonId).Id);
            await series.SendAsync(all, who, what, () => letters.OfMeeting(off, meeting, meeting, who), file, ct);
        }
    }

    // A meeting alone is in calendars what a series of one is.
    private Domain.Meetings.Series.MeetingSeries Alone(Meeting meeting) =>
        new()
        {
            Id = meeting.Id,
            UnitId = meeting.UnitId,
            Title = meeting.Title,
            Rule = "FREQ=DAILY;COUNT=1",
            FirstOn = time.DayOf(meeting.StartsAt),
            Time = time.TimeOf(meeting.StartsAt),
            Minutes = meeting.Minutes,
            Place = meeting.Place,
            VideoLink = meeting.VideoLink,
        };
}

using Endre.Documents.Calendars;
using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Messages;

namespace Endre.Web.Features.MeetingSeries.TellOfMeetings;

/// <summary>Tells those who are asked what was done with a series: one message each, with the whole of it as a calendar file.</summary>
internal sealed class TellOfSeries(
    Outgoing outgoing,
    ReadWhole read,
    SeriesCalendar calendar,
    MeetingLetters letters,
    TimeProvider clock
)
{
    /// <summary>Invitations, and what changes in them.</summary>
    public static readonly MessageKind Kind = MessageKind.Of<MeetingSeriesTexts>("meeting-invitation");

    /// <summary>Adds the messages to what is stored next. What nobody needs to hear adds none.</summary>
    public async Task AddAsync(EndreContext database, SeriesAnswer answer, CancellationToken ct)
    {
        if (answer.Kept is not { } kept)
        {
            return;
        }
        var now = kept.Meetings.SelectMany(meeting => meeting.People).ToList();
        var was = now.Concat(kept.Dropped.SelectMany(meeting => meeting.People)).ToList();
        // Whoever has just come is invited; the others are told what is new.
        var (told, key) = answer.Act switch
        {
            SeriesAct.Kept => (kept.Came, "Begun"),
            SeriesAct.Begun or SeriesAct.Continued => (now, "Begun"),
            SeriesAct.Ended => (was, "Ended"),
            _ => ((IReadOnlyList<Attendance>)now, "Changed"),
        };
        if (told.Count == 0 && kept.Left.Count == 0)
        {
            return;
        }
        var all = await read.OfAsync(kept.Series, kept.Meetings, kept.Dropped, ct);
        var what =
            answer.Act == SeriesAct.Kept
                ? $"came:{clock.GetUtcNow().ToUnixTimeSeconds()}"
                : $"{answer.Act}:{all.Sequence}";
        foreach (var who in await read.ReadersAsync(told, ct))
        {
            await TellAsync(key, what, all, who, calendar.Whole(all, who), ct);
        }
        var left = kept.Left.Where(place => told.All(other => !IsSame(place, other)));
        foreach (var who in await read.ReadersAsync(left, ct))
        {
            var gone = $"left:{clock.GetUtcNow().ToUnixTimeSeconds()}";
            await TellAsync("Left", gone, all, who, calendar.Gone(all, who), ct);
        }
    }

    /// <summary>Adds one message to whoever it is for.</summary>
    internal Task<bool> SendAsync(
        WholeSeries all,
        CalendarReader who,
        string key,
        Func<Letter> write,
        CalendarFile file,
        CancellationToken ct
    )
    {
        var type = $"text/calendar; method={CalendarWriter.Word(file.Method)}; charset=utf-8";
        var message = new OutgoingMessage(Kind, key, write)
        {
            Files = [new MessageFile(SeriesCalendar.FileName, type, CalendarWriter.Write(file))],
        };
        return who.PersonId is { } person
            ? outgoing.AddAsync(person, message, ct)
            : outgoing.AddAsync(
                new MessageGuest(who.Person.Email, who.Person.Name) { AboutId = all.Series.Id },
                message,
                ct
            );
    }

    private Task<bool> TellAsync(
        string key,
        string what,
        WholeSeries all,
        CalendarReader who,
        CalendarFile file,
        CancellationToken ct
    ) => SendAsync(all, who, $"{all.Series.Id:N}:{what}", () => letters.OfSeries(key, all, who), file, ct);

    private static bool IsSame(Attendance one, Attendance other) =>
        (one.PersonId, one.Name, one.Email) == (other.PersonId, other.Name, other.Email);
}

using System.Globalization;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Endre.Documents.Calendars;

/// <summary>Writes calendar files that Outlook, Google, Apple and others read.</summary>
public static class CalendarWriter
{
    /// <summary>The media type of a calendar that is followed. An invitation adds its method.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string Product = "-//Endre//Endre//NO";
    private const string Refresh = "PT1H";

    /// <summary>The file.</summary>
    /// <param name="file">What stands in it. No text of it can become a line of its own.</param>
    /// <returns>UTF-8, its lines folded and ended as the standard has them.</returns>
    public static byte[] Write(CalendarFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var calendar = new Ical.Net.Calendar { ProductId = Product, Method = Word(file.Method) };
        var zone = new ZoneClock(file.Zone);
        if (file.Method == CalendarMethod.Publish)
        {
            calendar.AddProperty("X-WR-CALNAME", OneLine(file.Name));
            calendar.AddProperty("X-WR-TIMEZONE", zone.Name);
            calendar.AddProperty(new CalendarProperty("X-PUBLISHED-TTL", Refresh));
            var interval = new CalendarProperty("REFRESH-INTERVAL", Refresh);
            interval.AddParameter("VALUE", "DURATION");
            calendar.AddProperty(interval);
        }
        if (file.Entries.Count > 0 && zone.Describe(file.Entries.Min(entry => entry.StartsAt)) is { } described)
        {
            calendar.AddTimeZone(described);
        }
        foreach (var entry in file.Entries)
        {
            calendar.Events.Add(Event(entry, zone));
        }
        return Encoding.UTF8.GetBytes(Text(calendar));
    }

    // The library writes numbers as the language of the request does, and Norwegian has a minus that no calendar reads.
    private static string Text(Ical.Net.Calendar calendar)
    {
        var language = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return new CalendarSerializer().SerializeToString(calendar) ?? "";
        }
        finally
        {
            CultureInfo.CurrentCulture = language;
        }
    }

    /// <summary>The method as calendars and mail headers spell it.</summary>
    /// <param name="method">Which.</param>
    public static string Word(CalendarMethod method) =>
        method switch
        {
            CalendarMethod.Request => "REQUEST",
            CalendarMethod.Cancel => "CANCEL",
            _ => "PUBLISH",
        };

    private static CalendarEvent Event(CalendarEntry entry, ZoneClock zone)
    {
        var written = new CalendarEvent
        {
            Uid = OneLine(entry.Uid),
            Sequence = entry.Sequence,
            DtStamp = ZoneClock.Utc(entry.StampedAt),
            Start = zone.Of(entry.StartsAt),
            Duration = Duration.FromMinutes(entry.Minutes),
            Summary = OneLine(entry.Title),
            Status = entry.IsCanceled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
        if (entry.Description.Length > 0)
        {
            written.Description = Lines(entry.Description);
        }
        if (Where(entry) is { Length: > 0 } where)
        {
            written.Location = where;
        }
        if (Uri.TryCreate(entry.Page, UriKind.Absolute, out var page))
        {
            written.Url = page;
        }
        if (Uri.TryCreate(entry.VideoLink, UriKind.Absolute, out var video))
        {
            var conference = new CalendarProperty("CONFERENCE", video.AbsoluteUri);
            conference.AddParameter("VALUE", "URI");
            conference.AddParameter("FEATURE", "VIDEO");
            written.AddProperty(conference);
        }
        if (entry.Rule is { } rule)
        {
            written.RecurrenceRule = new RecurrenceRule(WithUtcEnd(rule, zone));
            foreach (var left in entry.Except.Order())
            {
                written.ExceptionDates.Add(zone.Of(left));
            }
        }
        if (entry.InPlaceOf is { } slot)
        {
            written.RecurrenceIdentifier = new RecurrenceIdentifier(zone.Of(slot));
        }
        People(entry, written);
        return written;
    }

    private static void People(CalendarEntry entry, CalendarEvent written)
    {
        if (entry.Organizer is { } organizer && Mail(organizer.Email) is { } from)
        {
            written.Organizer = new Organizer { CommonName = Name(organizer.Name), Value = from };
        }
        foreach (var person in entry.Asked)
        {
            if (Mail(person.Email) is { } address)
            {
                written.Attendees.Add(
                    new Attendee
                    {
                        Value = address,
                        CommonName = Name(person.Name),
                        Role = ParticipationRole.RequiredParticipant,
                        ParticipationStatus = person.HasAnswered switch
                        {
                            true => EventParticipationStatus.Accepted,
                            false => EventParticipationStatus.Declined,
                            null => EventParticipationStatus.NeedsAction,
                        },
                        Rsvp = person.AsksForReply,
                    }
                );
            }
        }
    }

    private static string Where(CalendarEntry entry) =>
        OneLine(
            (entry.Place, entry.VideoLink) switch
            {
                ({ Length: > 0 } place, _) => place,
                (_, var video) => video,
            }
        );

    // RFC 5545, 3.3.10: beside a time with a zone, the end of a rule stands in UTC.
    private static string WithUtcEnd(string rule, ZoneClock zone)
    {
        const string name = "UNTIL=";
        return string.Join(
            ';',
            rule.Split(';')
                .Select(part =>
                    part.StartsWith(name, StringComparison.Ordinal)
                    && DateOnly.TryParseExact(
                        part[name.Length..],
                        "yyyyMMdd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var last
                    )
                        ? $"{name}{zone.EndOf(last).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}"
                        : part
                )
        );
    }

    private static Uri? Mail(string email) =>
        email.Contains('@', StringComparison.Ordinal)
        && !email.Any(char.IsWhiteSpace)
        && Uri.TryCreate($"mailto:{email}", UriKind.Absolute, out var address)
            ? address
            : null;

    // In a parameter a quotation mark cannot be written (RFC 5545, 3.2), and a line break would begin a line of its own.
    private static string Name(string name) => OneLine(name).Replace('"', '\'');

    // Of all control characters, only a line break can be written in a text (RFC 5545, 3.3.11).
    private static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(OneLine));

    private static string OneLine(string text) =>
        new string([.. text.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : sign)]).Trim();
}

using System.Globalization;
using System.Text;
using Endre.Documents.Calendars;
using Ical.Net.DataTypes;

namespace Endre.Documents.Tests.Calendars;

public sealed class CalendarWriterTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_invitation_has_what_calendars_ask_for()
    {
        var text = Text(
            CalendarMethod.Request,
            Meeting with
            {
                Rule = "FREQ=MONTHLY;BYDAY=1TU",
                Except = [Start.AddDays(35).AddHours(-1)],
                Organizer = new CalendarPerson("Team nord", "endre@fjordvik.example"),
                Asked = [new CalendarPerson("Kari Nordmann", "kari@fjordvik.example") { AsksForReply = true }],
            }
        );

        text.ShouldContain("METHOD:REQUEST\r\n");
        text.ShouldContain("BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n");
        text.ShouldContain("UID:1@endre\r\n");
        text.ShouldContain("SEQUENCE:2\r\n");
        text.ShouldContain("DTSTAMP:20260301T120000Z\r\n");
        text.ShouldContain("DTSTART;TZID=Europe/Oslo:20260303T090000\r\n");
        text.ShouldContain("EXDATE;TZID=Europe/Oslo:20260407T090000\r\n");
        text.ShouldContain("RRULE:FREQ=MONTHLY;BYDAY=1TU\r\n");
        text.ShouldContain("ORGANIZER;CN=Team nord:mailto:endre@fjordvik.example\r\n");
        Unfolded(text).ShouldContain("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.example/rom\r\n");
        Unfolded(text).ShouldContain("PARTSTAT=NEEDS-ACTION");
        Unfolded(text).ShouldContain("RSVP=TRUE");
    }

    [Fact]
    public void Nine_o_clock_is_nine_o_clock_all_year()
    {
        var calendar = Ical.Net.Calendar.Load(
            Text(CalendarMethod.Publish, Meeting with { Rule = "FREQ=MONTHLY;BYDAY=1TU" })
        )!;

        var times = calendar
            .GetOccurrences<Ical.Net.CalendarComponents.CalendarEvent>(new CalDateTime(2026, 3, 1))
            .Take(12)
            .Select(occurrence => occurrence.Period.StartTime)
            .ToList();

        times.ShouldAllBe(time => time.Hour == 9);
        times.Select(time => time.AsUtc.Hour).Distinct().ShouldBe([8, 7], ignoreOrder: true);
    }

    [Fact]
    public void It_is_the_same_file_whatever_language_the_reader_has()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
            var norwegian = Text(CalendarMethod.Publish, Meeting with { Rule = "FREQ=MONTHLY;BYDAY=-1TU" });
            norwegian.ShouldContain("BYDAY=-1SU");
            norwegian.ShouldContain("RRULE:FREQ=MONTHLY;BYDAY=-1TU\r\n");
            CultureInfo.CurrentCulture.Name.ShouldBe("nb-NO");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_text_becomes_a_line_of_its_own()
    {
        const string evil = "Møte\r\nATTENDEE:mailto:ond@example.com\r\nBEGIN:VALARM\u2028x\u0007";
        var text = Text(
            CalendarMethod.Request,
            Meeting with
            {
                Uid = $"1{evil}",
                Title = evil,
                Description = evil,
                Place = evil,
                Organizer = new CalendarPerson($"{evil}\";X=\"y", "endre@fjordvik.example"),
                Asked = [new CalendarPerson(evil, "kari@fjordvik.example"), new CalendarPerson("x", $"a@b.no\r\nX:y")],
            }
        );

        var lines = Unfolded(text).Split("\r\n");
        lines.Count(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal)).ShouldBe(1);
        lines.ShouldNotContain(line => line.StartsWith("BEGIN:VALARM", StringComparison.Ordinal));
        lines.ShouldNotContain(line => line.StartsWith("X:", StringComparison.Ordinal));
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        var read = Ical.Net.Calendar.Load(text)!.Events.Single();
        read.Attendees.Count.ShouldBe(1);
        read.Description.ShouldBe("Møte\nATTENDEE:mailto:ond@example.com\nBEGIN:VALARM\nx");
    }

    [Fact]
    public void Commas_letters_and_long_lines_come_through()
    {
        var title =
            "Sårbare pasienter, kø; og \\ «ærlige» samtaler 👩‍⚕️ "
            + string.Concat(Enumerable.Repeat("blåbærøl ", 20)).Trim();
        var text = Text(CalendarMethod.Publish, Meeting with { Title = title, Description = "a\nb, c; d" });

        Encoding
            .UTF8.GetBytes(text)
            .AsEnumerable()
            .Aggregate(
                (Longest: 0, Now: 0),
                (sum, sign) => sign == '\n' ? (Math.Max(sum.Longest, sum.Now), 0) : (sum.Longest, sum.Now + 1)
            )
            .Longest.ShouldBeLessThan(300);
        var read = Ical.Net.Calendar.Load(text)!.Events.Single();
        (read.Summary, read.Description).ShouldBe((title, "a\nb, c; d"));
    }

    [Fact]
    public void A_meeting_that_is_moved_or_called_off_stands_in_place_of_its_day()
    {
        var slot = Start.AddDays(35).AddHours(-1);
        var moved = Text(CalendarMethod.Request, Meeting with { InPlaceOf = slot, StartsAt = slot.AddDays(1) });
        var off = Text(CalendarMethod.Cancel, Meeting with { InPlaceOf = slot, StartsAt = slot, IsCanceled = true });

        moved.ShouldContain("RECURRENCE-ID;TZID=Europe/Oslo:20260407T090000\r\n");
        moved.ShouldContain("DTSTART;TZID=Europe/Oslo:20260408T090000\r\n");
        off.ShouldContain("METHOD:CANCEL\r\n");
        off.ShouldContain("STATUS:CANCELLED\r\n");
    }

    [Fact]
    public void The_end_of_a_rule_stands_in_utc_beside_times_of_a_zone() =>
        Text(CalendarMethod.Request, Meeting with { Rule = "FREQ=DAILY;UNTIL=20260310" })
            .ShouldContain("RRULE:FREQ=DAILY;UNTIL=20260310T225959Z\r\n");

    [Fact]
    public void An_empty_calendar_is_a_calendar()
    {
        var text = Encoding.UTF8.GetString(
            CalendarWriter.Write(new CalendarFile(CalendarMethod.Publish, "Endre", Oslo, []))
        );

        Ical.Net.Calendar.Load(text)!.Events.ShouldBeEmpty();
        text.ShouldContain("X-WR-CALNAME:Endre\r\n");
    }

    [Fact]
    public void Where_there_is_no_such_zone_times_are_utc()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Endre/Ingensteds", TimeSpan.FromHours(1), "x", "x");
        var file = new CalendarFile(CalendarMethod.Publish, "Endre", zone, [Meeting]);

        Encoding.UTF8.GetString(CalendarWriter.Write(file)).ShouldContain("DTSTART:20260303T080000Z\r\n");
    }

    private static CalendarEntry Meeting =>
        new()
        {
            Uid = "1@endre",
            Sequence = 2,
            StampedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            StartsAt = Start,
            Minutes = 45,
            Title = "Forbedringsmøte",
            Place = "Møterom 2",
            VideoLink = "https://video.example/rom",
            Page = "https://endre.example/moter/1",
        };

    private static string Text(CalendarMethod method, params CalendarEntry[] entries) =>
        Encoding.UTF8.GetString(CalendarWriter.Write(new CalendarFile(method, "Endre", Oslo, entries)));

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);
}

using Endre.Domain.ActionItems;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Meetings.Routines;
using Endre.Domain.Meetings.Series;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Routines;
using Endre.Storage.Organizations;
using Endre.Web.Features.Demo;
using Endre.Web.Hosting;
using Endre.Web.Meetings;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings.DemoMeetings;

/// <summary>
/// Two meetings of the home care in Fjordvik: one that was held four weeks ago, with what came of it, and one that is to
/// come on the next working day, whose agenda has made itself.
/// </summary>
internal sealed class DemoMeetings(
    EndreContext database,
    ReadMeetingUnit units,
    Settings settings,
    TimeProvider clock,
    Formats formats
) : IDemoPart
{
    /// <summary>The one that was held.</summary>
    public static readonly Guid Earlier = new("0197e000-0000-7000-8000-00000000c0de");

    /// <summary>The one to come.</summary>
    public static readonly Guid Coming = new("0197e000-0000-7000-8000-00000000c0df");

    private const int DaysAgo = 28;

    // When the home care can sit down: after the morning round.
    private static readonly TimeOnly Hour = new(13, 0);

    public int Order => 60;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (await database.Meetings.AnyAsync(row => row.Id == Coming, ct))
        {
            return [];
        }
        var unit = demo.Unit(DemoUnits.HomeCare).Id;
        var now = clock.GetUtcNow();
        var today = formats.Day(now);
        var before = At(RedDays.NextWorkingDay(today.AddDays(-DaysAgo - 1)));
        await PlanAsync(Earlier, "Forbedringsmøte", unit, before, demo, ct);
        await HoldAsync(unit, demo, before, ct);
        await PlanAsync(Coming, "Forbedringsmøte", unit, At(RedDays.NextWorkingDay(today)), demo, ct);
        var employee = new MeetingRecords.Hand(demo.Employee.Id, now);
        await DoAsync(
            Coming,
            new AddMatter(
                Of(Coming, "biler"),
                "Hvem tar bilene til service før påske?",
                Minutes: null,
                demo.Employee.Id
            ),
            employee,
            ct
        );
        return [];
    }

    private async Task PlanAsync(
        Guid id,
        string title,
        Guid unit,
        DateTimeOffset start,
        DemoMunicipality demo,
        CancellationToken ct
    )
    {
        var hand = new MeetingRecords.Hand(demo.Leader.Id, start.AddDays(-7));
        Check(
            await database.PlanMeetingAsync(
                new PlanMeeting(id, unit, Series: null, title, start, Minutes: 20, "Møterommet på basen", ""),
                hand,
                ct
            )
        );
        if (await units.FindAsync(await database.ReadUnitTreeAsync(ct), unit, ct) is not { } whole)
        {
            return;
        }
        foreach (var (person, _, _) in await units.PeopleAsync(whole, ct))
        {
            var seat = DerivedId.Of(id, person.ToByteArray());
            await DoAsync(id, new Invite(seat, person, Name: null, AttendeeRole.Member), hand, ct);
        }
        var caretaker = demo.Person(DemoPeople.Caretaker).Id;
        await DoAsync(id, new Invite(Of(id, "gjest"), caretaker, Name: null, AttendeeRole.Guest), hand, ct);
    }

    private async Task HoldAsync(Guid unit, DemoMunicipality demo, DateTimeOffset at, CancellationToken ct)
    {
        var hand = new MeetingRecords.Hand(demo.Leader.Id, at);
        var (keys, report, planning) = (Of(Earlier, "nokler"), Of(Earlier, "rapport"), Of(Earlier, "som-for"));
        var agenda = AgendaTimes.Spread(
            [
                new Matter(keys, MatterKind.Own, "Nøklene til garasjen", null, null),
                new Matter(report, MatterKind.Own, "Rapporten ved vaktskiftet tar for lang tid", null, null),
                new Matter(planning, MatterKind.Planning, "Som før?", null, null),
            ],
            20
        );
        await DoAsync(Earlier, new BeginMeeting(demo.Leader.Id) { Agenda = agenda }, hand, ct);
        await DoAsync(Earlier, new WriteText(keys, "Alle må vite hvor nøklene er når vakta begynner.", ""), hand, ct);
        await DoAsync(
            Earlier,
            new DecideInMeeting(Of(Earlier, "vedtak"), keys, "Nøklene henger i skapet på basen, ikke i bilene."),
            hand,
            ct
        );
        var today = formats.Day(at);
        var item = new MakeActionItem(
            Of(Earlier, "tiltak"),
            unit,
            "Henge opp nøkkelskap på basen",
            "Måle opp veggen ved vaktrommet",
            demo.Employee.Id,
            today.AddDays(10),
            IsSmall: true
        );
        var acting = new ActionItemRecords.Hand(demo.Leader.Id, at, today);
        Check(await database.MakeActionItemInMeetingAsync(Earlier, keys, item, acting, ct));
        await DoAsync(Earlier, new TickMatter(keys), hand, ct);
        await DoAsync(Earlier, new PickMatter(planning), hand, ct);
        var occasion = new RoutineRecords.Occasion(Earlier, today);
        foreach (
            var text in new[]
            {
                "Nattevakten fyller drivstoff på bilene før kl. 6.",
                "Vi bytter vakter oss imellom, og sier fra til Máret etterpå.",
            }
        )
        {
            Check(await database.AddRoutineAsync(new AddRoutine(Of(Earlier, text), unit, text), occasion, ct));
        }
        await DoAsync(Earlier, new TickMatter(planning), hand, ct);
        await DoAsync(Earlier, new MarkRestPresent(), hand, ct);
        await DoAsync(Earlier, new EndMeeting(), hand with { At = at.AddMinutes(22) }, ct);
        var later = at.AddDays(8);
        Check(
            await database.DoWithActionItemAsync(
                item.Id,
                new FinishActionItem("Skapet henger ved vaktrommet, med en krok til hver bil."),
                new ActionItemRecords.Hand(demo.Employee.Id, later, formats.Day(later)),
                ct
            )
        );
    }

    private DateTimeOffset At(DateOnly day) => WallClock.ToInstant(day, Hour, settings.TimeZone);

    private async Task DoAsync(Guid id, MeetingCommand command, MeetingRecords.Hand hand, CancellationToken ct) =>
        Check(await database.DoWithMeetingAsync(id, command, hand, ct));

    private static Guid Of(Guid meeting, string what) =>
        DerivedId.Of(meeting, System.Text.Encoding.UTF8.GetBytes(what));

    private static void Check(Refusal? refused)
    {
        if (refused is not null)
        {
            throw new InvalidOperationException($"The demo's meeting is refused: {refused.Reason}.");
        }
    }
}

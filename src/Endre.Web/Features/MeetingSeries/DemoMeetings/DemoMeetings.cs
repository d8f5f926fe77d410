using Endre.Domain.Meetings.Series;
using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.DemoMeetings;

/// <summary>Fjordvik meets: home care every month, with the caretaker as its guest, and the nursing home every other week.</summary>
internal sealed class DemoMeetings(EndreContext database, SeriesTime time) : IDemoPart
{
    // Before those that put something on the agenda.
    public int Order => 45;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (await database.MeetingSeries.AnyAsync(ct))
        {
            return [];
        }
        var caretaker = demo.Person(DemoPeople.Caretaker).Id;
        var monthly = new SeriesForm(
            "Forbedringsmøte",
            Rule: null,
            // The one on the next working day is a meeting alone.
            RedDays.NextWorkingDay(NextWorkingDay(1).AddDays(2)),
            new TimeOnly(13, 0),
            30,
            "Møterommet på basen",
            "https://video.fjordvik.example/hjemmetjenesten",
            IncludesUnder: true,
            ConcernsWork: false
        );
        var care = await BeginAsync(
            demo.Unit(DemoUnits.HomeCare).Id,
            monthly with
            {
                Rule = RhythmRule.Of(Rhythm.MonthlyByWeekday, monthly.FirstOn!.Value),
            },
            demo.Leader.Id,
            ct
        );
        var guest = new SeriesGuest(Guid.CreateVersion7(), caretaker, "", "");
        Check(await database.DoWithSeriesAsync(care, new AddGuest(guest), time.Clock(), time.Hand(demo.Leader.Id), ct));
        var board = monthly with
        {
            Title = "Tavlemøte",
            FirstOn = NextWorkingDay(2),
            Time = new TimeOnly(8, 15),
            Minutes = 20,
            Place = "Ved tavla",
            VideoLink = "",
            IncludesUnder = false,
        };
        await BeginAsync(
            demo.Unit(DemoUnits.NursingHome).Id,
            board with
            {
                Rule = RhythmRule.Of(Rhythm.Fortnightly, board.FirstOn!.Value),
            },
            demo.Person("Kari Lindvik").Id,
            ct
        );
        return [];
    }

    private async Task<Guid> BeginAsync(Guid unit, SeriesForm form, Guid leader, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        Check(await database.BeginSeriesAsync(new BeginSeries(id, unit, form), time.Clock(), time.Hand(leader), ct));
        return id;
    }

    private DateOnly NextWorkingDay(int daysAhead) => RedDays.NextWorkingDay(time.Today.AddDays(daysAhead - 1));

    private static void Check(SeriesAnswer answer)
    {
        if (answer.Refusal is { } refused)
        {
            throw new InvalidOperationException($"The demo's series is refused: {refused.Reason}.");
        }
    }
}

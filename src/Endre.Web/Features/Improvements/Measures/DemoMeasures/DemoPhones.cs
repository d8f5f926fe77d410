using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Access;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Improvements.DemoImprovements;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Measures.DemoMeasures;

/// <summary>
/// What the caretakers count through their three rounds: calls in the middle of a job, each working day, and how long what is
/// urgent takes, each time it happens, so that fewer calls do not cost somebody else.
/// </summary>
internal sealed class DemoPhones(EndreContext database, DemoTrials trials) : IDemoPart
{
    private const int Begun = 48;
    private const string Phones = "Telefoner midt i en jobb";
    private const string Urgent = "Ventetid når noe haster";

    private static readonly int[] Before = [9, 7, 10, 6, 8, 11, 7, 9, 6, 10, 7, 9];
    private static readonly int[] Since =
    [
        8,
        6,
        7,
        6,
        5,
        6,
        5,
        4,
        5,
        4,
        3,
        5,
        4,
        3,
        4,
        5,
        3,
        4,
        3,
        2,
        3,
        4,
        3,
        3,
        2,
        3,
        3,
        2,
        4,
        3,
        2,
        3,
        3,
        2,
        3,
    ];

    // Days ago, time of the day, minutes.
    private static readonly (int Ago, int Hour, int Minute, int Took)[] Waits =
    [
        (62, 9, 10, 35),
        (59, 13, 40, 20),
        (55, 8, 5, 50),
        (51, 10, 30, 25),
        (47, 9, 0, 40),
        (41, 8, 20, 30),
        (41, 14, 15, 45),
        (36, 11, 0, 20),
        (30, 9, 45, 35),
        (24, 12, 10, 25),
        (17, 8, 30, 40),
        (17, 13, 5, 30),
        (9, 10, 20, 20),
        (3, 9, 35, 35),
    ];

    public int Order => 44;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var caretaker = demo.Person(DemoPeople.Caretaker).Id;
        if (
            await database.Improvements.AsNoTracking().FirstOrDefaultAsync(row => row.OwnerId == caretaker, ct)
                is not { } row
            || await database.Measures.AnyAsync(measure => measure.ImprovementId == row.Id, ct)
        )
        {
            return [];
        }
        var phones = await MakeAsync(
            row.Id,
            caretaker,
            new TypedWording(
                Phones,
                "Fra åtte til tre, når vi må legge fra oss det vi holder på med",
                "telefoner",
                "3",
                ""
            ),
            (MeasureKind.Outcome, MeasureType.Count, MeasureRhythm.Daily),
            ct
        );
        Add(phones, DaysBefore().Zip(Before));
        Add(phones, DaysSince().Zip(Since));
        var waits = await MakeAsync(
            row.Id,
            caretaker,
            new TypedWording(Urgent, "Fra basen melder det til noen er der", null, null, null),
            (MeasureKind.Balancing, MeasureType.Minutes, MeasureRhythm.PerEvent),
            ct
        );
        foreach (var (ago, hour, minute, took) in Waits)
        {
            Add(waits, trials.Day(ago), new TimeOnly(hour, minute), took);
        }
        await database.SaveChangesAsync(ct);
        var freeze = new FreezeBaseline(trials.Day(Begun + 1));
        DemoTrials.Check(await database.DoWithMeasureAsync(phones, freeze, trials.Hand(caretaker, Begun), ct));
        return [];
    }

    private async Task<Guid> MakeAsync(
        Guid improvement,
        Guid person,
        TypedWording wording,
        (MeasureKind Kind, MeasureType Type, MeasureRhythm Rhythm) what,
        CancellationToken ct
    )
    {
        var make = new Domain.Improvements.Measures.MakeMeasure(
            Guid.CreateVersion7(),
            improvement,
            wording,
            what.Kind,
            what.Type,
            what.Rhythm,
            IsUpBetter: false,
            SecretText.New()
        );
        DemoTrials.Check(await database.MakeMeasureAsync(make, trials.Hand(person, Begun + 20), ct));
        return make.Id;
    }

    private void Add(Guid measure, IEnumerable<(DateOnly Day, int Number)> numbers)
    {
        foreach (var (day, number) in numbers)
        {
            Add(measure, day, at: null, number);
        }
    }

    private void Add(Guid measure, DateOnly day, TimeOnly? at, int number) =>
        database.Add(MeasurementRow.Of(new Measurement(Guid.CreateVersion7(), measure, day, at, new Amount(number))));

    // The last working days before the first round.
    private IEnumerable<DateOnly> DaysBefore() =>
        Working(Enumerable.Range(Begun + 1, 30)).Take(Before.Length).Reverse();

    private IEnumerable<DateOnly> DaysSince() => Working(Enumerable.Range(1, Begun).Reverse());

    private IEnumerable<DateOnly> Working(IEnumerable<int> daysAgo) =>
        daysAgo.Select(trials.Day).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}

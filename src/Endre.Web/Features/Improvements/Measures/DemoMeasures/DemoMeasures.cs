using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Measures;
using Endre.Storage.Lineage;
using Endre.Web.Access;
using Endre.Web.Features.Demo;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Measures.DemoMeasures;

/// <summary>An improvement in Fjordvik that has been counted for 24 weeks, through two cycles.</summary>
internal sealed class DemoMeasures(EndreContext database, TimeProvider clock, Formats formats) : IDemoPart
{
    private const string Name = "Ganger nattevakten lette etter løfteheisen";

    // Twelve weeks before anything was tried, then two cycles.
    private static readonly int[] Searched =
    [
        9,
        12,
        7,
        11,
        8,
        13,
        10,
        7,
        12,
        9,
        11,
        8,
        7,
        9,
        8,
        6,
        5,
        7,
        4,
        5,
        3,
        4,
        2,
        3,
    ];

    private const int Before = 12;

    public int Order => 45;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var unit = demo.Unit(DemoUnits.NursingHome).Id;
        if (await database.Improvements.AnyAsync(row => row.UnitId == unit, ct))
        {
            return [];
        }
        var now = clock.GetUtcNow();
        var today = formats.Day(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = monday.AddDays(-7 * Searched.Length);
        var person = demo.Person("Kari Lindvik").Id;
        var hand = new Hand(person, now, today);
        var improvement = ImprovementOf(unit, person, first, today);
        database.Add(ImprovementRow.Of(improvement));
        database.Add(ImprovementEventRow.Of(1, new ImprovementStarted(improvement), improvement, hand));
        if (await database.Needs.FirstOrDefaultAsync(row => row.UnitId == unit, ct) is { } need)
        {
            var link = new LineageLink(
                new RecordReference(RecordKind.Need, need.Id),
                new RecordReference(RecordKind.Improvement, improvement.Id)
            );
            await database.LinkAsync(link, ct);
        }
        await database.SaveChangesAsync(ct);

        var measure = Guid.CreateVersion7();
        await database.MakeMeasureAsync(
            new Domain.Improvements.Measures.MakeMeasure(
                measure,
                improvement.Id,
                new TypedWording(
                    Name,
                    "Hver gang noen på natt måtte lete på en annen avdeling",
                    "ganger",
                    "3",
                    "under én gang annenhver natt"
                ),
                MeasureKind.Outcome,
                MeasureType.Count,
                MeasureRhythm.Weekly,
                IsUpBetter: false,
                SecretText.New()
            ),
            hand,
            ct
        );
        foreach (var (week, count) in Searched.Index())
        {
            database.Add(
                MeasurementRow.Of(
                    new Measurement(
                        Guid.CreateVersion7(),
                        measure,
                        first.AddDays(7 * week),
                        At: null,
                        new Amount(count)
                    )
                )
            );
        }
        await database.SaveChangesAsync(ct);
        var baseline = new FreezeBaseline(first.AddDays((7 * Before) - 1));
        await database.DoWithMeasureAsync(measure, baseline, hand, ct);
        return [];
    }

    private static Improvement ImprovementOf(Guid unit, Guid owner, DateOnly first, DateOnly today)
    {
        DateOnly Week(int week) => first.AddDays(7 * week);
        var tape = new Cycle(
            1,
            new CyclePlan(
                "Merke én plass til heisen med teip",
                "Nattevakten finner heisen fem av sju netter",
                Week(Before + 4)
            ),
            Week(Before),
            new CycleDone("Plassen ble merket på to avdelinger", "Vikarene visste ikke om den", Week(Before + 4)),
            new CycleStudy(Verdict.Partly, "De faste bruker plassen, vikarene gjør ikke", Week(Before + 4)),
            new CycleEnding(CycleAct.Adapt, "Vikarene må få vite om plassen", Week(Before + 4))
        );
        var sign = new Cycle(
            2,
            new CyclePlan("Skilt ved plassen og en linje i vaktboka", "Høyst tre leter i uka", today.AddDays(10)),
            Week(Before + 5),
            Done: null,
            Study: null,
            Ending: null
        );
        return new Improvement(
            Guid.CreateVersion7(),
            unit,
            "Fast plass til løfteheisen",
            ImprovementSize.Pdca,
            owner,
            ImprovementState.Ongoing,
            new Aim("Høyst tre letinger i uka", today.AddDays(40), "Nattevakten setter en strek hver gang"),
            AcceptableError: "",
            [tape, sign],
            Ending: null
        );
    }
}

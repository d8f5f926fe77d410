using System.Collections.Immutable;
using Endre.Domain.Improvements.Drivers;
using Endre.Storage;
using Endre.Storage.Improvements.Drivers;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Improvements.DemoImprovements;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Drivers;

/// <summary>What it takes for the hoist to be found: drawn by those who counted how often they looked for it.</summary>
internal sealed class DemoDrivers(EndreContext database, DemoTrials trials) : IDemoPart
{
    public int Order => 47;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var unit = demo.Unit(DemoUnits.NursingHome).Id;
        var counted = await database
            .Improvements.Where(row => row.UnitId == unit)
            .Join(database.Measures, row => row.Id, measure => measure.ImprovementId, (_, measure) => measure)
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
        if (counted is null || await database.DriverDiagrams.AnyAsync(ct))
        {
            return [];
        }
        var (place, known) = (New(), New());
        var (marked, back, told) = (New(), New(), New());
        AddDriver[] drawn =
        [
            new(place, DriverKind.Primary, "Heisen har en fast plass", "", [], counted.Id),
            new(
                known,
                DriverKind.Primary,
                "Alle på vakt vet hvor plassen er",
                "Vikarer som svarer rett i vaktskiftet",
                []
            ),
            new(marked, DriverKind.Secondary, "Plassen er merket på hver avdeling", "", [place]),
            new(back, DriverKind.Secondary, "Heisen settes tilbake etter bruk", "Heiser på plass klokka sju", [place]),
            new(told, DriverKind.Secondary, "Vikarene får vite om plassen", "", [known]),
            Idea("Teip på gulvet", marked),
            Idea("Skilt på veggen ved plassen", marked, told),
            Idea("Lade heisen der den skal stå", back),
            Idea("En linje i vaktboka", told),
        ];
        foreach (var driver in drawn)
        {
            var hand = trials.Hand(demo.Person("Kari Lindvik").Id, 60);
            DemoTrials.Check(await database.DrawDriversAsync(counted.ImprovementId, driver, hand, ct));
        }
        return [];
    }

    private static AddDriver Idea(string text, params ImmutableList<Guid> serves) =>
        new(New(), DriverKind.Idea, text, "", serves);

    private static Guid New() => Guid.CreateVersion7();
}

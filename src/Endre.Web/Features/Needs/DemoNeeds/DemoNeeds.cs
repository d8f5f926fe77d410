using Endre.Domain.Needs;
using Endre.Storage;
using Endre.Storage.Needs;
using Endre.Web.Features.Demo;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.DemoNeeds;

/// <summary>Two needs in Fjordvik: one that has been worked with all the way, one that has just been stated.</summary>
internal sealed class DemoNeeds(EndreContext database, TimeProvider clock, Formats formats) : IDemoPart
{
    public int Order => 30;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (!await database.Needs.AnyAsync(ct))
        {
            await HoistAsync(demo, ct);
            await KeysAsync(demo, ct);
        }
        return [];
    }

    private async Task HoistAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var unit = demo.Unit(DemoUnits.NursingHome).Id;
        var hassle = await HassleAsync(unit, "Løfteheisen", ct);
        var need = Guid.CreateVersion7();
        var person = demo.Person("Kari Lindvik").Id;
        var (place, bell, search, shared, placeless, repair) = (New(), New(), New(), New(), New(), New());
        var today = formats.Day(clock.GetUtcNow());
        await database.StateNeedAsync(
            new Domain.Needs.StateNeed(
                need,
                unit,
                "Nattevaktene",
                "å finne løfteheisen med en gang",
                "i dag leter de på fire avdelinger, og pasienter venter",
                hassle is { } id ? [id] : []
            ),
            [],
            new NeedRecords.Hand(person, clock.GetUtcNow().AddDays(-14)),
            ct
        );
        NeedCommand[] acts =
        [
            new AnswerWhy(search, null, "Heisen står der den sist ble brukt", null, "routines"),
            new AnswerWhy(placeless, search, "Ingen plass er heisens plass", null, "rooms"),
            new AnswerWhy(shared, null, "Fire avdelinger deler to heiser", null, "equipment"),
            new AnswerWhy(repair, shared, "Den tredje står til reparasjon, og ingen purrer", null, "frames"),
            new JudgeCause(
                placeless,
                "Ingen plass er heisens plass",
                Influence.Yes,
                "Så på alle fire avdelingene i uke 9",
                true
            ),
            new JudgeCause(repair, "Den tredje står til reparasjon, og ingen purrer", Influence.Partly, "", false),
            new CloseDiamond(Diamond.Need),
            new WriteSolution(place, "Fast plass merket på gulvet på hver avdeling"),
            new WriteSolution(bell, "Bjelle på heisen"),
            new ChooseSolution(place, IsChosen: true),
            new CloseDiamond(Diamond.Solution),
        ];
        foreach (var act in hassle is { } leaf ? acts.Prepend(new AnswerWhy(New(), null, null, leaf, null)) : acts)
        {
            await DoAsync(need, act, person, daysAgo: 10, ct);
        }
        var test = New();
        await DoAsync(
            need,
            new PlanTest(
                test,
                place,
                "Merk én plass med tape, og spør Fatima hver morgen om hun fant heisen",
                "Fatima på nattevakt",
                1,
                "Hun finner den fem av sju netter",
                today.AddDays(-7)
            ),
            person,
            daysAgo: 8,
            ct
        );
        await DoAsync(
            need,
            new TellTest(
                test,
                "Seks av sju. Én gang sto den i dusjen.",
                "Dusjen trenger også en plass.",
                NextStep.Adjust
            ),
            person,
            daysAgo: 1,
            ct
        );
        await DoAsync(
            need,
            new DescribeSheet(
                "Nattevaktene leter etter heisen",
                "Alle finner heisen på under ett minutt",
                "Måler i en uke nå, og en uke om tre måneder"
            ),
            person,
            daysAgo: 1,
            ct
        );
        await DoAsync(
            need,
            new WritePlanLine(New(), "Merke plass på alle fire avdelingene", "Fatima", today.AddDays(7), IsDone: false),
            person,
            daysAgo: 1,
            ct
        );
    }

    private async Task KeysAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var unit = demo.Unit(DemoUnits.HomeCareNorth).Id;
        var hassle = await HassleAsync(unit, "Nøklene til Sørenga", ct);
        await database.StateNeedAsync(
            new Domain.Needs.StateNeed(
                New(),
                unit,
                "De som kjører til Sørenga",
                "å ha nøklene der de begynner dagen",
                "de kjører 12 km hver morgen for å hente dem",
                hassle is { } id ? [id] : []
            ),
            [],
            new NeedRecords.Hand(demo.Leader.Id, clock.GetUtcNow().AddDays(-3)),
            ct
        );
    }

    private async Task<Guid?> HassleAsync(Guid unit, string beginning, CancellationToken ct) =>
        await database
            .Hassles.Where(row => row.UnitId == unit && row.Text.StartsWith(beginning))
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(ct);

    private async Task DoAsync(Guid need, NeedCommand act, Guid person, int daysAgo, CancellationToken ct)
    {
        var hand = new NeedRecords.Hand(person, clock.GetUtcNow().AddDays(-daysAgo));
        if (await database.DoWithNeedAsync(need, act, hand, ct) is { } refusal)
        {
            throw new InvalidOperationException($"The demo's need refuses {act.GetType().Name}: {refusal.Reason}.");
        }
    }

    private static Guid New() => Guid.CreateVersion7();
}

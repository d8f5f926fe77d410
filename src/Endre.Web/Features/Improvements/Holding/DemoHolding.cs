using System.Collections.Immutable;
using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Holding;
using Endre.Storage;
using Endre.Storage.Improvements.Holding;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Improvements.DemoImprovements;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>What Fjordvik has adopted: one still in use after three months, one about which it is asked now, one that is new.</summary>
internal sealed class DemoHolding(EndreContext database, DemoTrials trials) : IDemoPart
{
    public int Order => 46;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (!await database.HeldRoutines.AnyAsync(ct))
        {
            await BinderAsync(demo, ct);
            await ListAsync(demo, ct);
            await BagAsync(demo, ct);
        }
        return [];
    }

    private async Task BinderAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var head = demo.Person("Anders Hovland").Id;
        var id = await trials.StartAsync(
            demo.Unit(DemoUnits.School).Id,
            "Én perm til vikarene på kontoret",
            "Vikarene er i klasserommet til timen begynner",
            head,
            (150, 14),
            ct
        );
        await AdoptAsync(
            id,
            head,
            (149, 136),
            "Ni av ti vikarer rakk timen, mot seks før.",
            "Timeplan og kart er det de ser etter. Resten kan stå bak.",
            ct
        );
        await DoAsync(
            id,
            head,
            135,
            new AgreeOnRoutine("Vikaren får permen på kontoret", head, "Kontoret og alle trinnlederne"),
            ct
        );
        await DoAsync(
            id,
            head,
            120,
            new CheckSustain(
                ImmutableSortedDictionary.CreateRange([
                    KeyValuePair.Create(SustainFactor.Benefits, SustainAnswer.Yes),
                    KeyValuePair.Create(SustainFactor.Credibility, SustainAnswer.Yes),
                    KeyValuePair.Create(SustainFactor.Monitoring, SustainAnswer.Partly),
                    KeyValuePair.Create(SustainFactor.Involvement, SustainAnswer.Yes),
                    KeyValuePair.Create(SustainFactor.SeniorLeaders, SustainAnswer.Yes),
                    KeyValuePair.Create(SustainFactor.Infrastructure, SustainAnswer.No),
                ])
            ),
            ct
        );
        await DoAsync(id, head, 40, new CheckUse(3, InUse.Used, "Vi bytter timeplanen i permen hver mandag."), ct);
    }

    private async Task ListAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var leader = demo.Leader.Id;
        var id = await trials.StartAsync(
            demo.Unit(DemoUnits.HomeCare).Id,
            "Medisinlista på innsiden av skapdøra",
            "Ingen ringer for å spørre om dosen",
            leader,
            (112, 14),
            ct
        );
        await AdoptAsync(
            id,
            leader,
            (111, 97),
            "Én telefon på to uker, mot tre i uka før.",
            "Lista må byttes samme dag som dosen endres.",
            ct
        );
        await DoAsync(
            id,
            leader,
            96,
            new AgreeOnRoutine(
                "Lista henger på innsiden av skapdøra",
                leader,
                "Alle på dag og kveld, ikke nattpatruljen"
            ),
            ct
        );
    }

    private async Task BagAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var adopted = StoredWord.Of(ImprovementState.Adopted);
        var unit = demo.Unit(DemoUnits.HomeCareNorth).Id;
        var bag = await database
            .Improvements.AsNoTracking()
            .Where(row => row.UnitId == unit && row.State == adopted)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(ct);
        if (bag is { } id)
        {
            var routine = new AgreeOnRoutine("Sekken pakkes kvelden før", demo.Leader.Id, "Alle i Team nord");
            await DoAsync(id, demo.Leader.Id, 55, routine, ct);
        }
    }

    private async Task AdoptAsync(
        Guid id,
        Guid person,
        (int Begun, int Ended) ago,
        string happened,
        string learned,
        CancellationToken ct
    )
    {
        await trials.DoAsync(id, person, ago.Begun, ct, new BeginCycle(1));
        await trials.DoAsync(
            id,
            person,
            ago.Ended,
            ct,
            new TellCycle(1, happened, Deviations: null),
            new StudyCycle(1, Verdict.AsExpected, learned),
            new EndCycle(1, CycleAct.Adopt, "Det virker, og det koster ingenting")
        );
    }

    private async Task DoAsync(Guid id, Guid person, int daysAgo, HoldingCommand command, CancellationToken ct) =>
        DemoTrials.Check(await database.DoWithHeldRoutineAsync(id, command, trials.Hand(person, daysAgo), ct));
}

using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Features.Demo;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.DemoImprovements;

/// <summary>Three improvements in Fjordvik: the caretakers in their third round with home care, one that was adopted, one stopped with learning.</summary>
internal sealed class DemoImprovements(EndreContext database, TimeProvider clock, Formats formats) : IDemoPart
{
    // After the needs, before the meetings that look at what is due.
    public int Order => 42;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (await database.Improvements.AnyAsync(ct))
        {
            return [];
        }
        await PhonesAsync(demo, ct);
        await BagAsync(demo, ct);
        await StandingMeetingAsync(demo, ct);
        return [];
    }

    private async Task PhonesAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var caretaker = demo.Person(DemoPeople.Caretaker).Id;
        var phones = await StartAsync(
            demo.Unit(DemoUnits.HomeCare).Id,
            "Ringe basene klokka ti, i stedet for at de ringer vaktmesteren",
            "Halvparten så mange telefoner midt i en jobb",
            caretaker,
            (48, 7),
            ct
        );
        await DoAsync(
            phones,
            caretaker,
            48,
            ct,
            new PlanCycle(
                1,
                "Ringe basene klokka ti, i stedet for at de ringer vaktmesteren",
                "Halvparten så mange telefoner midt i en jobb",
                Day(41),
                "Holder det med én runde om dagen?",
                CycleScale.OnePerson,
                "Per Arne",
                "Team nord og Team sør",
                "Hele uka",
                "Telefoner mellom 8 og 15",
                "At noe som haster, venter til klokka ti én gang"
            ),
            new StateAim(
                "Høyst tre telefoner om dagen midt i en jobb",
                Day(-40),
                "Vi teller i vaktmesterboka hver dag"
            ),
            new BeginCycle(1)
        );
        await DoAsync(
            phones,
            caretaker,
            41,
            ct,
            new TellCycle(
                1,
                "Åtte telefoner om dagen ble til seks. Team nord ringte som før.",
                "Torsdag ble det ikke ringt"
            ),
            new StudyCycle(1, Verdict.Partly, "Team sør venter til vi ringer. Team nord har mest å melde før åtte."),
            new EndCycle(
                1,
                CycleAct.Adapt,
                "Klokka ti er for sent for Team nord",
                "Ringe Team nord klokka åtte og Team sør klokka ti",
                "Fire telefoner om dagen",
                Day(30)
            ),
            new BeginCycle(2)
        );
        await DoAsync(
            phones,
            caretaker,
            29,
            ct,
            new TellCycle(2, "Tre til fem telefoner om dagen i to uker.", Deviations: null),
            new StudyCycle(2, Verdict.AsExpected, "Riktig tid betyr mer enn hvor ofte vi ringer."),
            new EndCycle(
                2,
                CycleAct.Adapt,
                "Det virker for to team. Vi vil vite om de kan velge tiden selv.",
                "La hvert team velge sin tid, og henge den opp på basen",
                "Høyst tre telefoner om dagen",
                Day(0)
            )
        );
        await DoAsync(phones, caretaker, 21, ct, new BeginCycle(3));
    }

    private async Task BagAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var nurse = demo.Employee.Id;
        var bag = await StartAsync(
            demo.Unit(DemoUnits.HomeCareNorth).Id,
            "Pakke sårstellsekken kvelden før",
            "Ingen må kjøre tilbake til basen etter utstyr",
            nurse,
            (70, 14),
            ct
        );
        await DoAsync(bag, nurse, 69, ct, new BeginCycle(1));
        await DoAsync(
            bag,
            nurse,
            56,
            ct,
            new TellCycle(1, "To kjørte tilbake på to uker, mot sju før.", Deviations: null),
            new StudyCycle(1, Verdict.Partly, "Det som manglet, var alltid kompressene. De trenger en egen lomme."),
            new EndCycle(1, CycleAct.Adopt, "Det sparer hver av oss en halvtime i uka")
        );
    }

    private async Task StandingMeetingAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var leader = demo.Leader.Id;
        var handover = await StartAsync(
            demo.Unit(DemoUnits.HomeCareNorth).Id,
            "Stående rapport på ti minutter i vaktskiftet",
            "Kveldsvakten kommer ut døra et kvarter tidligere",
            leader,
            (40, 10),
            ct
        );
        await DoAsync(
            handover,
            leader,
            39,
            ct,
            new PlanCycle(
                1,
                "Stående rapport på ti minutter i vaktskiftet",
                "Kveldsvakten kommer ut døra et kvarter tidligere",
                Day(30),
                Scale: CycleScale.OneWeek,
                AcceptableError: "At noen må slå opp i journalen etterpå"
            ),
            new BeginCycle(1)
        );
        await DoAsync(
            handover,
            leader,
            31,
            ct,
            new TellCycle(1, "Rapporten tok tjue minutter, og to beskjeder ble glemt.", Deviations: null),
            new StudyCycle(
                1,
                Verdict.NotAsExpected,
                "Det er ikke stolene som tar tid. Vi leser opp det som står i journalen."
            ),
            new EndCycle(1, CycleAct.Abandon, "Vi begynner heller med hva som må sies høyt")
        );
    }

    /// <param name="days">How many days ago it was started, and how many days after that it was to be looked at.</param>
    private async Task<Guid> StartAsync(
        Guid unit,
        string trying,
        string prediction,
        Guid owner,
        (int Ago, int For) days,
        CancellationToken ct
    )
    {
        var id = Guid.CreateVersion7();
        var hand = Hand(owner, days.Ago);
        Check(
            (
                await database.StartImprovementAsync(
                    new Domain.Improvements.StartImprovement(
                        id,
                        unit,
                        trying,
                        prediction,
                        hand.Today.AddDays(days.For),
                        ImprovementSize.Pdca,
                        owner
                    ),
                    origin: null,
                    hand,
                    ct
                )
            )?.Reason
        );
        return id;
    }

    private async Task DoAsync(
        Guid id,
        Guid person,
        int daysAgo,
        CancellationToken ct,
        params IReadOnlyList<ImprovementCommand> commands
    )
    {
        foreach (var command in commands)
        {
            Check((await database.DoWithImprovementAsync(id, command, Hand(person, daysAgo), ct))?.Reason);
        }
    }

    /// <summary>The day so many days ago; ahead when it is less than none.</summary>
    private DateOnly Day(int ago) => formats.Day(clock.GetUtcNow().AddDays(-ago));

    private Hand Hand(Guid person, int daysAgo)
    {
        var then = clock.GetUtcNow().AddDays(-daysAgo);
        return new Hand(person, then, formats.Day(then));
    }

    private static void Check(string? refused)
    {
        if (refused is not null)
        {
            throw new InvalidOperationException($"The demo's improvement is refused: {refused}.");
        }
    }
}

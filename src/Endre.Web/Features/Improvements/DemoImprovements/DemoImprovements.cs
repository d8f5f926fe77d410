using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.DemoImprovements;

/// <summary>Three improvements in Fjordvik: the caretakers in their third round with home care, one that was adopted, one stopped with learning.</summary>
internal sealed class DemoImprovements(EndreContext database, DemoTrials trials) : IDemoPart
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
        var phones = await trials.StartAsync(
            demo.Unit(DemoUnits.HomeCare).Id,
            "Ringe basene klokka ti, i stedet for at de ringer vaktmesteren",
            "Halvparten så mange telefoner midt i en jobb",
            caretaker,
            (48, 7),
            ct
        );
        await trials.DoAsync(
            phones,
            caretaker,
            48,
            ct,
            new PlanCycle(
                1,
                "Ringe basene klokka ti, i stedet for at de ringer vaktmesteren",
                "Halvparten så mange telefoner midt i en jobb",
                trials.Day(41),
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
                trials.Day(-40),
                "Vi teller i vaktmesterboka hver dag"
            ),
            new BeginCycle(1)
        );
        await trials.DoAsync(
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
                trials.Day(30)
            ),
            new BeginCycle(2)
        );
        await trials.DoAsync(
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
                trials.Day(0)
            )
        );
        await trials.DoAsync(phones, caretaker, 21, ct, new BeginCycle(3));
    }

    private async Task BagAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var nurse = demo.Employee.Id;
        var bag = await trials.StartAsync(
            demo.Unit(DemoUnits.HomeCareNorth).Id,
            "Pakke sårstellsekken kvelden før",
            "Ingen må kjøre tilbake til basen etter utstyr",
            nurse,
            (70, 14),
            ct
        );
        await trials.DoAsync(bag, nurse, 69, ct, new BeginCycle(1));
        await trials.DoAsync(
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
        var handover = await trials.StartAsync(
            demo.Unit(DemoUnits.HomeCareNorth).Id,
            "Stående rapport på ti minutter i vaktskiftet",
            "Kveldsvakten kommer ut døra et kvarter tidligere",
            leader,
            (40, 10),
            ct
        );
        await trials.DoAsync(
            handover,
            leader,
            39,
            ct,
            new PlanCycle(
                1,
                "Stående rapport på ti minutter i vaktskiftet",
                "Kveldsvakten kommer ut døra et kvarter tidligere",
                trials.Day(30),
                Scale: CycleScale.OneWeek,
                AcceptableError: "At noen må slå opp i journalen etterpå"
            ),
            new BeginCycle(1)
        );
        await trials.DoAsync(
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
}

using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Voices;
using Endre.Storage;
using Endre.Storage.Improvements.Voices;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Improvements.DemoImprovements;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Voices;

/// <summary>Something in Fjordvik that changes the rota: the union has said what it means, the safety representative not yet.</summary>
internal sealed class DemoVoices(EndreContext database, DemoTrials trials) : IDemoPart
{
    public int Order => 46;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (await database.Consultations.AnyAsync(ct))
        {
            return [];
        }
        var owner = demo.Employee.Id;
        var id = await trials.StartAsync(
            demo.Unit(DemoUnits.HomeCareNorth).Id,
            "Begynne et kvarter senere på de lengste rutene",
            "Alle får spist før de kjører, og ingen kommer for sent",
            owner,
            (6, 24),
            ct
        );
        await trials.DoAsync(
            id,
            owner,
            6,
            ct,
            new PlanCycle(
                1,
                "Begynne et kvarter senere på de lengste rutene",
                "Alle får spist før de kjører, og ingen kommer for sent",
                trials.Day(-18),
                Question: "Kan et kvarter flyttes uten at noen venter på medisinen?",
                Scale: CycleScale.OneWeek,
                Who: "De to på rute 4 og 5",
                Where: "Team nord",
                When: "Én uke, når de tillitsvalgte har sagt sitt",
                Count: "Besøk som begynner mer enn ti minutter for sent",
                AcceptableError: "At ett besøk uten medisin blir ti minutter forsinket"
            )
        );
        var say = new Domain.Improvements.Voices.SayWorkEffect(WorkEffect.Yes, trials.Day(-5));
        DemoTrials.Check(await database.SayWorkEffectAsync(id, say, trials.Hand(owner, 6), ct));
        DemoTrials.Check(
            await database.GiveViewAsync(
                id,
                "Greit å prøve i en uke. Pausen skal stå, og de som har barn i barnehagen, velger selv om de er med.",
                trials.Hand(demo.Person(DemoPeople.FromTheEast).Id, 3),
                ct
            )
        );
        return [];
    }
}

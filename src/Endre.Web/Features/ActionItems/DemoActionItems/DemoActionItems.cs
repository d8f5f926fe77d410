using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Features.Demo;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.DemoActionItems;

/// <summary>Four action items in Fjordvik: on its way, past its day, waiting for «virket det?», and one that worked.</summary>
internal sealed class DemoActionItems(
    EndreContext database,
    TellOwner.TellOwner tell,
    TimeProvider clock,
    Formats formats
) : IDemoPart
{
    public int Order => 40;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (await database.ActionItems.AnyAsync(ct))
        {
            return [];
        }
        var north = demo.Unit(DemoUnits.HomeCareNorth).Id;
        var home = demo.Unit(DemoUnits.NursingHome).Id;
        var kari = demo.Person("Kari Lindvik").Id;
        var leader = demo.Leader.Id;
        var need = await database
            .Needs.Where(row => row.UnitId == home)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(ct);
        await MakeAsync(home, "Merke plassen til løfteheisen på alle fire avdelingene", kari, (10, 18), need, ct);
        await MakeAsync(
            home,
            "Spørre hjelpemiddelsentralen når den tredje heisen kommer tilbake",
            kari,
            (30, 9),
            need,
            ct
        );
        var food = await MakeAsync(north, "Avtale med kjøkkenet når maten kommer", leader, (5, 12), null, ct);
        // So that the first who looks has a message.
        await tell.AddAsync(food, by: Guid.Empty, ct);
        await database.SaveChangesAsync(ct);
        var list = await MakeAsync(
            north,
            "Henge opp liste over hvem som har vakttelefonen",
            leader,
            (45, 14),
            null,
            ct
        );
        await DoAsync(
            list,
            new FinishActionItem("Listen henger på vaktrommet, og nattevakten fyller den ut."),
            leader,
            20,
            ct
        );
        var keys = await MakeAsync(north, "Prøve nøkkelskap på Sørenga i en måned", leader, (90, 20), null, ct);
        await DoAsync(keys, new FinishActionItem("Skapet er på plass. Alle på kveldsvakt har koden."), leader, 60, ct);
        await DoAsync(keys, new CheckEffect(Effect.Yes, "Ingen har kjørt omveien siden uke 3"), leader, 30, ct);
        return [];
    }

    /// <param name="days">How many days ago it was made, and for how many days.</param>
    private async Task<Guid> MakeAsync(
        Guid unit,
        string what,
        Guid owner,
        (int Ago, int For) days,
        Guid? need,
        CancellationToken ct
    )
    {
        var id = Guid.CreateVersion7();
        var hand = Hand(owner, days.Ago);
        Check(
            (
                await database.MakeActionItemAsync(
                    new Domain.ActionItems.MakeActionItem(
                        id,
                        unit,
                        what,
                        FirstStep: null,
                        owner,
                        hand.Today.AddDays(days.For),
                        IsSmall: days.For < 15
                    ),
                    need is { } from ? new RecordReference(RecordKind.Need, from) : null,
                    hand,
                    ct
                )
            )?.Reason
        );
        return id;
    }

    private async Task DoAsync(Guid id, ActionItemCommand act, Guid person, int daysAgo, CancellationToken ct) =>
        Check((await database.DoWithActionItemAsync(id, act, Hand(person, daysAgo), ct))?.Reason);

    private ActionItemRecords.Hand Hand(Guid person, int daysAgo)
    {
        var then = clock.GetUtcNow().AddDays(-daysAgo);
        return new ActionItemRecords.Hand(person, then, formats.Day(then));
    }

    private static void Check(string? refused)
    {
        if (refused is not null)
        {
            throw new InvalidOperationException($"The demo's action item is refused: {refused}.");
        }
    }
}

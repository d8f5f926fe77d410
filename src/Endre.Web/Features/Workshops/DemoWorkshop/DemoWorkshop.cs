using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Storage;
using Endre.Storage.Workshops;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Templates;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.DemoWorkshop;

/// <summary>
/// Two workshops for the demo municipality: one that has been held, with what people wrote and what became of it, and
/// one that is ready to run.
/// </summary>
internal sealed class DemoWorkshop(EndreContext database, CreateWorkshop.CreateWorkshop create, TimeProvider clock)
    : IDemoPart
{
    public const string ReadyTitle = "Hvordan mobiliserer vi endringshodene? Fjordvik kommune";

    public int Order => 10;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var facilitator = new Facilitator(demo.Facilitator.Id, demo.Facilitator.DisplayName);
        await HoldAsync(facilitator, ct);
        return [$"join code: {await ReadyCodeAsync(facilitator, ct)}"];
    }

    private async Task HoldAsync(Facilitator facilitator, CancellationToken ct)
    {
        var held = HeldWorkshop.Read();
        if (await database.Workshops.AnyAsync(w => w.Title == held.Title, ct))
        {
            return;
        }
        var plan = ShippedTemplates.Find(ShippedTemplates.DefaultKey)!.ToPlan(withOptional: false);
        var (live, _) = await create.HandleAsync(held.Title, "nb", plan, held.Groups.Count, facilitator);
        await new HeldWorkshopPlay(live!, new Actor.Leader(facilitator.PersonId), clock).PlayAsync(held);
    }

    private async Task<string> ReadyCodeAsync(Facilitator facilitator, CancellationToken ct)
    {
        var ready = await database.Workshops.FirstOrDefaultAsync(
            w => w.Title == ReadyTitle && w.State == WorkshopRow.Open,
            ct
        );
        if (ready is not null)
        {
            return ready.Code;
        }
        var template = ShippedTemplates.Find(ShippedTemplates.DefaultKey)!;
        var (live, _) = await create.HandleAsync(
            ReadyTitle,
            "nb",
            template.ToPlan(withOptional: false),
            template.Groups,
            facilitator
        );
        return live!.State.Code;
    }
}

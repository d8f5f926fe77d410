using Endre.Domain.Needs;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Needs;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Features.Needs.ShowCauses;
using Endre.Web.Features.Needs.ShowFishbone;
using Endre.Web.Features.Needs.ShowNeed;
using Endre.Web.Features.Needs.ShowNeedSheet;
using Endre.Web.Hosting.Errors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.ChangeNeed;

/// <summary>Does one thing with a need, and shows the page it was done on.</summary>
internal sealed class ChangeNeed(EndreContext database, NeedSight sight, ReadNeed needs, TimeProvider clock)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, string act, ChangeNeed change) =>
        await change.DoAsync(
            id,
            act,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> DoAsync(Guid id, string act, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (
            await scope.FindAsync(database, id, ct) is not { } need
            || !scope.MayChange(need.UnitId)
            || NeedActs.Read(act, form) is not { } command
        )
        {
            return ErrorResult.NotFound;
        }
        if (command is TieHassles tie)
        {
            // Only what one sees oneself can be tied to a need.
            var seen = await scope
                .Hassles.In(database)
                .Where(row => tie.HassleIds.Contains(row.Id))
                .Select(row => row.Id)
                .ToListAsync(ct);
            command = new TieHassles([.. seen]);
        }
        var hand = new NeedRecords.Hand(scope.Hassles.PersonId, clock.GetUtcNow());
        var side = form.Text("side");
        var unclear = NeedActs.UnclearDay(form) is { } field ? new Refusal("PromiseMalformed", field) : null;
        if ((unclear ?? await database.DoWithNeedAsync(id, command, hand, ct)) is not { } refusal)
        {
            var place = form.Text("place") is { Length: > 0 and < 80 } anchor ? $"#{Uri.EscapeDataString(anchor)}" : "";
            return Page.SeeOther(NeedLinks.Side(id, side) + place);
        }
        return await AgainAsync(id, side, new Attempt(form.Text("form") ?? "", refusal, form), ct);
    }

    private async Task<IResult> AgainAsync(Guid id, string? side, Attempt attempt, CancellationToken ct)
    {
        if (await needs.FindAsync(id, attempt, ct) is not { } view)
        {
            return ErrorResult.NotFound;
        }
        return side switch
        {
            NeedLinks.CausesSide => Page.Refused<CausesPage>(new { View = view }),
            NeedLinks.FishboneSide => Page.Refused<FishbonePage>(new { View = view }),
            NeedLinks.SheetSide => Page.Refused<SheetPage>(
                new { View = view, Counts = await needs.CountAsync(view.Need, ct) }
            ),
            _ => Page.Refused<ShowNeedPage>(new { View = view }),
        };
    }
}

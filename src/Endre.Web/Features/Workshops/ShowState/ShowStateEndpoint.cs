using Endre.Storage;
using Endre.Storage.Workshops;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.ShowState;

/// <summary><c>GET /api/v1/workshops/{id}</c> and the list of one's own.</summary>
internal static class ShowStateEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, TimeProvider clock)
    {
        if (await WorkshopScope.FindAsync(context, id) is not { } scope)
        {
            return ApiAccess.Stranger(context);
        }
        var shown = ShownWorkshop.Of(scope.Sight, scope.Live.Feeds, Language.Current.Code, clock.GetUtcNow());
        return Results.Json(shown, WorkshopEventJson.Shown);
    }

    public static async Task<IResult> ListAsync(EndreContext database, CurrentPerson person, CancellationToken ct)
    {
        var items = await database
            .Workshops.AsNoTracking()
            .VisibleTo(person)
            .OrderByDescending(w => w.CreatedAt)
            .Take(200)
            .Select(w => new Item(w.Id, w.Code, w.Title, w.State))
            .ToListAsync(ct);
        return Results.Ok(new Listed(items));
    }

    internal sealed record Listed(IReadOnlyList<Item> Items);

    internal sealed record Item(Guid WorkshopId, string Code, string Title, string State);
}

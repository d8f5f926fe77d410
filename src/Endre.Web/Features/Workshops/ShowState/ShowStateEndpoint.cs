using Endre.Storage;
using Endre.Storage.Workshops;
using Endre.Web.Access;
using Endre.Web.Texts;

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

    public static async Task<IResult> ListAsync(
        LedWorkshops workshops,
        EndreContext database,
        CurrentPerson person,
        CancellationToken ct
    )
    {
        var rows = await workshops.OfAsync(person, database, ct);
        var newestFirst = rows.OrderByDescending(w => w.CreatedAt);
        return Results.Ok(new Listed([.. newestFirst.Select(w => new Item(w.Id, w.Code, w.Title, w.State))]));
    }

    internal sealed record Listed(IReadOnlyList<Item> Items);

    internal sealed record Item(Guid WorkshopId, string Code, string Title, string State);
}

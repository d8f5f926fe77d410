using Endre.Web.Access;
using Endre.Web.Features.Hassles.SayHassle;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.KeepPlaces;

/// <summary>Places of units, and the sheets with their codes.</summary>
internal static class PlaceRoutes
{
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services
            .AddScoped<PlaceKeepers>()
            .AddScoped<KeepPlaces>()
            .AddScoped<ChangePlace>()
            .AddScoped<PrintPlaces.PrintPlaces>()
            .AddScoped<ReadWhere>()
            .AddScoped<ReadSayPlace>()
            .AddScoped<IUnitLinks, PlaceUnitLinks>();

    public static void MapPlaces(this IEndpointRouteBuilder pages)
    {
        // PlaceKeepers decides which units: those one answers for, or all for an administrator.
        var kept = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        kept.MapGet(PlaceLinks.Route, KeepPlaces.ShowAsync);
        kept.MapPost(PlaceLinks.Route, KeepPlaces.MakeAsync);
        kept.MapPost(PlaceLinks.RetireRoute, ChangePlace.RetireAsync);
        kept.MapPost(PlaceLinks.BringBackRoute, ChangePlace.BringBackAsync);
        kept.MapGet(PlaceLinks.OneRoute, ChangePlace.ShowAsync);
        kept.MapPost(PlaceLinks.OneRoute, ChangePlace.HandleAsync);
        kept.MapGet(PlaceLinks.SheetsRoute, PrintPlaces.PrintPlaces.HandleAsync);
    }

    // On the page of a unit, for those who keep its places.
    private sealed class PlaceUnitLinks(PlaceKeepers keepers, Texts<PlaceTexts> texts) : IUnitLinks
    {
        public async Task<IReadOnlyList<UnitLink>> OfAsync(Guid unitId, CancellationToken ct) =>
            await keepers.UnitAsync(unitId, ct) is not null
                ? [new UnitLink(PlaceLinks.Of(unitId), texts["Title"])]
                : [];
    }
}

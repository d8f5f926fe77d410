using Endre.Storage.Needs;
using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Needs.SearchNeeds;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Features.Needs.ShowNeedSheet;
using Endre.Web.Lineage;
using Endre.Web.Searching;

namespace Endre.Web.Features.Needs;

/// <summary>Behov: stated before any solution, worked with Behov–Løsning–Test, with the causes found on the way.</summary>
public static class NeedFeature
{
    public static IServiceCollection AddNeeds(this IServiceCollection services) =>
        services
            .AddScoped<NeedSight>()
            .AddScoped<ReadNeed>()
            .AddScoped<ListNeeds.ListNeeds>()
            .AddScoped<StateNeed.StateNeed>()
            .AddScoped<ShowNeed.ShowNeed>()
            .AddScoped<SheetFigures>()
            .AddScoped<SheetPages>()
            .AddScoped<ChangeNeed.ChangeNeed>()
            .AddScoped<ILineageArea, NeedLineage>()
            .AddScoped<IPersonalData, EraseNames.EraseNeedNames>()
            .AddRowIndex<NeedIndex, NeedRow>()
            .AddScoped<ISearched, SearchNeeds.SearchNeeds>()
            .AddScoped<Demo.IDemoPart, DemoNeeds.DemoNeeds>()
            .AddNavigation<NeedTexts>(7, NeedLinks.List, "Navigation", person => person.IsSignedIn);

    public static IEndpointRouteBuilder MapNeeds(this IEndpointRouteBuilder pages)
    {
        // NeedSight decides which ones: by what the person is in which unit.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(NeedLinks.List, ListNeeds.ListNeeds.HandleAsync);
        seen.MapGet(NeedLinks.New, StateNeed.StateNeed.ShowAsync);
        seen.MapPost(NeedLinks.New, StateNeed.StateNeed.HandleAsync);
        seen.MapGet(NeedLinks.OneRoute, ShowNeed.ShowNeed.HandleAsync);
        seen.MapGet(NeedLinks.CausesRoute, ShowCauses.ShowCauses.HandleAsync);
        seen.MapGet(NeedLinks.FishboneRoute, ShowFishbone.ShowFishbone.HandleAsync);
        seen.MapGet(NeedLinks.SheetRoute, SheetPages.ShowAsync);
        seen.MapGet(NeedLinks.FileRoute, SheetPages.DownloadAsync);
        seen.MapPost(NeedLinks.ActRoute, ChangeNeed.ChangeNeed.HandleAsync);
        return pages;
    }
}

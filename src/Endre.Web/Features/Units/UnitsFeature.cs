using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Units.ChangeTeams;
using Endre.Web.Features.Units.ChangeUnit;
using Endre.Web.Features.Units.Reorganize;
using Endre.Web.Features.Units.ShowUnit;
using Endre.Web.Searching;

namespace Endre.Web.Features.Units;

/// <summary>The parts of the organization: to read for everybody who is signed in, to change for administrators.</summary>
public static class UnitsFeature
{
    public static IServiceCollection AddUnits(this IServiceCollection services) =>
        services
            .AddScoped<ShowUnit.ShowUnit>()
            .AddScoped<UnitHistory>()
            .AddScoped<ChangeUnit.ChangeUnit>()
            .AddScoped<Forecast>()
            .AddScoped<Reorganize.Reorganize>()
            .AddScoped<ReadChangeTeams>()
            .AddScoped<DissolveChangeTeam>()
            .AddScoped<SaveChangeTeam>()
            .AddScoped<IResponsibilities, LeadResponsibilities>()
            .AddScoped<IPersonalData, EraseTeamNames>()
            .AddScoped<ISearched, SearchUnits.SearchUnits>()
            .AddScoped<IDemoPart, DemoOrganization>()
            .AddNavigation<UnitsTexts>(
                80,
                UnitLinks.List,
                "Navigation",
                person => person.IsSignedIn,
                NavigationGroup.Units
            )
            .AddNavigation<ChangeTeamTexts>(
                82,
                ChangeTeamLinks.List,
                "Title",
                person => person.IsSignedIn,
                NavigationGroup.Units
            );

    public static IEndpointRouteBuilder MapUnits(this IEndpointRouteBuilder pages)
    {
        var read = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        read.MapGet(UnitLinks.List, ListUnits.ListUnits.HandleAsync);
        read.MapGet(UnitLinks.OnePattern, ShowUnit.ShowUnit.HandleAsync);
        var change = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        change.MapChangeUnit();
        change.MapReorganize();
        pages.MapChangeTeams();
        return pages;
    }
}

using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Organization.ChangeLook;

namespace Endre.Web.Features.Organization;

public static class OrganizationFeature
{
    // A file that is too large by a little is told so at its field.
    private static readonly Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute Limit = new(8 * 1024 * 1024);

    public static IServiceCollection AddOrganization(this IServiceCollection services) =>
        services
            .AddScoped<LookPages>()
            .AddScoped<ChangeLogo>()
            .AddScoped<IDemoPart, DemoLook.DemoLook>()
            .AddNavigation<OrganizationTexts>(
                95,
                OrganizationLinks.Look,
                "Navigation",
                person => person.IsAdministrator,
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapOrganization(this IEndpointRouteBuilder pages)
    {
        var look = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        look.MapGet(OrganizationLinks.Look, LookPages.ShowAsync);
        look.MapPost(OrganizationLinks.Description, DescribeOrganization.HandleAsync);
        look.MapPost(OrganizationLinks.Colors, ChangeColors.HandleAsync);
        look.MapGet(OrganizationLinks.ColorSheet, ChangeColors.ShowSheet);
        look.MapPost(OrganizationLinks.Logo, ChangeLogo.HandleAsync).WithMetadata(Limit);
        look.MapPost(OrganizationLinks.RemoveLogo, ChangeLogo.RemoveAsync);
        return pages;
    }
}

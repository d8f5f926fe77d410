using Endre.Web.Access;
using Endre.Web.Features.Provisioning.Import;
using Endre.Web.Features.Provisioning.Scim;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Endre.Web.Features.Provisioning;

/// <summary>Identity providers that tell who works here (SCIM 2.0), and the pages where an administrator lets them.</summary>
public static class ProvisioningFeature
{
    public static IServiceCollection AddProvisioning(this IServiceCollection services)
    {
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ScimTokenHandler>(
                ScimTokenHandler.SchemeName,
                configureOptions: null
            );
        // Neither a person's cookie nor a person's token opens SCIM, however much they may do elsewhere.
        services.Configure<AuthorizationOptions>(options =>
            options.AddPolicy(
                Policies.Provisioning,
                policy =>
                    policy
                        .AddAuthenticationSchemes(ScimTokenHandler.SchemeName)
                        .RequireClaim(PersonClaims.Program, ScimTokenHandler.ProgramName)
            )
        );
        return services
            .AddImport()
            .AddSingleton<ScimRate>()
            .AddScoped<ProvisionedDeparture>()
            .AddScoped<ScimLimits>()
            .AddScoped<ScimPeople>()
            .AddScoped<ScimUsers>()
            .AddScoped<ScimGroupStore>()
            .AddScoped<ScimGroups>()
            .AddScoped<GroupGrants>()
            .AddScoped<ShowProvisioning>()
            .AddScoped<MakeClient>()
            .AddScoped<MapGroup>()
            .AddScoped<ChooseSuccessor>();
    }

    public static IEndpointRouteBuilder MapScim(this WebApplication app) =>
        app.MapScimRoutes(app.Services.GetRequiredService<ScimRate>());

    public static IEndpointRouteBuilder MapProvisioning(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization(Policies.Administrator);
        pages.MapGet(ProvisioningLinks.Show, ShowProvisioning.HandleAsync);
        pages.MapPost(ProvisioningLinks.Clients, MakeClient.HandleAsync);
        pages.MapPost(ProvisioningLinks.RevokeRoute, MakeClient.RevokeAsync);
        pages.MapGet(ProvisioningLinks.GroupRoute, MapGroup.ShowAsync);
        pages.MapPost(ProvisioningLinks.GroupRoute, MapGroup.HandleAsync);
        pages.MapPost(ProvisioningLinks.SuccessorRoute, ChooseSuccessor.HandleAsync);
        return app.MapImport();
    }
}

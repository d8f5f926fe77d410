using Endre.Web.Access;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>The addresses of SCIM 2.0 (RFC 7644 §3.2).</summary>
internal static class ScimRoutes
{
    public static IEndpointRouteBuilder MapScimRoutes(this IEndpointRouteBuilder app, ScimRate rate)
    {
        var scim = app.MapGroup(ScimErrors.Path)
            .WithMetadata(new ApiRoute(), new RequestSizeLimitAttribute(ScimRequest.LargestBody))
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.Provisioning)
            .AddEndpointFilter(rate.LimitAsync);
        // RFC 7643 §5: how to sign in is told to whoever asks.
        scim.MapGet("/ServiceProviderConfig", ScimDiscovery.ShowConfiguration)
            .WithMetadata(new AllowAnonymousAttribute());
        scim.MapGet("/ResourceTypes", ScimDiscovery.ListResourceTypes);
        scim.MapGet("/ResourceTypes/{id}", ScimDiscovery.ShowResourceType);
        scim.MapGet("/Schemas", ScimDiscovery.ListSchemas);
        scim.MapGet("/Schemas/{id}", ScimDiscovery.ShowSchema);

        scim.MapGet("/Users", ScimUsers.ListAsync);
        scim.MapPost("/Users", ScimUsers.CreateAsync);
        scim.MapPost("/Users/.search", ScimUsers.SearchAsync);
        scim.MapGet("/Users/{id}", ScimUsers.GetAsync);
        scim.MapPut("/Users/{id}", ScimUsers.ReplaceAsync);
        scim.MapPatch("/Users/{id}", ScimUsers.PatchAsync);
        scim.MapDelete("/Users/{id}", ScimUsers.DeleteAsync);

        scim.MapGet("/Groups", ScimGroups.ListAsync);
        scim.MapPost("/Groups", ScimGroups.CreateAsync);
        scim.MapPost("/Groups/.search", ScimGroups.SearchAsync);
        scim.MapGet("/Groups/{id}", ScimGroups.GetAsync);
        scim.MapPut("/Groups/{id}", ScimGroups.ReplaceAsync);
        scim.MapPatch("/Groups/{id}", ScimGroups.PatchAsync);
        scim.MapDelete("/Groups/{id}", ScimGroups.DeleteAsync);

        scim.Map("/Me", ScimDiscovery.NotImplemented);
        scim.MapPost("/Bulk", ScimDiscovery.NotImplemented);
        return app;
    }
}

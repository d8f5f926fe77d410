using Endre.Testing;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Endre.Conventions.Tests;

public sealed class RouteTests : IAsyncLifetime
{
    /// <summary>Everything that a stranger may ask for. Whoever adds a line here says in the commit why it is safe.</summary>
    private static readonly string[] Open =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "open-routes.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')),
    ];

    private static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "DELETE"];

    private AppUnderTest _app = null!;

    public async ValueTask InitializeAsync() => _app = await AppUnderTest.StartAsync("--demo");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void Every_route_has_an_authorization_rule_or_stands_in_the_list_of_open_ones()
    {
        var open = Routes()
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .SelectMany(Names)
            .ToHashSet(StringComparer.Ordinal);
        open.Except(Open).ShouldBeEmpty("Open to strangers, but not in open-routes.txt.");
        Open.Except(open).ShouldBeEmpty("In open-routes.txt, but not open, or gone.");
    }

    [Fact]
    public void A_route_that_says_nothing_of_who_may_is_for_those_who_are_signed_in() =>
        _app
            .Services.GetRequiredService<IOptions<AuthorizationOptions>>()
            .Value.FallbackPolicy.ShouldNotBeNull()
            .Requirements.OfType<DenyAnonymousAuthorizationRequirement>()
            .ShouldNotBeEmpty();

    [Fact]
    public void Every_act_carries_an_antiforgery_token_or_belongs_to_the_api() =>
        Routes()
            .Where(route => Methods(route).Intersect(Unsafe).Any())
            .Where(route =>
                route.Metadata.GetMetadata<ApiRoute>() is null
                && route.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }
            )
            .SelectMany(Names)
            .ShouldBeEmpty();

    [Fact]
    public void The_api_and_scim_lie_under_their_addresses_and_nothing_else_does() =>
        Routes()
            .Where(route => route.Metadata.GetMetadata<ApiRoute>() is null == IsUnderApi(route))
            .SelectMany(Names)
            .ShouldBeEmpty();

    private static bool IsUnderApi(RouteEndpoint route) =>
        route.RoutePattern.RawText!.TrimStart('/') is var address
        && (
            address.StartsWith("api/v1/", StringComparison.Ordinal)
            || address.StartsWith("scim/v2/", StringComparison.Ordinal)
        );

    private IEnumerable<RouteEndpoint> Routes() =>
        _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IEnumerable<string> Names(RouteEndpoint route) =>
        Methods(route)
            .Where(method => !IsBesideGet(route, method))
            .Select(method => $"{method} {route.RoutePattern.RawText}");

    private static bool IsBesideGet(RouteEndpoint route, string method) =>
        method == "HEAD" && Methods(route).Contains("GET");

    private static IReadOnlyList<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"];
}

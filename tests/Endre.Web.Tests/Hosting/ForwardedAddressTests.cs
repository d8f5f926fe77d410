using System.Net;
using System.Net.Http.Json;
using Endre.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Hosting;

/// <summary>What a proxy says of who asks is believed when the settings name the proxy, and else not.</summary>
public sealed class ForwardedAddressTests
{
    private const string Asks = "X-Test-Asks-From";

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.1.200.7", true)]
    [InlineData("10.0.0.6", false)]
    [InlineData("203.0.113.9", false)]
    public async Task Https_is_believed_of_a_named_proxy_only(string from, bool isBelieved)
    {
        await using var app = await StartAsync("--proxies", "10.0.0.5,10.1.0.0/16");
        using var client = app.Api();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/logg-inn");
        request.Headers.Add(Asks, from);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "198.51.100.1");
        request.Headers.Add("X-Forwarded-Host", "endre.fjordvik.no");
        using var answer = await client.SendAsync(request);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(isBelieved);
    }

    [Fact]
    public async Task Wrong_guesses_through_a_proxy_count_for_the_person_and_past_it_for_whoever_asks()
    {
        await using var app = await StartAsync("--proxies", "10.0.0.5");
        using var client = app.Api();
        for (var i = 0; i < 10; i++)
            (await GuessAsync("10.0.0.5", "198.51.100.1")).ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await GuessAsync("10.0.0.5", "198.51.100.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await GuessAsync("10.0.0.5", "198.51.100.2")).ShouldNotBe(HttpStatusCode.TooManyRequests);

        // Somebody who comes past the proxy may claim a new address each time, and is one all the same.
        for (var i = 0; i < 10; i++)
            (await GuessAsync("203.0.113.9", $"198.51.100.{10 + i}")).ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await GuessAsync("203.0.113.9", "198.51.100.99")).ShouldBe(HttpStatusCode.TooManyRequests);

        async Task<HttpStatusCode> GuessAsync(string from, string claimed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/join")
            {
                Content = JsonContent.Create(new { code = "000000", name = (string?)null }),
            };
            request.Headers.Add(Asks, from);
            request.Headers.Add("X-Forwarded-For", claimed);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private static Task<AppUnderTest> StartAsync(params string[] args) =>
        AppUnderTest.StartAsync(
            new AppSetup
            {
                Args = args,
                Replace = builder => builder.Services.AddSingleton<IStartupFilter, FromAnywhere>(),
            }
        );

    // Everybody in a test comes from this machine, which is believed; so the connection says another address.
    private sealed class FromAnywhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, rest) =>
                    {
                        if (context.Request.Headers.TryGetValue(Asks, out var from))
                            context.Connection.RemoteIpAddress = IPAddress.Parse(from.ToString());
                        return rest(context);
                    }
                );
                next(app);
            };
    }
}

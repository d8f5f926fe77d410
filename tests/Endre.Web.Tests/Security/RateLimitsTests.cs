using System.Net;
using System.Threading.RateLimiting;
using Endre.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Endre.Web.Tests.Security;

/// <summary>A hall of phones gets in at once; one address that asks without end is told to wait, and nobody else is.</summary>
public sealed class RateLimitsTests
{
    private const int HallFull = 4_000;

    [Fact]
    public async Task One_address_has_its_limit_and_the_next_its_own()
    {
        await using var app = await AppUnderTest.StartAsync();
        var limiter = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        var hall = From("203.0.113.7");
        Taken(limiter, hall, HallFull * 3).ShouldBe(HallFull * 3);
        Taken(limiter, hall, 100_000).ShouldBeLessThan(100_000);
        Taken(limiter, From("203.0.113.8"), HallFull).ShouldBe(HallFull);
    }

    [Fact]
    public async Task Whoever_is_over_the_limit_is_told_how_long_to_wait()
    {
        await using var app = await AppUnderTest.StartAsync();
        var limiter = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        using var browser = app.Browser();
        // The bucket is filled a little each second; whoever comes just then is lucky, but not five times.
        for (var luck = 0; luck < 5; luck++)
        {
            Taken(limiter, From("127.0.0.1"), 100_000);
            var page = await browser.OpenAsync("/");
            if (page.Status != HttpStatusCode.TooManyRequests)
                continue;
            page.Answer.Headers.RetryAfter.ShouldNotBeNull();
            page.Heading.ShouldBe("For mange forsøk");
            using var alive = await browser.Client.GetAsync(new Uri("/healthz/live", UriKind.Relative));
            alive.StatusCode.ShouldBe(HttpStatusCode.OK);
            return;
        }

        Assert.Fail("Nobody was told to wait.");
    }

    private static int Taken(PartitionedRateLimiter<HttpContext> limiter, HttpContext context, int wanted)
    {
        for (var taken = 0; taken < wanted; taken++)
        {
            using var lease = limiter.AttemptAcquire(context);
            if (!lease.IsAcquired)
                return taken;
        }

        return wanted;
    }

    private static DefaultHttpContext From(string address) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}

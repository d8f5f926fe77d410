using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Endre.Web.Access;

namespace Endre.Web.Hosting.Limits;

/// <summary>
/// A floor under the machine, not a fence around people: a thousand phones in one hall share an address and may all
/// ask for the next page in the same second. What is worth guessing has a <see cref="GuessLimit"/>.
/// </summary>
internal static class RateLimits
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<JoinGuesses>();
        services.AddSingleton<SignInGuesses>();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(PerAddress);
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? after
                    : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    private static RateLimitPartition<IPAddress> PerAddress(HttpContext context)
    {
        // Tokens are counted where they are known, and a load test from one machine is no attack.
        if (ApiTokenHandler.HasBearer(context.Request))
            return RateLimitPartition.GetNoLimiter(IPAddress.None);
        return RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress ?? IPAddress.None,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = 20_000,
                TokensPerPeriod = 1_000,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
                QueueLimit = 0,
            }
        );
    }
}

using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>How fast a client may ask, and what happens when two change the same thing at once.</summary>
internal sealed class ScimLimits(Storage.EndreContext database)
{
    private const int MostAttempts = 4;

    /// <summary>
    /// Does a change, and does it again on what the other left when somebody else was first. Whoever named the version that
    /// they know is told instead.
    /// </summary>
    public async Task<IResult> InTurnAsync(bool canRetry, Func<Task<IResult>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await change();
            }
            catch (DbUpdateConcurrencyException) when (canRetry && attempt < MostAttempts)
            {
                database.ChangeTracker.Clear();
            }
            catch (DbUpdateConcurrencyException)
            {
                return ScimAnswer.ChangedMeanwhile;
            }
            // Two make the same at once: the second meets the unique index, and the next look tells what is taken.
            catch (DbUpdateException fault) when (UniqueFaults.Is(fault))
            {
                if (attempt == MostAttempts)
                    return ScimAnswer.NotUnique("An attribute");
                database.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>
/// Requests in a second for each client: a burst of 300 and 50 a second after that. Entra ID asks that a service take 25.
/// </summary>
internal sealed class ScimRate : IDisposable
{
    public const int Burst = 300;
    private const int PerSecond = 50;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetTokenBucketLimiter(
            client,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
                QueueLimit = 0,
            }
        )
    );

    public async ValueTask<object?> LimitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var client =
            http.User.FindFirst(ScimTokenHandler.ClientClaim)?.Value ?? http.Connection.RemoteIpAddress?.ToString();
        using var lease = _limiter.AttemptAcquire(client ?? "");
        if (lease.IsAcquired)
            return await next(context);
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ScimAnswer.Fault(
            StatusCodes.Status429TooManyRequests,
            "Too many requests: wait as long as Retry-After says."
        );
    }

    public void Dispose() => _limiter.Dispose();
}

using System.Net;
using System.Threading.RateLimiting;

namespace Endre.Web.Features.Hassles.SimilarHassles;

/// <summary>
/// How often one person's page may ask while somebody types: faster than anybody types, slower than a machine. Those who
/// are not signed in share what their address has, because a whole hospital has one; it is in memory only.
/// </summary>
internal sealed class SimilarLimit : IDisposable
{
    internal const int Burst = 40;
    private const int PerSecond = 5;
    private const int Together = 10;

    private readonly PartitionedRateLimiter<Asking> limiter = PartitionedRateLimiter.Create<Asking, Asking>(asking =>
        RateLimitPartition.GetTokenBucketLimiter(
            asking,
            who => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst * (who.Person is null ? Together : 1),
                TokensPerPeriod = PerSecond * (who.Person is null ? Together : 1),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
                QueueLimit = 0,
            }
        )
    );

    /// <param name="person">Who is signed in, or null.</param>
    /// <param name="address">From where, which matters only when nobody is.</param>
    public bool Lets(Guid? person, IPAddress? address)
    {
        using var lease = limiter.AttemptAcquire(new Asking(person, person is null ? address : null));
        return lease.IsAcquired;
    }

    private readonly record struct Asking(Guid? Person, IPAddress? Address);

    public void Dispose() => limiter.Dispose();
}

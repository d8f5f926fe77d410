using Endre.Domain.Organizations.Privacy;

namespace Endre.Web.Access;

/// <summary>One sort of personal data that is kept for a time. An area registers its own; a nightly run calls them.</summary>
internal interface IRetention
{
    /// <summary>The sort, the days it is kept unless somebody chose otherwise, and what may be chosen.</summary>
    RetentionPeriod Default { get; }

    /// <summary>Removes what is older.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct);
}

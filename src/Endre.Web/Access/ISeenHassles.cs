using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;

namespace Endre.Web.Access;

/// <summary>
/// What was said to units, as far as the one who asks sees it. The area of hassles answers; what stands on hassles loads
/// them through this, so that there is one answer to who sees what.
/// </summary>
internal interface ISeenHassles
{
    /// <summary>For whoever is signed in.</summary>
    Task<SeenHassles> ReadAsync(CancellationToken ct);
}

/// <summary>What one person sees of hassles.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Tree">All units.</param>
/// <param name="Units">The units, open and closed, of which the person sees what was said.</param>
/// <param name="Led">The units for which the person answers.</param>
/// <param name="In">All rows that are in sight.</param>
internal sealed record SeenHassles(
    Guid PersonId,
    UnitTree Tree,
    IReadOnlySet<Guid> Units,
    IReadOnlySet<Guid> Led,
    Func<EndreContext, IQueryable<HassleRow>> In
);

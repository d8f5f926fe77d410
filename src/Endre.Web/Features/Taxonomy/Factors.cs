using Endre.Domain.Insights;
using Endre.Domain.Workshops.Reporting;

namespace Endre.Web.Features.Taxonomy;

/// <summary>The drivers and barriers as they are now, in memory: every board and report names them.</summary>
internal sealed class Factors
{
    private volatile IReadOnlyList<Factor> all = Domain.Insights.Taxonomy.All;

    /// <summary>All of them, drivers first, in their order; also retired ones, which old categories may be tied to.</summary>
    public IReadOnlyList<Factor> All => all;

    /// <summary>Those of one kind that are offered.</summary>
    /// <param name="kind"><see cref="Factor.Driver"/> or <see cref="Factor.Barrier"/>.</param>
    public IEnumerable<Factor> Offered(string kind) => all.Where(f => f.Kind == kind);

    /// <summary>The factor with this id, or null.</summary>
    public Factor? Find(string id) => all.FirstOrDefault(f => f.Id == id);

    /// <summary>What reports need to name them.</summary>
    public IReadOnlyList<FactorName> Names => [.. all.Select(f => f.ToName())];
}

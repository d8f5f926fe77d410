using Endre.Domain.Insights;
using Endre.Domain.Workshops.Reporting;
using Endre.Storage;
using Endre.Storage.Factors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Taxonomy;

/// <summary>The drivers and barriers as they are now, in memory: every board and report names them.</summary>
internal sealed class Factors(IDbContextFactory<EndreContext> contexts)
{
    private volatile Known known = new(Domain.Insights.Taxonomy.All, []);

    /// <summary>All of them, drivers first, in their order; also retired ones, which old categories may be tied to.</summary>
    public IReadOnlyList<Factor> All => known.All;

    /// <summary>What reports need to name them.</summary>
    public IReadOnlyList<FactorName> Names => [.. All.Select(f => f.ToName())];

    /// <summary>Those of one kind that are offered, in their order.</summary>
    /// <param name="kind"><see cref="Factor.Driver"/> or <see cref="Factor.Barrier"/>.</param>
    public IEnumerable<Factor> Offered(string kind)
    {
        var now = known;
        return now.All.Where(f => f.Kind == kind && !now.Retired.Contains(f.Id));
    }

    /// <summary>The factor with this id, or null.</summary>
    public Factor? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>Reads them anew: whoever edits them calls this when the edit is stored.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var rows = await context.Set<FactorRow>().AsNoTracking().OrderBy(f => f.Position).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return;
        }
        var list = new FactorList([.. rows.Select(row => row.ToListed())]).InOrder();
        known = new Known([.. list.All.Select(f => f.Factor)], [.. list.All.Where(f => f.IsRetired).Select(f => f.Id)]);
    }

    private sealed record Known(IReadOnlyList<Factor> All, IReadOnlyList<string> Retired);
}

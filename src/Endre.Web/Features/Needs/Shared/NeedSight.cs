using Endre.Domain.Needs;
using Endre.Storage;
using Endre.Storage.Needs;
using Endre.Web.Access;

namespace Endre.Web.Features.Needs;

/// <summary>
/// The scope that needs are loaded through. Whoever sees what is said to a unit sees its needs; whoever answers for it, or
/// is in a change team of it, works with them.
/// </summary>
internal sealed class NeedSight(WorkedUnits units)
{
    public async Task<Scope> OpenAsync(CancellationToken ct)
    {
        var known = await units.ReadAsync(ct);
        return new Scope(known.Hassles, known.Worked, known.Seen);
    }

    /// <summary>What one person may see and change.</summary>
    /// <param name="Hassles">What the person sees of hassles.</param>
    /// <param name="Changed">The units whose needs the person works with.</param>
    /// <param name="Seen">The units whose needs the person sees.</param>
    internal sealed record Scope(SeenHassles Hassles, IReadOnlySet<Guid> Changed, IReadOnlySet<Guid> Seen)
    {
        /// <summary>All rows that are in sight.</summary>
        public IQueryable<NeedRow> In(EndreContext database) => database.Needs.Where(row => Seen.Contains(row.UnitId));

        /// <summary>The need, or null when there is none or it is out of sight.</summary>
        public async Task<Need?> FindAsync(EndreContext database, Guid id, CancellationToken ct) =>
            await database.FindNeedAsync(id, ct) is { } need && Seen.Contains(need.UnitId) ? need : null;

        public bool MayChange(Guid unitId) => Changed.Contains(unitId);

        public string UnitOf(Guid unitId) => Hassles.Tree.Find(unitId)?.Name ?? "–";
    }
}

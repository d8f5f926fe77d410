using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Access;

namespace Endre.Web.Features.Improvements;

/// <summary>
/// The scope that improvements are loaded through. Whoever sees what is said to a unit sees what it tries, and works with it:
/// a group tries something together. The owner, and those who lead the unit, decide what comes of it.
/// </summary>
internal sealed class ImprovementSight(WorkedUnits units)
{
    public async Task<Scope> OpenAsync(CancellationToken ct) => new(await units.ReadAsync(ct));

    /// <summary>What one person may see and change.</summary>
    internal sealed record Scope(WorkedUnits.Known Known)
    {
        public Guid PersonId => Known.Hassles.PersonId;

        /// <summary>All rows that are in sight.</summary>
        public IQueryable<ImprovementRow> In(EndreContext database) =>
            database.Improvements.Where(row => Known.Seen.Contains(row.UnitId) || row.OwnerId == PersonId);

        /// <summary>The improvement, or null when there is none or it is out of sight.</summary>
        public async Task<Improvement?> FindAsync(EndreContext database, Guid id, CancellationToken ct) =>
            await database.FindImprovementAsync(id, ct) is { } improvement && MayWork(improvement) ? improvement : null;

        /// <summary>Whether the person may start one in a unit.</summary>
        public bool MayStart(Guid unitId) => Known.Seen.Contains(unitId);

        /// <summary>Whether the person tells what happens with it, and plans what is tried.</summary>
        public bool MayWork(Improvement improvement) => Known.Seen.Contains(improvement.UnitId) || IsOwn(improvement);

        /// <summary>Whether the person decides what comes of it, and who answers for it.</summary>
        public bool MayDecide(Improvement improvement) =>
            Known.Worked.Contains(improvement.UnitId) || IsOwn(improvement);

        public bool IsOwn(Improvement improvement) => improvement.OwnerId == PersonId;

        public string UnitOf(Guid unitId) => Known.Hassles.Tree.Find(unitId)?.Name ?? "–";
    }
}

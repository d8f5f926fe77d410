using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

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
            database.Improvements.Where(row =>
                Known.Seen.Contains(row.UnitId)
                || row.OwnerId == PersonId
                || database.Voices.Any(voice => voice.ImprovementId == row.Id && voice.PersonId == PersonId)
                || database.HeldRoutines.Any(held => held.ImprovementId == row.Id && held.LineOwnerId == PersonId)
            );

        /// <summary>
        /// The improvement, to be read; null when there is none or it is out of sight. A representative who was told of it,
        /// and whoever answers for the routine it became, see it without working with it.
        /// </summary>
        public async Task<Improvement?> SeeAsync(EndreContext database, Guid id, CancellationToken ct) =>
            await database.FindImprovementAsync(id, ct) is { } improvement
            && (MayWork(improvement) || await In(database).AnyAsync(row => row.Id == id, ct))
                ? improvement
                : null;

        /// <summary>The improvement, to work with it; null when there is none or it is not the person's.</summary>
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

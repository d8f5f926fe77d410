using Endre.Domain.ActionItems;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Access;

namespace Endre.Web.Features.ActionItems;

/// <summary>
/// The scope that action items are loaded through. Whoever sees what is said to a unit sees what the unit does; the one who
/// answers for an action item sees it wherever it was decided.
/// </summary>
internal sealed class ActionItemSight(WorkedUnits units)
{
    public async Task<Scope> OpenAsync(CancellationToken ct) => new(await units.ReadAsync(ct));

    /// <summary>What one person may see and change.</summary>
    internal sealed record Scope(WorkedUnits.Known Known)
    {
        public Guid PersonId => Known.Hassles.PersonId;

        /// <summary>All rows that are in sight.</summary>
        public IQueryable<ActionItemRow> In(EndreContext database) =>
            database.ActionItems.Where(row => Known.Seen.Contains(row.UnitId) || row.OwnerId == PersonId);

        /// <summary>The action item, or null when there is none or it is out of sight.</summary>
        public async Task<ActionItem?> FindAsync(EndreContext database, Guid id, CancellationToken ct) =>
            await database.FindActionItemAsync(id, ct) is { } item && (Known.Seen.Contains(item.UnitId) || IsOwn(item))
                ? item
                : null;

        /// <summary>Whether the person decides what the unit does, and who does it.</summary>
        public bool MayLead(Guid unitId) => Known.Worked.Contains(unitId);

        public bool IsOwn(ActionItem item) => item.OwnerId == PersonId;

        public string UnitOf(Guid unitId) => Known.Hassles.Tree.Find(unitId)?.Name ?? "–";
    }
}

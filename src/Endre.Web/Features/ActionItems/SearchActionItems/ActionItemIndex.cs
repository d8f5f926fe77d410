using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.SearchActionItems;

/// <summary>The words of action items: what is done, and what came of it.</summary>
internal sealed class ActionItemIndex(TimeProvider clock) : RowIndex<ActionItemRow>(clock)
{
    protected override Task<Dictionary<Guid, int>> VersionsAsync(EndreContext database, CancellationToken ct) =>
        database
            .ActionItems.AsNoTracking()
            .Select(row => new { row.Id, row.Version })
            .ToDictionaryAsync(row => row.Id, row => row.Version, ct);

    protected override async Task<IReadOnlyList<IndexedText>> ReadAsync(
        EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    ) =>
        await database
            .ActionItems.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new IndexedText(
                row.Id,
                row.UnitId,
                row.Version,
                row.What + "\n" + row.FirstStep + "\n" + (row.Ending ?? "") + "\n" + (row.Seen ?? "")
            ))
            .ToListAsync(ct);
}

using Endre.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Organizations;

/// <summary>The units as the rules see them.</summary>
public static class UnitTrees
{
    /// <summary>Reads all units. A municipality has hundreds, so the tree is read whole.</summary>
    /// <param name="database">Where they lie.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<UnitTree> ReadUnitTreeAsync(this EndreContext database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var heirs = await database
            .UnitSuccessors.AsNoTracking()
            .Where(successor => successor.IsHeir)
            .ToDictionaryAsync(successor => successor.UnitId, successor => successor.SuccessorId, ct);
        var rows = await database.Units.AsNoTracking().ToListAsync(ct);
        return new UnitTree(
            rows.Select(row => row.ToUnit(heirs.TryGetValue(row.Id, out var heir) ? heir : (Guid?)null))
        );
    }

    /// <summary>The unit of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="heirId">The unit that took over, or null.</param>
    public static Unit ToUnit(this UnitRow row, Guid? heirId)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Unit(row.Id, row.ParentId, row.Name, row.Kind, row.Code, row.ClosedAt, heirId, row.Version);
    }
}

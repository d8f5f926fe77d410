using Endre.Domain.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Lineage;

/// <summary>The unit of a record, for what is made of it.</summary>
public static class RecordUnits
{
    /// <summary>
    /// The unit that has to do with a record today: what was said to a unit, is its need, was taken up in its meeting or is tried by
    /// it is for the same unit to do something about.
    /// </summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="record">Which record; null for none.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when there is no such record, or when its kind belongs to no unit, as a note of a workshop.</returns>
    public static async Task<Guid?> UnitOfAsync(
        this EndreContext database,
        RecordReference? record,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        return record switch
        {
            { Kind: RecordKind.Hassle, Id: var id } => await database
                .Hassles.Where(row => row.Id == id)
                .Select(row => (Guid?)(row.MovedToId ?? row.UnitId))
                .FirstOrDefaultAsync(ct),
            { Kind: RecordKind.Need, Id: var id } => await database
                .Needs.Where(row => row.Id == id)
                .Select(row => (Guid?)row.UnitId)
                .FirstOrDefaultAsync(ct),
            { Kind: RecordKind.Meeting, Id: var id } => await database
                .Meetings.Where(row => row.Id == id)
                .Select(row => (Guid?)row.UnitId)
                .FirstOrDefaultAsync(ct),
            { Kind: RecordKind.Improvement, Id: var id } => await database
                .Improvements.Where(row => row.Id == id)
                .Select(row => (Guid?)row.UnitId)
                .FirstOrDefaultAsync(ct),
            _ => null,
        };
    }
}

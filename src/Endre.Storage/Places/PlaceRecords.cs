using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Places;

/// <summary>Places as they are stored.</summary>
public static class PlaceRecords
{
    /// <summary>The place that a code hangs at; null when no place has it.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="code">As it came from outside.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Place?> FindPlaceAsync(this EndreContext database, string? code, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return PlaceCode.Read(code) is { } read
            ? (await database.Places.AsNoTracking().SingleOrDefaultAsync(row => row.Code == read, ct))?.ToPlace()
            : null;
    }

    /// <summary>The places of units, also those that are retired, in no order.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="unitIds">The units under whose ids they lie: an open one, and those that went on in it.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<Place>> ReadPlacesAsync(
        this EndreContext database,
        IReadOnlyCollection<Guid> unitIds,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(unitIds);
        var rows = await database.Places.AsNoTracking().Where(row => unitIds.Contains(row.UnitId)).ToListAsync(ct);
        return [.. rows.Select(row => row.ToPlace())];
    }

    /// <summary>The titles of places, by their ids; without those that there are none of.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="ids">Which places.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Dictionary<Guid, string>> TitlesOfAsync(
        this EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Count == 0
            ? []
            : await database
                .Places.AsNoTracking()
                .Where(row => ids.Contains(row.Id))
                .Select(row => new
                {
                    row.Id,
                    row.Name,
                    row.Equipment,
                })
                .ToDictionaryAsync(row => row.Id, row => Place.TitleOf(row.Name, row.Equipment), ct);
    }

    /// <summary>The row of a new place, with a code that no unit and no other place has.</summary>
    /// <param name="database">Where it is to be stored; whoever calls it stores.</param>
    /// <param name="id">The id it shall have.</param>
    /// <param name="unitId">Whose it is.</param>
    /// <param name="line">What it is called.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="taken">The codes that are given already; the new one is added.</param>
    public static PlaceRow AddPlace(
        this EndreContext database,
        Guid id,
        Guid unitId,
        PlaceLine line,
        DateOnly today,
        ISet<string> taken
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(taken);
        string code;
        do
        {
            code = PlaceCode.New();
        } while (!taken.Add(code));
        var row = new PlaceRow
        {
            Id = id,
            UnitId = unitId,
            Code = code,
            Name = line.Name,
            Equipment = line.Equipment,
            MadeOn = today,
        };
        database.Places.Add(row);
        return row;
    }
}

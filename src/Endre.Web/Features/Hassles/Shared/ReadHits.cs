using Endre.Domain.Hassles.MeToos;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>Reads how many meet hassles, over all that are answered as one.</summary>
internal sealed class ReadHits(EndreContext database, UnitSeats seats)
{
    /// <summary>The hits of each; <see cref="Hits.One"/> where nobody else meets it.</summary>
    public async Task<Func<Guid, Hits>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var groups = await database.ReadVoicedAsync(ids, ct);
        var counts = groups
            .Select(group => (Id: group.Key, Count: MeTooRules.Count([.. group.Value])))
            .Where(counted => counted.Count > 1)
            .ToDictionary(counted => counted.Id, counted => counted.Count);
        if (counts.Count == 0)
        {
            return _ => Hits.One;
        }
        var counted = counts.Keys.ToList();
        var units = await database
            .Hassles.AsNoTracking()
            .Where(row => counted.Contains(row.Id))
            .Select(row => new { row.Id, row.UnitId })
            .ToDictionaryAsync(row => row.Id, row => row.UnitId, ct);
        var small = await SmallAsync([.. units.Values.Distinct()], ct);
        return id => counts.TryGetValue(id, out var count) ? new Hits(count, !small.Contains(units[id])) : Hits.One;
    }

    // By how many work there, and not by how many pressed: a number that comes and goes tells when it passed the limit.
    private async Task<HashSet<Guid>> SmallAsync(IReadOnlyList<Guid> units, CancellationToken ct)
    {
        var limit = await database.ReadSmallGroupLimitAsync(ct);
        var tree = (await seats.ReadAsync(ct)).Tree;
        var small = new HashSet<Guid>();
        foreach (var unit in units)
        {
            var current = tree.Current(unit)?.Id ?? unit;
            if (await seats.CountAsync(tree.Whole(current), ct) < limit.Value)
                small.Add(unit);
        }
        return small;
    }
}

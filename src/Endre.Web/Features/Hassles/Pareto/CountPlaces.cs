using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Places;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.Pareto;

/// <summary>
/// What there is most of by place. Of what the reader may read one by one, nothing is hidden, as by unit; of all else
/// nothing is counted, since a place is for those who see what is said to the unit.
/// </summary>
internal sealed class CountPlaces(EndreContext database)
{
    /// <param name="scope">What the reader sees.</param>
    /// <param name="unit">The unit, with what lies under it.</param>
    /// <param name="period">Which months.</param>
    /// <param name="most">The most bars. What was said without a place lies with the rest.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Domain.Insights.Pareto> CountAsync(
        HassleSight.Scope scope,
        Unit unit,
        CountingPeriod period,
        int most,
        CancellationToken ct
    )
    {
        var units = scope.Known.Tree.Whole(unit.Id);
        var (from, until) = (period.From, period.Until);
        var counts = await scope
            .In(database)
            .Where(row => units.Contains(row.UnitId) && row.Week >= from && row.Week < until)
            .GroupBy(row => row.PlaceId)
            .Select(rows => new { rows.Key, Count = rows.Count() })
            .ToListAsync(ct);
        var titles = await database.TitlesOfAsync([.. counts.Select(row => row.Key).OfType<Guid>()], ct);
        return Domain.Insights.Pareto.Of(
            counts
                .Where(row => row.Key is not null)
                // Two units that became one may each have a «Skyllerom»; it is one word, so it is one bar.
                .GroupBy(row => titles[row.Key!.Value], StringComparer.OrdinalIgnoreCase)
                .OrderBy(rows => rows.Key, PlaceOrder.ByTitle)
                .Select(rows => (rows.Key, rows.Sum(row => row.Count))),
            most,
            counts.Where(row => row.Key is null).Sum(row => row.Count)
        );
    }
}

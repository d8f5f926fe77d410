using Endre.Storage;
using Endre.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.ListSeries;

/// <summary><c>/moter/serier</c>: what comes again in one's units.</summary>
internal sealed class ListSeries(EndreContext database, SeriesSight sight, SeriesTime time, RhythmWords words)
{
    private const int Most = 200;

    public static async Task<IResult> HandleAsync(ListSeries list, CancellationToken ct)
    {
        var (lines, mayPlan) = await list.ReadAsync(ct);
        return Page.Of<ListSeriesPage>(new { Lines = lines, MayPlan = mayPlan });
    }

    private async Task<(IReadOnlyList<SeriesLine> Lines, bool MayPlan)> ReadAsync(CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var (today, now) = (time.Today, time.Now);
        var rows = await scope
            .SeriesIn(database)
            .AsNoTracking()
            .Where(row => row.EndsBefore == null || row.EndsBefore > today)
            .OrderBy(row => row.Title)
            .ThenBy(row => row.Id)
            .Take(Most)
            .ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.Id);
        var next = await database
            .Meetings.AsNoTracking()
            .Where(row => row.SeriesId != null && ids.Contains(row.SeriesId.Value))
            .Where(row => row.State == "planned" && row.StartsAt >= now)
            .GroupBy(row => row.SeriesId!.Value)
            .Select(group => new { group.Key, At = group.Min(row => row.StartsAt) })
            .ToDictionaryAsync(first => first.Key, first => first.At, ct);
        return (
            [
                .. rows.Select(row => new SeriesLine(
                    row.Id,
                    row.Title,
                    scope.UnitOf(row.UnitId),
                    words.Of(row.Rule, row.FirstOn),
                    next.TryGetValue(row.Id, out var at) ? at : null
                )),
            ],
            scope.Planned().Count > 0
        );
    }
}

/// <summary>A series in a list.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Title">What its meetings are called.</param>
/// <param name="Unit">The name of the unit that meets.</param>
/// <param name="Rhythm">How often, in words.</param>
/// <param name="Next">When the next one is, or null.</param>
public sealed record SeriesLine(Guid Id, string Title, string Unit, string Rhythm, DateTimeOffset? Next);

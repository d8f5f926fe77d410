using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.ListImprovements;

/// <summary>Improvements by the step they are at: what goes on by the day it is looked at, then what has ended, the newest first.</summary>
internal sealed class ReadBoard(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    IEnumerable<IImprovementPoints> points
)
{
    private static readonly CycleStage[] Stages = [CycleStage.Plan, CycleStage.Do, CycleStage.Study, CycleStage.Act];
    private static readonly string Ongoing = StoredWord.Of(ImprovementState.Ongoing);

    /// <param name="unitId">The unit, with what lies under it; null for all in sight.</param>
    /// <param name="most">How many stand in a column at most.</param>
    /// <param name="endedSince">What ended before is not shown; null shows all.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when the unit is out of sight.</returns>
    public async Task<ImprovementBoard?> OfAsync(Guid? unitId, int most, DateOnly? endedSince, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var tree = scope.Known.Hassles.Tree;
        var rows = scope.In(database).AsNoTracking();
        if (unitId is { } one)
        {
            var unit = tree.Current(one)?.Id ?? one;
            if (!scope.MayStart(unit))
            {
                return null;
            }
            var within = tree.Whole(unit);
            rows = rows.Where(row => within.Contains(row.UnitId));
        }
        var columns = new List<(string Key, List<ImprovementRow> Rows, int All)>();
        foreach (var stage in Stages)
        {
            var word = StoredWord.Of(stage);
            columns.Add(
                await ColumnAsync(
                    $"{stage}",
                    rows.Where(row => row.State == Ongoing && row.Stage == word)
                        .OrderBy(row => row.LooksOn)
                        .ThenBy(row => row.Id),
                    most,
                    ct
                )
            );
        }
        foreach (var state in new[] { ImprovementState.Adopted, ImprovementState.Stopped })
        {
            var word = StoredWord.Of(state);
            columns.Add(
                await ColumnAsync(
                    $"{state}",
                    rows.Where(row => row.State == word && (endedSince == null || row.EndedOn >= endedSince))
                        .OrderByDescending(row => row.EndedOn)
                        .ThenBy(row => row.Id),
                    most,
                    ct
                )
            );
        }
        var shown = columns.SelectMany(column => column.Rows).ToList();
        var names = await people.NamesAsync(shown.Select(row => row.OwnerId), ct);
        var last = await LastAsync([.. shown.Select(row => row.Id)], ct);
        return new ImprovementBoard(
            people.Today,
            [
                .. columns.Select(column => new ImprovementColumn(
                    column.Key,
                    column.Rows.ConvertAll(row => new ImprovementEntry(
                        row.ToImprovement(),
                        scope.UnitOf(row.UnitId),
                        row.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null,
                        last.GetValueOrDefault(row.Id)
                    )),
                    column.All
                )),
            ]
        );
    }

    private static async Task<(string Key, List<ImprovementRow> Rows, int All)> ColumnAsync(
        string key,
        IQueryable<ImprovementRow> rows,
        int most,
        CancellationToken ct
    )
    {
        var shown = await rows.Take(most).ToListAsync(ct);
        return (key, shown, shown.Count < most ? shown.Count : await rows.CountAsync(ct));
    }

    private async Task<Dictionary<Guid, string>> LastAsync(List<Guid> ids, CancellationToken ct)
    {
        var last = new Dictionary<Guid, string>();
        foreach (var source in points)
        {
            foreach (var (id, text) in await source.LastAsync(ids, ct))
            {
                last.TryAdd(id, text);
            }
        }
        return last;
    }
}

/// <summary>What stands on the board.</summary>
/// <param name="Today">The day it is for people here.</param>
/// <param name="Columns">The steps, then adopted and stopped.</param>
public sealed record ImprovementBoard(DateOnly Today, IReadOnlyList<ImprovementColumn> Columns)
{
    /// <summary>Whether there is nothing at all on it.</summary>
    public bool IsEmpty => Columns.All(column => column.All == 0);
}

/// <summary>A column of the board.</summary>
/// <param name="Key">A <see cref="CycleStage"/>, or the state in which they ended.</param>
/// <param name="Entries">Those that are shown.</param>
/// <param name="All">How many there are.</param>
public sealed record ImprovementColumn(string Key, IReadOnlyList<ImprovementEntry> Entries, int All)
{
    /// <summary>How many are not shown.</summary>
    public int More => All - Entries.Count;
}

/// <summary>An improvement on the board.</summary>
/// <param name="Improvement">The improvement.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Owner">Who answers for it; null when the account is gone.</param>
/// <param name="Last">What was measured last; null when nothing was.</param>
public sealed record ImprovementEntry(Improvement Improvement, string Unit, string? Owner, string? Last);

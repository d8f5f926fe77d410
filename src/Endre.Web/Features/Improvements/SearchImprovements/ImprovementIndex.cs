using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.SearchImprovements;

/// <summary>The words of improvements: what is tried, what one thought, what happened and what was learned.</summary>
internal sealed class ImprovementIndex(TimeProvider clock) : RowIndex<ImprovementRow>(clock)
{
    /// <summary>All that somebody wrote, a line each; what is empty is not there.</summary>
    public static IEnumerable<string> LinesOf(Improvement improvement) =>
        new[]
        {
            improvement.Trying,
            improvement.Aim.HowGood,
            improvement.Aim.HowWeKnow,
            improvement.AcceptableError,
            improvement.Ending?.Learned,
        }
            .Concat(improvement.Cycles.SelectMany(LinesOf))
            .OfType<string>()
            .Where(line => line.Length > 0)
            .Distinct();

    protected override Task<Dictionary<Guid, int>> VersionsAsync(EndreContext database, CancellationToken ct) =>
        database
            .Improvements.AsNoTracking()
            .Select(row => new { row.Id, row.Version })
            .ToDictionaryAsync(row => row.Id, row => row.Version, ct);

    protected override async Task<IReadOnlyList<IndexedText>> ReadAsync(
        EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await database.Improvements.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        return rows.ConvertAll(row => new IndexedText(
            row.Id,
            row.UnitId,
            row.Version,
            string.Join('\n', LinesOf(row.ToImprovement()))
        ));
    }

    private static IEnumerable<string?> LinesOf(Cycle cycle) =>
        [
            cycle.Plan.Trying,
            cycle.Plan.Prediction,
            cycle.Plan.Question,
            cycle.Plan.Count,
            cycle.Done?.Happened,
            cycle.Done?.Deviations,
            cycle.Study?.Learned,
            cycle.Ending?.Reason,
        ];
}

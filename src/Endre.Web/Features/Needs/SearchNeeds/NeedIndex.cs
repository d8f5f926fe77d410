using Endre.Domain.Needs;
using Endre.Storage;
using Endre.Storage.Needs;
using Endre.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.SearchNeeds;

/// <summary>The words of needs, with their solutions, tests and causes. Words of hassles are not in it.</summary>
internal sealed class NeedIndex(TimeProvider clock) : RowIndex<NeedRow>(clock)
{
    /// <summary>All that was written on a need.</summary>
    public static IEnumerable<string> WordsOf(Need need) =>
        need
            .Solutions.Select(solution => solution.Text)
            .Concat(need.Tests.SelectMany(test => new[] { test.What, test.Result?.Happened, test.Result?.Learned }))
            .Concat(need.Causes.Select(cause => cause.Text))
            .Append(need.Sheet.Theme)
            .Append(need.Sheet.Goal)
            .OfType<string>()
            .Where(text => text.Length > 0);

    protected override Task<Dictionary<Guid, int>> VersionsAsync(EndreContext database, CancellationToken ct) =>
        database
            .Needs.AsNoTracking()
            .Select(row => new { row.Id, row.Version })
            .ToDictionaryAsync(row => row.Id, row => row.Version, ct);

    protected override async Task<IReadOnlyList<IndexedText>> ReadAsync(
        EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var rows = await database.Needs.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        return rows.ConvertAll(row => new IndexedText(
            row.Id,
            row.UnitId,
            row.Version,
            string.Join('\n', WordsOf(row.ToNeed([])).Prepend($"{row.Who} {row.What} {row.Why}"))
        ));
    }
}

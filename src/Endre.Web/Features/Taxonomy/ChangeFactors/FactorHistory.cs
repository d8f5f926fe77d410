using Endre.Domain.Insights;
using Endre.Storage;
using Endre.Storage.Factors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Taxonomy.ChangeFactors;

/// <summary>Who has changed the drivers and barriers, when, from what to what.</summary>
internal sealed class FactorHistory(EndreContext database)
{
    public const int PerPage = 50;

    /// <summary>One page of it, newest first, and how many entries there are in all.</summary>
    /// <param name="factorId">Only that factor's, or null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(IReadOnlyList<HistoryEntry> Entries, int Total)> ReadAsync(
        string? factorId,
        int page,
        CancellationToken ct
    )
    {
        var changes = database.FactorChanges.AsNoTracking().Where(c => factorId == null || c.FactorId == factorId);
        var rows = await changes
            .OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Id)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .GroupJoin(database.Users, c => c.PersonId, p => p.Id, (change, people) => new { change, people })
            .SelectMany(
                x => x.people.DefaultIfEmpty(),
                (x, p) => new { x.change, Name = p == null ? null : p.DisplayName }
            )
            .ToListAsync(ct);
        return (
            [
                .. rows.Select(row => Entry(row.change, row.Name))
                    .OfType<HistoryEntry>()
                    .OrderByDescending(e => e.At)
                    .ThenByDescending(e => e.Id),
            ],
            await changes.CountAsync(ct)
        );
    }

    private static HistoryEntry? Entry(FactorChange change, string? name) =>
        change.ToChanged() is { } changed ? new HistoryEntry(change.Id, change.At, name, changed) : null;
}

/// <summary>One change.</summary>
/// <param name="Id">The entry's id, ordered by time.</param>
/// <param name="At">When.</param>
/// <param name="Who">The name of the account, or null when it is gone.</param>
/// <param name="Changed">What was done.</param>
public sealed record HistoryEntry(Guid Id, DateTimeOffset At, string? Who, FactorChanged Changed);

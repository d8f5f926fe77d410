using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.ListImprovements;

/// <summary><c>/forbedringer</c>: what the units one sees try, by when it is looked at.</summary>
internal sealed class ListImprovements(EndreContext database, ImprovementSight sight, ReadOwners people)
{
    private const int Most = 200;

    public static async Task<IResult> HandleAsync(ListImprovements list, CancellationToken ct) =>
        Page.Of<ListImprovementsPage>(new { Entries = await list.ReadAsync(ct), Today = list.Today });

    private DateOnly Today => people.Today;

    private async Task<IReadOnlyList<ImprovementEntry>> ReadAsync(CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var ongoing = StoredWord.Of(ImprovementState.Ongoing);
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .OrderBy(row => row.State != ongoing)
            .ThenBy(row => row.LooksOn)
            .ThenByDescending(row => row.EndedOn)
            .ThenBy(row => row.Id)
            .Take(Most)
            .ToListAsync(ct);
        var names = await people.NamesAsync(rows.Select(row => row.OwnerId), ct);
        return
        [
            .. rows.Select(row => new ImprovementEntry(
                row.ToImprovement(),
                scope.UnitOf(row.UnitId),
                row.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null
            )),
        ];
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Improvement">The improvement.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Owner">Who answers for it; null when the account is gone.</param>
public sealed record ImprovementEntry(Improvement Improvement, string Unit, string? Owner);

using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ShowUnit;

/// <summary>What was done with a unit, by whom and when.</summary>
internal sealed class UnitHistory(EndreContext database)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<UnitStory>> ReadAsync(Guid unitId, CancellationToken ct)
    {
        var rows = await database
            .UnitChanges.AsNoTracking()
            .Where(change => change.UnitId == unitId)
            .OrderByDescending(change => change.Id)
            .Take(Most)
            .Select(change => new
            {
                Change = change,
                Who = database
                    .Users.Where(person => person.Id == change.PersonId)
                    .Select(person => person.DisplayName)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderByDescending(row => row.Change.At)
                .ThenByDescending(row => row.Change.Id)
                .Select(row =>
                    row.Change.ToChanged() is { } changed ? new UnitStory(row.Change.At, row.Who, changed) : null
                )
                .OfType<UnitStory>(),
        ];
    }
}

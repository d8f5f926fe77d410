using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ListUnits;

internal static class ListUnits
{
    private const int MostFound = 100;

    public static async Task<IResult> HandleAsync(
        string? sok,
        EndreContext database,
        SignInRight right,
        CancellationToken ct
    )
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var search = sok?.Trim() is { Length: > 0 and <= 200 } text ? text : null;
        return Page.Of<ListUnitsPage>(
            new
            {
                Tree = tree,
                Search = search,
                Found = search is null ? [] : Find(tree, search),
                Leaders = await LeadersAsync(database, right.Today, ct),
            }
        );
    }

    // Also closed ones: somebody who looks for a name of last year is led on.
    private static List<Unit> Find(UnitTree tree, string search) =>
        [
            .. tree
                .All.Where(unit =>
                    unit.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase)
                    || unit.Code?.Contains(search, StringComparison.OrdinalIgnoreCase) is true
                )
                .OrderByDescending(unit => unit.IsOpen)
                .ThenByDescending(unit =>
                    string.Equals(unit.Code, search, StringComparison.OrdinalIgnoreCase)
                    || unit.Name.StartsWith(search, StringComparison.CurrentCultureIgnoreCase)
                )
                .ThenBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Take(MostFound),
        ];

    private static async Task<IReadOnlyDictionary<Guid, string>> LeadersAsync(
        EndreContext database,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await database
            .Memberships.HeldOn(today)
            .Where(place => place.Role == UnitRole.Leader)
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                place => place.PersonId,
                person => person.Id,
                (place, person) => new { place.UnitId, person.DisplayName }
            )
            .ToListAsync(ct);
        return rows.GroupBy(row => row.UnitId)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(row => row.DisplayName).Order()));
    }
}

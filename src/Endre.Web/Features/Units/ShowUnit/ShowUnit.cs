using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.ShowUnit;

/// <summary>
/// The page of a unit. An old address never leads elsewhere by itself: whoever followed it came for a unit of another
/// name, and must read what became of it.
/// </summary>
internal sealed class ShowUnit(
    EndreContext database,
    VisibleUnits units,
    UnitHistory history,
    SignInRight right,
    IEnumerable<IUnitFacts> facts,
    IEnumerable<IUnitLinks> links
)
{
    public static Task<IResult> HandleAsync(Guid id, string? lagret, ShowUnit show, CancellationToken ct) =>
        show.ShowAsync(id, lagret is not null, ct);

    private async Task<IResult> ShowAsync(Guid id, bool isSaved, CancellationToken ct)
    {
        var scope = await units.ReadAsync(ct);
        var mayChange = scope.MayReorganize;
        if (scope.Tree.Find(id) is not { } unit)
            return ErrorResult.NotFound;
        var places = await PlacesAsync(id, ct);
        var names = scope.SeesNames(id)
            ? places.OrderBy(place => place.Name, StringComparer.CurrentCulture).ToList()
            : null;
        var view = new UnitView(
            unit,
            scope.Tree,
            [.. places.Where(place => place.Role != UnitRole.Employee).OrderBy(place => place.Name)],
            places.Select(place => place.PersonId).Distinct().Count(),
            await database.ReadSmallGroupLimitAsync(ct),
            names,
            await database
                .ChangeTeams.Where(team => team.UnitId == id && team.ClosedAt == null)
                .OrderBy(team => team.Name)
                .Select(team => new UnitTeam(team.Id, team.Name))
                .ToListAsync(ct),
            await history.ReadAsync(id, ct),
            mayChange,
            isSaved
        )
        {
            Facts = await FactsAsync(scope.Tree, unit, ct),
            Links = unit.IsOpen ? await LinksAsync(id, ct) : [],
        };
        return Page.Of<ShowUnitPage>(new { View = view });
    }

    private async Task<IReadOnlyList<UnitFact>> FactsAsync(UnitTree tree, Unit unit, CancellationToken ct)
    {
        var all = new List<UnitFact>();
        foreach (var area in unit.IsOpen ? facts : [])
        {
            all.AddRange(await area.ReadAsync(tree, unit, ct));
        }
        return all;
    }

    private async Task<List<UnitLink>> LinksAsync(Guid id, CancellationToken ct)
    {
        var found = new List<UnitLink>();
        foreach (var area in links)
        {
            found.AddRange(await area.OfAsync(id, ct));
        }
        return found;
    }

    private Task<List<UnitPlace>> PlacesAsync(Guid id, CancellationToken ct)
    {
        var today = right.Today;
        return database
            .Memberships.HeldOn(today)
            .Where(place => place.UnitId == id)
            .Join(
                database.Users.Where(person =>
                    person.DeactivatedAt == null && (person.EndsOn == null || person.EndsOn >= today)
                ),
                place => place.PersonId,
                person => person.Id,
                (place, person) => new UnitPlace(person.Id, person.DisplayName, place.Role, place.Title)
            )
            .ToListAsync(ct);
    }
}

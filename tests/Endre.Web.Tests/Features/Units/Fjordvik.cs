using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Units;

/// <summary>Units and places for tests that need some.</summary>
internal static class Fjordvik
{
    public static Task<Guid> UnitAsync(
        this AppUnderTest app,
        string name,
        Guid? parent = null,
        string kind = UnitKind.Team,
        string? code = null
    ) =>
        app.InStorageAsync(async context =>
        {
            var unit = new UnitRow
            {
                Name = name,
                Kind = kind,
                ParentId = parent,
                Code = code,
            };
            context.Units.Add(unit);
            await context.SaveChangesAsync();
            return unit.Id;
        });

    public static Task PlaceAsync(this AppUnderTest app, Guid person, Guid unit, string role = UnitRole.Employee) =>
        app.InStorageAsync(async context =>
        {
            context.Memberships.Add(
                new Membership
                {
                    PersonId = person,
                    UnitId = unit,
                    Role = role,
                }
            );
            return await context.SaveChangesAsync();
        });

    /// <summary>A change team; the first of its people leads it.</summary>
    public static Task<Guid> TeamAsync(this AppUnderTest app, string name, Guid unit, params Guid[] people) =>
        app.InStorageAsync(async context =>
        {
            var team = new ChangeTeam { Name = name, UnitId = unit };
            context.ChangeTeams.Add(team);
            foreach (var (index, person) in people.Index())
            {
                context.ChangeTeamMembers.Add(
                    new ChangeTeamMember
                    {
                        TeamId = team.Id,
                        PersonId = person,
                        IsLead = index == 0,
                    }
                );
            }
            await context.SaveChangesAsync();
            return team.Id;
        });

    public static Task<UnitTree> TreeAsync(this AppUnderTest app) =>
        app.InStorageAsync(context => context.ReadUnitTreeAsync(CancellationToken.None));

    /// <summary>Where a person is what today, by the names of the units.</summary>
    public static Task<List<string>> PlacesOfAsync(this AppUnderTest app, Guid person) =>
        app.InStorageAsync(async context =>
        {
            var today = new DateOnly(2026, 3, 2);
            var places = await context
                .Memberships.Where(place => place.PersonId == person && (place.Until == null || place.Until >= today))
                .Join(
                    context.Units,
                    place => place.UnitId,
                    unit => unit.Id,
                    (place, unit) => unit.Name + ": " + place.Role
                )
                .ToListAsync();
            return places.Order(StringComparer.Ordinal).ToList();
        });
}

using Endre.Domain.Organizations.Importing;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>The organization as an import sees it.</summary>
internal sealed class ImportSource(EndreContext database, CurrentPerson current)
{
    public async Task<ImportSnapshot> ReadAsync(CancellationToken ct)
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var places = (
            await database
                .Memberships.AsNoTracking()
                .Select(place => new
                {
                    place.PersonId,
                    Place = new KnownPlace(place.Id, place.UnitId, place.Role, place.Title, place.Since, place.Until),
                })
                .ToListAsync(ct)
        ).ToLookup(row => row.PersonId, row => row.Place);
        var administrators = (
            await database
                .UserRoles.Join(
                    database.Roles.Where(role => role.Name == Roles.Administrator),
                    row => row.RoleId,
                    role => role.Id,
                    (row, _) => row.UserId
                )
                .ToListAsync(ct)
        ).ToHashSet();
        var numbers = await database
            .ProvisionedPeople.AsNoTracking()
            .ToDictionaryAsync(told => told.PersonId, told => told.EmployeeNumber, ct);
        var people = await database
            .Users.AsNoTracking()
            .Select(person => new
            {
                person.Id,
                person.ExternalId,
                person.DisplayName,
                person.Email,
                person.Affiliation,
                person.EndsOn,
                person.DeactivatedAt,
            })
            .ToListAsync(ct);
        return new ImportSnapshot(
            [.. tree.All],
            [
                .. people.Select(person => new KnownPerson(
                    person.Id,
                    // A provider's own id of a person is no employee number.
                    numbers.TryGetValue(person.Id, out var number)
                        ? number
                        : person.ExternalId,
                    person.DisplayName,
                    person.Email,
                    person.Affiliation,
                    person.EndsOn,
                    person.DeactivatedAt is null,
                    !administrators.Contains(person.Id) && person.Id != current.Id,
                    [.. places[person.Id]]
                )),
            ]
        );
    }
}

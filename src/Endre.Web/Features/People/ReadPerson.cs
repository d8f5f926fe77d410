using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.People;

/// <summary>What an administrator needs to know of a person.</summary>
internal sealed class ReadPerson(EndreContext database, Departures departures, SignInRight right, TimeProvider clock)
{
    /// <returns>Null when there is no such person.</returns>
    public async Task<PersonView?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await database.Users.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct) is not { } person)
            return null;
        var tree = await database.ReadUnitTreeAsync(ct);
        var places = await database.Memberships.AsNoTracking().Where(place => place.PersonId == id).ToListAsync(ct);
        var roles = await database
            .UserRoles.Where(row => row.UserId == id)
            .Join(database.Roles, row => row.RoleId, role => role.Id, (_, role) => role.Name!)
            .ToListAsync(ct);
        return new PersonView(
            id,
            person.DisplayName,
            [.. Roles.Given.Where(roles.Contains)],
            IsSaved: false,
            FormFaults.None
        )
        {
            LockedUntil = person.LockoutEnd > clock.GetUtcNow() ? person.LockoutEnd : null,
            Providers = await database
                .UserLogins.Where(login => login.UserId == id)
                .Select(login => login.ProviderDisplayName ?? login.LoginProvider)
                .ToListAsync(ct),
            Email = person.Email ?? "",
            IsDemo = person.IsDemo,
            Affiliation = person.Affiliation,
            EndsOn = person.EndsOn,
            DeactivatedAt = person.DeactivatedAt,
            Successor = await database
                .Users.Where(one => one.Id == person.SuccessorId)
                .Select(one => one.DisplayName)
                .FirstOrDefaultAsync(ct),
            Open = await departures.OpenAsync(id, ct),
            Today = right.Today,
            Positions =
            [
                .. places
                    .Select(place => place.ToPosition())
                    .Select(place => new PersonPosition(place, tree.Find(place.UnitId)!))
                    .OrderBy(place => place.Position.HasEndedBy(right.Today))
                    .ThenBy(place => place.Unit.Name, StringComparer.CurrentCulture),
            ],
        };
    }

    /// <summary>Those who can take over, by name.</summary>
    public async Task<IReadOnlyList<Choice>> SuccessorsAsync(Guid except, CancellationToken ct)
    {
        var today = right.Today;
        var people = await database
            .Users.Where(one =>
                one.Id != except && one.DeactivatedAt == null && (one.EndsOn == null || one.EndsOn >= today)
            )
            .Select(one => new
            {
                one.Id,
                one.DisplayName,
                one.Email,
            })
            .ToListAsync(ct);
        return
        [
            .. people
                .OrderBy(one => one.DisplayName, StringComparer.CurrentCulture)
                .Select(one => new Choice(one.Id.ToString(), $"{one.DisplayName} ({one.Email})")),
        ];
    }
}

/// <summary>Somebody's place in a unit.</summary>
public sealed record PersonPosition(Position Position, Unit Unit);

/// <summary>What somebody is, and what just happened to it.</summary>
public sealed record PersonView(Guid Id, string Name, IReadOnlyList<string> Roles, bool IsSaved, FormFaults Faults)
{
    /// <summary>Until when many wrong passwords keep the account locked, or null.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The sign-in providers that lead to this person.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    public string Email { get; init; } = "";

    public bool IsDemo { get; init; }

    public string Affiliation { get; init; } = "";

    public DateOnly? EndsOn { get; init; }

    public DateTimeOffset? DeactivatedAt { get; init; }

    public string? Successor { get; init; }

    /// <summary>What is open, a phrase for each area.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    public IReadOnlyList<PersonPosition> Positions { get; init; } = [];

    public DateOnly Today { get; init; }

    public bool HasLeft => DeactivatedAt is not null;
}

using Endre.Domain.Organizations.Provisioning;
using Endre.Storage;
using Endre.Storage.People;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>
/// People as a provisioning client finds and changes them. Somebody made here signs in through the organization's OpenID
/// Connect provider, which finds them by <see cref="Person.ExternalId"/>, and else by user name or e-mail address.
/// </summary>
internal sealed class ScimPeople(
    EndreContext database,
    ProvisionedDeparture departure,
    AuditLog audit,
    Formats formats,
    GroupGrants grants,
    TimeProvider clock
)
{
    /// <summary>Everybody whom the client has not deleted.</summary>
    public IQueryable<ScimPerson> All() =>
        from person in database.Users
        join told in database.ProvisionedPeople on person.Id equals told.PersonId into tellings
        from told in tellings.DefaultIfEmpty()
        where told == null || told.RemovedAt == null
        select new ScimPerson { Person = person, Told = told };

    /// <summary>
    /// Those who may answer the filter, where the database can tell: clients ask for one person before each act, and not
    /// everybody is read for that.
    /// </summary>
    public static IQueryable<ScimPerson> Narrow(IQueryable<ScimPerson> all, ScimFilter? filter) =>
        filter switch
        {
            ScimFilter.And both => Narrow(Narrow(all, both.Left), both.Right),
            ScimFilter.Some { Attribute: { Name: var name } } some when Is(name, "emails") => NarrowEmail(
                all,
                some.Inner
            ),
            ScimFilter.Compare { Operator: "eq", Value: string value, Attribute: var attribute } => Narrow(
                all,
                attribute,
                value
            ),
            _ => all,
        };

    public async Task<ILookup<Guid, ScimMembership>> GroupsOfAsync(
        IReadOnlyCollection<Guid> people,
        CancellationToken ct
    )
    {
        var rows = await database
            .ProvisionedGroupMembers.Where(member => people.Contains(member.PersonId))
            .Join(
                database.ProvisionedGroups,
                member => member.GroupId,
                group => group.Id,
                (member, group) =>
                    new
                    {
                        member.PersonId,
                        group.Id,
                        group.DisplayName,
                    }
            )
            .ToListAsync(ct);
        return rows.ToLookup(row => row.PersonId, row => new ScimMembership(row.Id, row.DisplayName));
    }

    public async Task<(Guid Id, ScimAnswer? Problem)> CreateAsync(UserInput input, CancellationToken ct)
    {
        var userName = Capitals(input.UserName);
        var removed = await database
            .ProvisionedPeople.Where(told => told.RemovedAt != null)
            .Join(
                database.Users.Where(person => person.NormalizedUserName == userName),
                told => told.PersonId,
                person => person.Id,
                (told, person) => new ScimPerson { Person = person, Told = told }
            )
            .SingleOrDefaultAsync(ct);
        var now = clock.GetUtcNow();
        // Whoever was deleted and is made again is the same person, with the history they left.
        var person = removed?.Person ?? new Person { Id = Guid.CreateVersion7(now), CreatedAt = now };
        if (await FindConflictAsync(person.Id, input, ct) is { } conflict)
            return (person.Id, conflict);
        var told = removed?.Told ?? new ProvisionedPerson { PersonId = person.Id };
        if (removed is null)
        {
            person.LockoutEnabled = true;
            database.Users.Add(person);
            database.ProvisionedPeople.Add(told);
            await GiveRoleAsync(person.Id, ct);
        }

        told.RemovedAt = null;
        person.Language ??= input.Language;
        await UseAsync(person, told, input, ct);
        if (input.IsActive && person.DeactivatedAt is not null)
            departure.Return(person);
        else if (!input.IsActive && person.DeactivatedAt is null)
            person.DeactivatedAt = now;
        audit.Record("ProvisionPerson", "person", person.Id, ("change", removed is null ? "created" : "returned"));
        await database.SaveChangesAsync(ct);
        await departure.SettleAsync(person, ct);
        return (person.Id, null);
    }

    public async Task<ScimAnswer?> ChangeAsync(Guid id, UserInput input, CancellationToken ct)
    {
        var found = await All().Where(one => one.Person.Id == id).SingleOrDefaultAsync(ct);
        if (found is null)
            return ScimAnswer.NotFound;
        var person = found.Person;
        if (await FindConflictAsync(id, input, ct) is { } conflict)
            return conflict;
        if (!input.IsActive && person.DeactivatedAt is null && await grants.IsLastAdministratorAsync(id, ct))
            return LastAdministrator;
        var told = found.Told ?? new ProvisionedPerson { PersonId = id };
        if (found.Told is null)
            database.ProvisionedPeople.Add(told);
        await UseAsync(person, told, input, ct);
        var changed = Changed();
        if (!input.IsActive && person.DeactivatedAt is null)
        {
            departure.Leave(person, await FindSuccessorAsync(person, told, ct));
            changed = [.. changed, "deactivated"];
        }
        else if (input.IsActive && person.DeactivatedAt is not null)
        {
            departure.Return(person);
            changed = [.. changed, "reactivated"];
        }

        // What is told and is so already is no change: neither an entry nor another time.
        if (changed.Count == 0)
            return null;
        person.ChangedAt = clock.GetUtcNow();
        person.ConcurrencyStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        audit.Record(
            "ProvisionPerson",
            "person",
            id,
            ("change", string.Join(' ', changed)),
            Successor(person, changed)
        );
        await database.SaveChangesAsync(ct);
        await departure.SettleAsync(person, ct);
        return null;
    }

    public async Task<ScimAnswer?> RemoveAsync(Guid id, CancellationToken ct)
    {
        var found = await All().Where(one => one.Person.Id == id).SingleOrDefaultAsync(ct);
        if (found is null)
            return ScimAnswer.NotFound;
        if (await grants.IsLastAdministratorAsync(id, ct))
            return LastAdministrator;
        var told = found.Told ?? new ProvisionedPerson { PersonId = id };
        if (found.Told is null)
            database.ProvisionedPeople.Add(told);
        told.RemovedAt = clock.GetUtcNow();
        if (found.Person.DeactivatedAt is null)
            departure.Leave(found.Person, await FindSuccessorAsync(found.Person, told, ct));
        await grants.LeaveAllAsync(id, ct);
        audit.Record("ProvisionPerson", "person", id, ("change", "deleted"), Successor(found.Person, ["deactivated"]));
        await database.SaveChangesAsync(ct);
        await departure.SettleAsync(found.Person, ct);
        return null;
    }

    private static ScimAnswer LastAdministrator =>
        ScimAnswer.Fault(
            StatusCodes.Status400BadRequest,
            "This is the last administrator, who is never deactivated. Make somebody else one first.",
            "mutability"
        );

    private static (string, string?) Successor(Person person, IReadOnlyList<string> changed) =>
        ("successor", changed.Contains("deactivated") ? person.SuccessorId?.ToString() ?? "none" : null);

    // The leader that the client told of, else the leader of the unit.
    private async Task<Guid?> FindSuccessorAsync(Person person, ProvisionedPerson told, CancellationToken ct)
    {
        if (told.ManagerId is { } manager)
        {
            var isThere = await database.Users.AnyAsync(
                other => other.Id == manager && other.Id != person.Id && other.DeactivatedAt == null,
                ct
            );
            if (isThere)
                return manager;
        }

        return await departure.FindLeaderAsync(person.Id, formats.Day(clock.GetUtcNow()), ct);
    }

    private async Task UseAsync(Person person, ProvisionedPerson told, UserInput input, CancellationToken ct)
    {
        person.UserName = input.UserName;
        person.NormalizedUserName = Capitals(input.UserName);
        person.Email = input.Email;
        person.NormalizedEmail = input.Email is null ? null : Capitals(input.Email);
        person.DisplayName = input.DisplayName;
        person.ExternalId = input.ExternalId;
        (told.GivenName, told.FamilyName, told.Title) = (input.GivenName, input.FamilyName, input.Title);
        (told.EmployeeNumber, told.Department) = (input.EmployeeNumber, input.Department);
        (told.Division, told.Organization) = (input.Division, input.Organization);
        // A leader who is not here yet is told again by the next cycle.
        var manager = input.ManagerId == person.Id ? null : input.ManagerId;
        told.ManagerId = manager is { } id && await database.Users.AnyAsync(one => one.Id == id, ct) ? id : null;
    }

    // Names of what changed, never the values.
    private List<string> Changed()
    {
        database.ChangeTracker.DetectChanges();
        return
        [
            .. database
                .ChangeTracker.Entries()
                .Where(entry => entry.Entity is Person or ProvisionedPerson)
                .SelectMany(entry => entry.Properties)
                .Where(property =>
                    property.IsModified
                    || (property.EntityEntry.State == EntityState.Added && property.CurrentValue is not (null or Guid))
                )
                .Select(property => property.Metadata.Name)
                .Where(name => !name.StartsWith("Normalized", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task<ScimAnswer?> FindConflictAsync(Guid id, UserInput input, CancellationToken ct)
    {
        var others = database.Users.Where(person => person.Id != id);
        var userName = Capitals(input.UserName);
        if (await others.AnyAsync(person => person.NormalizedUserName == userName, ct))
            return ScimAnswer.NotUnique("userName");
        if (input.ExternalId is { } externalId && await others.AnyAsync(person => person.ExternalId == externalId, ct))
            return ScimAnswer.NotUnique("externalId");
        if (input.Email is null)
            return null;
        var email = Capitals(input.Email);
        return await others.AnyAsync(person => person.NormalizedEmail == email, ct)
            ? ScimAnswer.NotUnique("emails")
            : null;
    }

    private async Task GiveRoleAsync(Guid personId, CancellationToken ct)
    {
        var role = await database.Roles.SingleAsync(one => one.Name == Roles.Employee, ct);
        database.UserRoles.Add(new IdentityUserRole<Guid> { UserId = personId, RoleId = role.Id });
    }

    private static IQueryable<ScimPerson> Narrow(IQueryable<ScimPerson> all, ScimAttribute attribute, string value)
    {
        if (attribute.Schema is { } schema && !ScimShape.User.IsOwn(schema))
            return all;
        var capitals = Capitals(value);
        return attribute.Name.ToUpperInvariant() switch
        {
            "USERNAME" => all.Where(one => one.Person.NormalizedUserName == capitals),
            "EXTERNALID" => all.Where(one => one.Person.ExternalId == value),
            "ID" => Guid.TryParse(value, out var id) ? all.Where(one => one.Person.Id == id) : all.Take(0),
            "EMAILS" when attribute.Sub is null || Is(attribute.Sub, "value") => all.Where(one =>
                one.Person.NormalizedEmail == capitals
            ),
            _ => all,
        };
    }

    private static IQueryable<ScimPerson> NarrowEmail(IQueryable<ScimPerson> all, ScimFilter inner) =>
        inner switch
        {
            ScimFilter.And both => NarrowEmail(NarrowEmail(all, both.Left), both.Right),
            ScimFilter.Compare { Operator: "eq", Value: string value, Attribute.Name: var name }
                when Is(name, "value") => Narrow(all, new ScimAttribute(null, "emails", null), value),
            _ => all,
        };

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // As Identity does it.
    private static string Capitals(string text) => text.Normalize().ToUpperInvariant();
}

using System.Security.Cryptography;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>
/// What the members of a group have because of it. What somebody had by hand is neither doubled nor taken away, and the last
/// administrator stays one. Changes tracked rows; the caller stores.
/// </summary>
internal sealed class GroupGrants(EndreContext database, Formats formats, TimeProvider clock)
{
    /// <summary>Gives and takes until the members have what the group now gives.</summary>
    public async Task ReconcileAsync(ProvisionedGroup group, IReadOnlySet<Guid> members, CancellationToken ct)
    {
        var grants = await database.ProvisionedGrants.Where(grant => grant.GroupId == group.Id).ToListAsync(ct);
        var places = await PlacesOfAsync(grants, ct);
        foreach (var grant in grants.Where(grant => !IsStillGiven(grant, group, members, places)))
            await TakeAsync(grant, places, ct);
        var left = grants.Where(grant => database.Entry(grant).State != EntityState.Deleted).ToList();
        if (group.Role is not null)
            await GiveRoleAsync(group, members, [.. left.Where(g => g.Role is not null).Select(g => g.PersonId)], ct);
        if (group is { UnitId: not null, UnitRole: not null })
            await GivePlaceAsync(
                group,
                members,
                [.. left.Where(g => g.MembershipId is not null).Select(g => g.PersonId)],
                ct
            );
    }

    /// <summary>Takes a person out of all groups, with what they gave.</summary>
    public async Task LeaveAllAsync(Guid personId, CancellationToken ct)
    {
        var grants = await database.ProvisionedGrants.Where(grant => grant.PersonId == personId).ToListAsync(ct);
        var places = await PlacesOfAsync(grants, ct);
        foreach (var grant in grants)
            await TakeAsync(grant, places, ct);
        database.ProvisionedGroupMembers.RemoveRange(
            await database.ProvisionedGroupMembers.Where(member => member.PersonId == personId).ToListAsync(ct)
        );
    }

    public async Task<bool> IsLastAdministratorAsync(Guid personId, CancellationToken ct)
    {
        var roleId = await RoleIdAsync(Roles.Administrator, ct);
        var administrators = await database
            .UserRoles.Where(row => row.RoleId == roleId)
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                row => row.UserId,
                person => person.Id,
                (row, _) => row.UserId
            )
            .ToHashSetAsync(ct);
        // Several may lose it in one act.
        administrators.ExceptWith(
            database
                .ChangeTracker.Entries<IdentityUserRole<Guid>>()
                .Where(entry => entry.State == EntityState.Deleted && entry.Entity.RoleId == roleId)
                .Select(entry => entry.Entity.UserId)
        );
        return administrators.Count == 1 && administrators.Contains(personId);
    }

    private async Task<Dictionary<Guid, Membership>> PlacesOfAsync(List<ProvisionedGrant> grants, CancellationToken ct)
    {
        var ids = grants
            .Where(grant => grant.MembershipId is not null)
            .Select(grant => grant.MembershipId!.Value)
            .ToList();
        return await database
            .Memberships.Where(place => ids.Contains(place.Id))
            .ToDictionaryAsync(place => place.Id, ct);
    }

    private static bool IsStillGiven(
        ProvisionedGrant grant,
        ProvisionedGroup group,
        IReadOnlySet<Guid> members,
        Dictionary<Guid, Membership> places
    ) =>
        members.Contains(grant.PersonId)
        && (
            grant.Role is not null
                ? grant.Role == group.Role
                : places.TryGetValue(grant.MembershipId ?? Guid.Empty, out var place)
                    && place.UnitId == group.UnitId
                    && place.Role == group.UnitRole
        );

    private async Task TakeAsync(ProvisionedGrant grant, Dictionary<Guid, Membership> places, CancellationToken ct)
    {
        database.ProvisionedGrants.Remove(grant);
        if (grant.Role is { } role)
        {
            await TakeRoleAsync(grant, role, ct);
        }
        else if (places.TryGetValue(grant.MembershipId ?? Guid.Empty, out var place) && place.Until is null)
        {
            // Nobody who came and went the same day ever held it.
            var yesterday = formats.Day(clock.GetUtcNow()).AddDays(-1);
            if (place.Since > yesterday)
                database.Memberships.Remove(place);
            else
                place.Until = yesterday;
        }
    }

    private async Task TakeRoleAsync(ProvisionedGrant grant, string role, CancellationToken ct)
    {
        var isGivenElsewhere = await database.ProvisionedGrants.AnyAsync(
            other => other.PersonId == grant.PersonId && other.Role == role && other.GroupId != grant.GroupId,
            ct
        );
        if (isGivenElsewhere)
            return;
        if (role == Roles.Administrator && await IsLastAdministratorAsync(grant.PersonId, ct))
            return;
        var roleId = await RoleIdAsync(role, ct);
        var row = await database.UserRoles.SingleOrDefaultAsync(
            one => one.UserId == grant.PersonId && one.RoleId == roleId,
            ct
        );
        if (row is not null)
            database.UserRoles.Remove(row);
        await RenewAsync([grant.PersonId], ct);
    }

    private async Task GiveRoleAsync(
        ProvisionedGroup group,
        IReadOnlySet<Guid> members,
        HashSet<Guid> have,
        CancellationToken ct
    )
    {
        var roleId = await RoleIdAsync(group.Role!, ct);
        var byHand = await database
            .UserRoles.Where(row => row.RoleId == roleId)
            .Select(row => row.UserId)
            .ToHashSetAsync(ct);
        var byGroup = await database
            .ProvisionedGrants.Where(grant => grant.Role == group.Role)
            .Select(grant => grant.PersonId)
            .ToHashSetAsync(ct);
        List<Guid> given =
        [
            .. members.Where(id => !have.Contains(id) && (!byHand.Contains(id) || byGroup.Contains(id))),
        ];
        foreach (var id in given)
        {
            database.ProvisionedGrants.Add(NewGrant(group, id, group.Role, null));
            if (!byHand.Contains(id))
                database.UserRoles.Add(new IdentityUserRole<Guid> { UserId = id, RoleId = roleId });
        }

        await RenewAsync(given, ct);
    }

    private async Task GivePlaceAsync(
        ProvisionedGroup group,
        IReadOnlySet<Guid> members,
        HashSet<Guid> have,
        CancellationToken ct
    )
    {
        var today = formats.Day(clock.GetUtcNow());
        var there = await database
            .Memberships.Where(place =>
                place.UnitId == group.UnitId
                && place.Role == group.UnitRole
                && (place.Until == null || place.Until >= today)
            )
            .Select(place => place.PersonId)
            .ToHashSetAsync(ct);
        foreach (var id in members.Where(id => !have.Contains(id) && !there.Contains(id)))
        {
            var place = new Membership
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PersonId = id,
                UnitId = group.UnitId!.Value,
                Role = group.UnitRole!,
                Since = today,
            };
            database.Memberships.Add(place);
            database.ProvisionedGrants.Add(NewGrant(group, id, null, place.Id));
        }
    }

    private ProvisionedGrant NewGrant(ProvisionedGroup group, Guid personId, string? role, Guid? membershipId) =>
        new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            GroupId = group.Id,
            PersonId = personId,
            Role = role,
            MembershipId = membershipId,
        };

    private Task<Guid> RoleIdAsync(string role, CancellationToken ct) =>
        database.Roles.Where(one => one.Name == role).Select(one => one.Id).SingleAsync(ct);

    // A sign-in carries its roles; a new stamp makes it fetch them within a minute.
    private async Task RenewAsync(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        foreach (var person in await database.Users.Where(person => people.Contains(person.Id)).ToListAsync(ct))
        {
            person.SecurityStamp = RandomNumberGenerator.GetHexString(32);
            person.ConcurrencyStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        }
    }
}

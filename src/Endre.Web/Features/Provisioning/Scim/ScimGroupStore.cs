using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;
using Endre.Storage;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>Somebody in a group.</summary>
internal sealed record ScimMember(Guid PersonId, string Name);

/// <summary>Groups as a provisioning client finds and changes them.</summary>
internal sealed class ScimGroupStore(EndreContext database, GroupGrants grants, AuditLog audit, TimeProvider clock)
{
    // Tracked: a change is decided on the version that was read first, and is refused when somebody stored after that.
    public IQueryable<ProvisionedGroup> All() => database.ProvisionedGroups;

    /// <summary>Those that may answer the filter, where the database can tell.</summary>
    public IQueryable<ProvisionedGroup> Narrow(ScimFilter? filter) => Narrow(All(), filter);

    public async Task<ILookup<Guid, ScimMember>> MembersOfAsync(IReadOnlyCollection<Guid> groups, CancellationToken ct)
    {
        var rows = await database
            .ProvisionedGroupMembers.Where(member => groups.Contains(member.GroupId))
            .Join(
                database.Users,
                member => member.PersonId,
                person => person.Id,
                (member, person) =>
                    new
                    {
                        member.GroupId,
                        person.Id,
                        person.DisplayName,
                    }
            )
            .ToListAsync(ct);
        return rows.OrderBy(row => row.Id).ToLookup(row => row.GroupId, row => new ScimMember(row.Id, row.DisplayName));
    }

    public async Task<(Guid Id, ScimAnswer? Problem)> CreateAsync(GroupInput input, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var group = new ProvisionedGroup
        {
            Id = Guid.CreateVersion7(now),
            DisplayName = input.DisplayName,
            NormalizedName = Capitals(input.DisplayName),
            ExternalId = input.ExternalId,
            CreatedAt = now,
            ChangedAt = now,
        };
        if (await IsTakenAsync(group.Id, group.NormalizedName, ct))
            return (group.Id, ScimAnswer.NotUnique("displayName"));
        if (await FindStrangersAsync(input.Members, ct) is { } fault)
            return (group.Id, fault);
        database.ProvisionedGroups.Add(group);
        AddMembers(group.Id, input.Members);
        audit.Record("ProvisionGroup", "group", group.Id, ("change", "created"), ("members", $"{input.Members.Count}"));
        await database.SaveChangesAsync(ct);
        return (group.Id, null);
    }

    public async Task<ScimAnswer?> ChangeAsync(Guid id, GroupInput input, CancellationToken ct)
    {
        var group = await database.ProvisionedGroups.SingleOrDefaultAsync(one => one.Id == id, ct);
        if (group is null)
            return ScimAnswer.NotFound;
        if (await IsTakenAsync(id, Capitals(input.DisplayName), ct))
            return ScimAnswer.NotUnique("displayName");
        var now = await database.ProvisionedGroupMembers.Where(member => member.GroupId == id).ToListAsync(ct);
        HashSet<Guid> have = [.. now.Select(member => member.PersonId)];
        HashSet<Guid> come = [.. input.Members.Except(have)];
        if (await FindStrangersAsync(come, ct) is { } fault)
            return fault;
        var gone = now.Where(member => !input.Members.Contains(member.PersonId)).ToList();
        var isReworded = group.DisplayName != input.DisplayName || group.ExternalId != input.ExternalId;
        if (come.Count == 0 && gone.Count == 0 && !isReworded)
            return null;
        (group.DisplayName, group.NormalizedName) = (input.DisplayName, Capitals(input.DisplayName));
        group.ExternalId = input.ExternalId;
        group.ChangedAt = clock.GetUtcNow();
        group.Version++;
        AddMembers(id, come);
        database.ProvisionedGroupMembers.RemoveRange(gone);
        await grants.ReconcileAsync(group, input.Members, ct);
        audit.Record(
            "ProvisionGroup",
            "group",
            id,
            ("change", isReworded ? "reworded" : "members"),
            ("came", $"{come.Count}"),
            ("went", $"{gone.Count}")
        );
        await database.SaveChangesAsync(ct);
        return null;
    }

    public async Task RemoveAsync(Guid id, CancellationToken ct)
    {
        var group = await database.ProvisionedGroups.SingleAsync(one => one.Id == id, ct);
        await grants.ReconcileAsync(group, new HashSet<Guid>(), ct);
        database.ProvisionedGroups.Remove(group);
        audit.Record("ProvisionGroup", "group", id, ("change", "deleted"));
        await database.SaveChangesAsync(ct);
    }

    private void AddMembers(Guid groupId, IEnumerable<Guid> people) =>
        database.ProvisionedGroupMembers.AddRange(
            people.Select(id => new ProvisionedGroupMember { GroupId = groupId, PersonId = id })
        );

    private async Task<ScimAnswer?> FindStrangersAsync(IReadOnlySet<Guid> members, CancellationToken ct)
    {
        foreach (var some in members.Chunk(500))
        {
            if (await database.Users.CountAsync(person => some.Contains(person.Id), ct) < some.Length)
                return ScimAnswer.Fault(new ScimFault("invalidValue", "members holds somebody who is no user here."));
        }

        return null;
    }

    private Task<bool> IsTakenAsync(Guid id, string normalized, CancellationToken ct) =>
        database.ProvisionedGroups.AnyAsync(group => group.NormalizedName == normalized && group.Id != id, ct);

    private IQueryable<ProvisionedGroup> Narrow(IQueryable<ProvisionedGroup> all, ScimFilter? filter)
    {
        if (filter is ScimFilter.And both)
            return Narrow(Narrow(all, both.Left), both.Right);
        if (filter is not ScimFilter.Compare { Operator: "eq", Value: string value, Attribute: var attribute })
            return all;
        var capitals = Capitals(value);
        var isPerson = Guid.TryParse(value, out var id);
        return attribute.Name.ToUpperInvariant() switch
        {
            "DISPLAYNAME" => all.Where(group => group.NormalizedName == capitals),
            "EXTERNALID" => all.Where(group => group.ExternalId == value),
            "ID" => isPerson ? all.Where(group => group.Id == id) : all.Take(0),
            "MEMBERS" when isPerson => all.Where(group =>
                database.ProvisionedGroupMembers.Any(member => member.GroupId == group.Id && member.PersonId == id)
            ),
            _ => all,
        };
    }

    private static string Capitals(string text) => text.Normalize().ToUpperInvariant();
}

/// <summary>A group as SCIM's Group (RFC 7643 §4.2).</summary>
internal static class GroupResource
{
    public static JsonObject Of(ProvisionedGroup group, IEnumerable<ScimMember> members, Uri site)
    {
        var id = group.Id.ToString();
        var resource = new JsonObject
        {
            ["schemas"] = new JsonArray(ScimShape.GroupSchema),
            ["id"] = id,
            ["displayName"] = group.DisplayName,
        };
        if (group.ExternalId is not null)
            resource["externalId"] = group.ExternalId;
        var references = members
            .Select(
                JsonNode (member) =>
                    new JsonObject
                    {
                        ["value"] = member.PersonId.ToString(),
                        ["$ref"] = UserResource.Address(site, "Users", member.PersonId.ToString()),
                        ["display"] = member.Name,
                        ["type"] = "User",
                    }
            )
            .ToArray();
        if (references.Length > 0)
            resource["members"] = new JsonArray(references);
        resource["meta"] = UserResource.Meta(
            "Group",
            "Groups",
            id,
            site,
            group.CreatedAt,
            group.ChangedAt,
            $"W/\"{group.Version}\""
        );
        return resource;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;
using Endre.Storage.People;
using Endre.Storage.Provisioning;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>A person with what a provisioning client told besides.</summary>
internal sealed record ScimPerson
{
    public required Person Person { get; init; }

    public required ProvisionedPerson? Told { get; init; }
}

/// <summary>A group that a person is in.</summary>
internal sealed record ScimMembership(Guid GroupId, string GroupName);

/// <summary>A person as SCIM's User (RFC 7643 §4.1).</summary>
internal static class UserResource
{
    public static JsonObject Of(ScimPerson found, IEnumerable<ScimMembership> groups, Uri site)
    {
        var (person, told) = (found.Person, found.Told);
        var id = person.Id.ToString();
        var user = new JsonObject
        {
            ["schemas"] = new JsonArray(ScimShape.UserSchema, ScimShape.EnterpriseSchema),
            ["id"] = id,
            ["userName"] = person.UserName,
            ["displayName"] = person.DisplayName,
            ["active"] = person.DeactivatedAt is null,
        };
        Put(user, "externalId", person.ExternalId);
        Put(user, "title", told?.Title);
        Put(user, "preferredLanguage", person.Language);
        var name = new JsonObject { ["formatted"] = person.DisplayName };
        Put(name, "givenName", told?.GivenName);
        Put(name, "familyName", told?.FamilyName);
        user["name"] = name;
        if (person.Email is { } email)
        {
            user["emails"] = new JsonArray(
                new JsonObject
                {
                    ["value"] = email,
                    ["type"] = "work",
                    ["primary"] = true,
                }
            );
        }

        if (Enterprise(told, site) is { Count: > 0 } enterprise)
            user[ScimShape.EnterpriseSchema] = enterprise;
        else
            user["schemas"] = new JsonArray(ScimShape.UserSchema);
        user["meta"] = Meta("User", "Users", id, site, CreatedAt(person), person.ChangedAt, Version(user));
        var memberships = groups
            .OrderBy(group => group.GroupName, StringComparer.Ordinal)
            .Select(JsonNode (group) => GroupReference(group, site))
            .ToArray();
        if (memberships.Length > 0)
            user["groups"] = new JsonArray(memberships);
        return user;
    }

    public static string Address(Uri site, string type, string id) => new Uri(site, $"scim/v2/{type}/{id}").ToString();

    public static JsonObject Meta(
        string type,
        string path,
        string id,
        Uri site,
        DateTimeOffset createdAt,
        DateTimeOffset? changedAt,
        string version
    ) =>
        new()
        {
            ["resourceType"] = type,
            ["created"] = Instant(createdAt),
            ["lastModified"] = Instant(changedAt ?? createdAt),
            ["location"] = Address(site, path, id),
            ["version"] = version,
        };

    // The content is the version: whatever changed it, a page, an import or a client, the tag is another.
    private static string Version(JsonObject user) =>
        $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.ToJsonString())).AsSpan(0, 8))}\"";

    private static JsonObject Enterprise(ProvisionedPerson? told, Uri site)
    {
        var enterprise = new JsonObject();
        Put(enterprise, "employeeNumber", told?.EmployeeNumber);
        Put(enterprise, "department", told?.Department);
        Put(enterprise, "division", told?.Division);
        Put(enterprise, "organization", told?.Organization);
        if (told?.ManagerId is { } manager)
        {
            enterprise["manager"] = new JsonObject
            {
                ["value"] = manager.ToString(),
                ["$ref"] = Address(site, "Users", manager.ToString()),
            };
        }

        return enterprise;
    }

    private static JsonObject GroupReference(ScimMembership group, Uri site) =>
        new()
        {
            ["value"] = group.GroupId.ToString(),
            ["$ref"] = Address(site, "Groups", group.GroupId.ToString()),
            ["display"] = group.GroupName,
            ["type"] = "direct",
        };

    private static void Put(JsonObject node, string name, string? value)
    {
        if (value is not null)
            node[name] = value;
    }

    // Accounts older than the record of when they were made tell it by their id.
    private static DateTimeOffset CreatedAt(Person person)
    {
        if (person.CreatedAt is { } at)
            return at;
        Span<byte> id = stackalloc byte[16];
        person.Id.TryWriteBytes(id, bigEndian: true, out _);
        var milliseconds = 0L;
        foreach (var part in id[..6])
            milliseconds = (milliseconds << 8) | part;
        return person.Id.Version == 7
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.UnixEpoch;
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

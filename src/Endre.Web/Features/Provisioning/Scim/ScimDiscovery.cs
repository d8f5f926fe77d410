using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>What this SCIM can do, for clients that look before they ask (RFC 7644 §4, RFC 7643 §5–7).</summary>
internal static class ScimDiscovery
{
    private const string Core = "urn:ietf:params:scim:schemas:core:2.0:";

    public static IResult ShowConfiguration(HttpContext http, ListeningAddress address) =>
        http.Request.Query.ContainsKey("filter")
            ? NoFilter
            : ScimAnswer.Document(
                new JsonObject
                {
                    ["schemas"] = new JsonArray($"{Core}ServiceProviderConfig"),
                    ["patch"] = Supported(true),
                    ["bulk"] = new JsonObject
                    {
                        ["supported"] = false,
                        ["maxOperations"] = 0,
                        ["maxPayloadSize"] = 0,
                    },
                    ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = ScimQuery.MostResults },
                    ["changePassword"] = Supported(false),
                    ["sort"] = Supported(true),
                    ["etag"] = Supported(true),
                    ["authenticationSchemes"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "oauthbearertoken",
                            ["name"] = "Bearer token",
                            ["description"] = "A token that an administrator makes for the client.",
                            ["specUri"] = "https://www.rfc-editor.org/info/rfc6750",
                            ["primary"] = true,
                        }
                    ),
                    ["meta"] = new JsonObject
                    {
                        ["resourceType"] = "ServiceProviderConfig",
                        ["location"] = Location(address, "ServiceProviderConfig"),
                    },
                }
            );

    public static IResult ListResourceTypes(HttpContext http, ListeningAddress address)
    {
        if (http.Request.Query.ContainsKey("filter"))
            return NoFilter;
        JsonObject[] all = [UserType(address), GroupType(address)];
        return ScimAnswer.List(all, all.Length, 1);
    }

    public static IResult ShowResourceType(string id, ListeningAddress address) =>
        id switch
        {
            "User" => ScimAnswer.Document(UserType(address)),
            "Group" => ScimAnswer.Document(GroupType(address)),
            _ => ScimAnswer.NotFound,
        };

    public static IResult ListSchemas(HttpContext http, ListeningAddress address)
    {
        if (http.Request.Query.ContainsKey("filter"))
            return NoFilter;
        var all = ScimSchemas.All(uri => Location(address, $"Schemas/{uri}")).ToList();
        return ScimAnswer.List(all, all.Count, 1);
    }

    public static IResult ShowSchema(string id, ListeningAddress address) =>
        ScimSchemas.All(uri => Location(address, $"Schemas/{uri}")).FirstOrDefault(one => one["id"]!.ToString() == id)
            is { } schema
            ? ScimAnswer.Document(schema)
            : ScimAnswer.NotFound;

    /// <summary><c>/Me</c> and <c>/Bulk</c> are for others (RFC 7644 §3.11, §3.7).</summary>
    public static IResult NotImplemented() =>
        ScimAnswer.Fault(StatusCodes.Status501NotImplemented, "This part of SCIM is not offered.");

    // RFC 7644 §4: a filter here is answered with 403.
    private static ScimAnswer NoFilter =>
        ScimAnswer.Fault(StatusCodes.Status403Forbidden, "A filter has no place here.");

    private static JsonObject UserType(ListeningAddress address) =>
        Type(address, "User", "/Users", "People", ScimShape.UserSchema, ScimShape.EnterpriseSchema);

    private static JsonObject GroupType(ListeningAddress address) =>
        Type(address, "Group", "/Groups", "Groups of the provider", ScimShape.GroupSchema, extension: null);

    private static JsonObject Type(
        ListeningAddress address,
        string name,
        string endpoint,
        string description,
        string schema,
        string? extension
    )
    {
        var type = new JsonObject
        {
            ["schemas"] = new JsonArray($"{Core}ResourceType"),
            ["id"] = name,
            ["name"] = name,
            ["endpoint"] = endpoint,
            ["description"] = description,
            ["schema"] = schema,
        };
        if (extension is not null)
            type["schemaExtensions"] = new JsonArray(new JsonObject { ["schema"] = extension, ["required"] = false });
        type["meta"] = new JsonObject
        {
            ["resourceType"] = "ResourceType",
            ["location"] = Location(address, $"ResourceTypes/{name}"),
        };
        return type;
    }

    private static JsonObject Supported(bool isIt) => new() { ["supported"] = isIt };

    private static string Location(ListeningAddress address, string path) =>
        new Uri(address.ForPeople, $"scim/v2/{path}").ToString();
}

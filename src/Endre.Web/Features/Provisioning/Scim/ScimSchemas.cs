using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>The attributes that Endre keeps, as RFC 7643 §7 describes attributes. Others are taken in and forgotten.</summary>
internal static class ScimSchemas
{
    public static IEnumerable<JsonObject> All(Func<string, string> location) =>
        [
            Schema(
                ScimShape.UserSchema,
                "User",
                location,
                Required(Unique(Text("userName", "What the person signs in as."))),
                Unique(Exact(Text("externalId", "The client's own id of the person."))),
                Complex(
                    "name",
                    "The parts of the name.",
                    Text("formatted", "The whole name."),
                    Text("familyName", "Family name."),
                    Text("givenName", "Given name.")
                ),
                Text("displayName", "The name others see."),
                Text("title", "The title of the position."),
                Text("preferredLanguage", "nb, nn or en; used for somebody who has not chosen."),
                Of(Text("active", "Whether the person may sign in."), "boolean"),
                Several(
                    Complex(
                        "emails",
                        "One address is kept: the primary, else that of type work.",
                        Text("value", "The address."),
                        Text("type", "Always work."),
                        Of(Text("primary", "Always true."), "boolean")
                    )
                ),
                ReadOnly(
                    Several(
                        Complex(
                            "groups",
                            "The groups the person is in.",
                            Text("value", "The group's id."),
                            Reference("Group"),
                            Text("display", "The group's name.")
                        )
                    )
                )
            ),
            Schema(
                ScimShape.EnterpriseSchema,
                "EnterpriseUser",
                location,
                Text("employeeNumber", "What the HR system calls the person."),
                Text("department", "Department, as the client writes it."),
                Text("division", "Division, as the client writes it."),
                Text("organization", "Organization, as the client writes it."),
                Complex(
                    "manager",
                    "Who takes over when the person leaves.",
                    Text("value", "The id of a user."),
                    Reference("User")
                )
            ),
            Schema(
                ScimShape.GroupSchema,
                "Group",
                location,
                Required(Unique(Text("displayName", "The group's name."))),
                Exact(Text("externalId", "The client's own id of the group.")),
                Several(
                    Complex(
                        "members",
                        "Who is in the group.",
                        Exact(Text("value", "The id of a user.")),
                        Reference("User"),
                        Text("display", "The user's name.")
                    )
                )
            ),
        ];

    private static JsonObject Schema(
        string id,
        string name,
        Func<string, string> location,
        params JsonObject[] attributes
    ) =>
        new()
        {
            ["schemas"] = new JsonArray("urn:ietf:params:scim:schemas:core:2.0:Schema"),
            ["id"] = id,
            ["name"] = name,
            ["description"] = name,
            ["attributes"] = new JsonArray([.. attributes]),
            ["meta"] = new JsonObject { ["resourceType"] = "Schema", ["location"] = location(id) },
        };

    private static JsonObject Text(string name, string description) =>
        new()
        {
            ["name"] = name,
            ["type"] = "string",
            ["multiValued"] = false,
            ["description"] = description,
            ["required"] = false,
            ["caseExact"] = false,
            ["mutability"] = "readWrite",
            ["returned"] = "default",
            ["uniqueness"] = "none",
        };

    private static JsonObject Complex(string name, string description, params JsonObject[] parts)
    {
        var attribute = Of(Text(name, description), "complex");
        attribute["subAttributes"] = new JsonArray([.. parts]);
        return attribute;
    }

    private static JsonObject Reference(string to)
    {
        var attribute = ReadOnly(Exact(Of(Text("$ref", "Its address."), "reference")));
        attribute["referenceTypes"] = new JsonArray(to);
        return attribute;
    }

    private static JsonObject Of(JsonObject attribute, string type) => With(attribute, "type", type);

    private static JsonObject Required(JsonObject attribute) => With(attribute, "required", true);

    private static JsonObject Unique(JsonObject attribute) => With(attribute, "uniqueness", "server");

    private static JsonObject Exact(JsonObject attribute) => With(attribute, "caseExact", true);

    private static JsonObject Several(JsonObject attribute) => With(attribute, "multiValued", true);

    private static JsonObject ReadOnly(JsonObject attribute) => With(attribute, "mutability", "readOnly");

    private static JsonObject With(JsonObject attribute, string name, JsonNode value)
    {
        attribute[name] = value;
        return attribute;
    }
}

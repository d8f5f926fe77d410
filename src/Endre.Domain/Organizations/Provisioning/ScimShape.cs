using System.Collections.Frozen;

namespace Endre.Domain.Organizations.Provisioning;

/// <summary>What attributes a kind of resource has. What is known and not kept is taken in and forgotten.</summary>
public sealed class ScimShape
{
    /// <summary>The schema of people.</summary>
    public const string UserSchema = "urn:ietf:params:scim:schemas:core:2.0:User";

    /// <summary>The schema of groups.</summary>
    public const string GroupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";

    /// <summary>What an employer knows of people besides.</summary>
    public const string EnterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private ScimShape(string schema, string[] attributes, string[] several, string[] readOnly, string[] exact)
    {
        Schema = schema;
        Attributes = attributes.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Several = several.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        ReadOnly = readOnly.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Exact = exact.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>People (RFC 7643 §4.1).</summary>
    public static ScimShape User { get; } =
        new(
            UserSchema,
            [
                .. "id externalId meta schemas userName name displayName nickName profileUrl title userType".Split(' '),
                .. "preferredLanguage locale timezone active password emails phoneNumbers ims photos".Split(' '),
                .. "addresses groups entitlements roles x509Certificates".Split(' '),
            ],
            "emails phoneNumbers ims photos addresses groups entitlements roles x509Certificates schemas".Split(' '),
            ["id", "meta", "groups", "schemas"],
            ["id", "externalId", "value", "$ref", "location", "version"]
        );

    /// <summary>Groups (RFC 7643 §4.2).</summary>
    public static ScimShape Group { get; } =
        new(
            GroupSchema,
            ["id", "externalId", "meta", "schemas", "displayName", "members"],
            ["members", "schemas"],
            ["id", "meta", "schemas"],
            ["id", "externalId", "value", "$ref", "location", "version"]
        );

    /// <summary>The resource's own schema.</summary>
    public string Schema { get; }

    /// <summary>The attributes of its own schema.</summary>
    public IReadOnlySet<string> Attributes { get; }

    /// <summary>Those with several values.</summary>
    public IReadOnlySet<string> Several { get; }

    /// <summary>Those that nobody outside changes.</summary>
    public IReadOnlySet<string> ReadOnly { get; }

    /// <summary>Those in which upper and lower case differ. A value of an e-mail address is no such, though its name is.</summary>
    public IReadOnlySet<string> Exact { get; }

    /// <summary>Whether the attribute is the resource's own, or of an extension.</summary>
    /// <param name="attribute">The attribute.</param>
    public bool Knows(ScimAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.Schema is null || IsOwn(attribute.Schema)
            ? Attributes.Contains(attribute.Name)
            : attribute.Schema.Contains(":extension:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the URN names the resource's own schema.</summary>
    /// <param name="schema">The URN.</param>
    public bool IsOwn(string schema) => string.Equals(schema, Schema, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether upper and lower case differ in the attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    public bool IsExact(ScimAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return Exact.Contains(attribute.Sub ?? attribute.Name)
            && !string.Equals(attribute.Name, "emails", StringComparison.OrdinalIgnoreCase);
    }
}

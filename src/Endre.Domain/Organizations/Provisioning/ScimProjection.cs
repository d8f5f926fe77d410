using System.Text.Json.Nodes;

namespace Endre.Domain.Organizations.Provisioning;

/// <summary>Which attributes a client wants to see (RFC 7644 §3.9).</summary>
/// <param name="Wanted">Only these, or null for all.</param>
/// <param name="Unwanted">Not these.</param>
public sealed record ScimProjection(IReadOnlyList<ScimAttribute>? Wanted, IReadOnlyList<ScimAttribute> Unwanted)
{
    private static readonly string[] Always = ["id", "schemas", "meta"];

    /// <summary>Everything.</summary>
    public static ScimProjection All { get; } = new(null, []);

    /// <summary>Reads the two parameters.</summary>
    /// <param name="attributes">Names separated by commas, or null.</param>
    /// <param name="excluded">Names separated by commas, or null.</param>
    /// <returns>The projection, or the fault <c>invalidPath</c>.</returns>
    public static (ScimProjection? Projection, ScimFault? Fault) Read(string? attributes, string? excluded)
    {
        var (wanted, fault) = ReadNames(attributes);
        var (unwanted, excludedFault) = ReadNames(excluded);
        return (fault ?? excludedFault) is { } wrong
            ? (null, wrong)
            : (new ScimProjection(wanted.Count == 0 ? null : wanted, unwanted), null);
    }

    /// <summary>Whether the attribute will be seen, so that it need not be fetched when it will not.</summary>
    /// <param name="name">The attribute.</param>
    public bool Shows(string name) =>
        (Wanted is null || Wanted.Any(one => Same(one.Name, name)))
        && !Unwanted.Any(one => one.Sub is null && Same(one.Name, name));

    /// <summary>The resource with what is wanted; its id and schemas are always there.</summary>
    /// <param name="resource">The whole resource.</param>
    public JsonObject Of(JsonObject resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var shown = new JsonObject();
        foreach (var (name, value) in resource)
        {
            if (Always.Contains(name))
            {
                shown[name] = value?.DeepClone();
            }
            else if (Part(name, value) is { } part)
            {
                shown[name] = part;
            }
        }
        return shown;
    }

    private JsonNode? Part(string name, JsonNode? value)
    {
        var isExtension = name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase);
        List<ScimAttribute>? wanted = Wanted is null ? null : [.. Wanted.Where(IsHere)];
        List<ScimAttribute> unwanted = [.. Unwanted.Where(IsHere)];
        if (wanted is { Count: 0 } || unwanted.Exists(IsWhole))
        {
            return null;
        }
        var parts = wanted is null || wanted.Exists(IsWhole) ? null : wanted.Select(PartOf).ToList();
        return Trim(value?.DeepClone(), parts, unwanted.ConvertAll(PartOf));

        bool IsHere(ScimAttribute one) => isExtension ? Same(one.Schema, name) : Same(one.Name, name);
        bool IsWhole(ScimAttribute one) => PartOf(one) is null;
        string? PartOf(ScimAttribute one) =>
            isExtension && one.Name.Length > 0 ? one.Name
            : isExtension ? null
            : one.Sub;
    }

    private static JsonNode? Trim(JsonNode? node, List<string?>? wanted, List<string?> unwanted)
    {
        foreach (var part in node is JsonArray many ? many.OfType<JsonObject>() : new[] { node }.OfType<JsonObject>())
        {
            var names = part.Select(pair => pair.Key).ToList();
            foreach (var name in names)
            {
                if (
                    (wanted is not null && !wanted.Exists(one => Same(one, name)))
                    || unwanted.Exists(one => Same(one, name))
                )
                {
                    part.Remove(name);
                }
            }
        }
        return node;
    }

    private static bool Same(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static (List<ScimAttribute> Names, ScimFault? Fault) ReadNames(string? text)
    {
        var names = new List<ScimAttribute>();
        foreach (
            var name in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var (path, fault) = ScimParser.ReadPath(name);
            if (path is null or { Chosen: not null } || names.Count == ScimParser.MostParts)
            {
                return ([], fault ?? new ScimFault("invalidValue", $"{name} is no attribute that can be chosen."));
            }
            names.Add(path.Attribute);
        }
        return (names, null);
    }
}

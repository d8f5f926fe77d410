using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Endre.Domain.Organizations.Provisioning;

/// <summary>Tells whether a resource answers a filter.</summary>
public static class ScimMatch
{
    /// <summary>Whether the filter is true of the resource.</summary>
    /// <param name="filter">The question.</param>
    /// <param name="resource">The resource as JSON, or one value of it inside brackets.</param>
    /// <param name="shape">What kind of resource it is.</param>
    public static bool IsTrue(ScimFilter filter, JsonObject resource, ScimShape shape)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(shape);
        return filter switch
        {
            ScimFilter.And both => IsTrue(both.Left, resource, shape) && IsTrue(both.Right, resource, shape),
            ScimFilter.Or either => IsTrue(either.Left, resource, shape) || IsTrue(either.Right, resource, shape),
            ScimFilter.Not not => !IsTrue(not.Inner, resource, shape),
            ScimFilter.Some some => Values(resource, some.Attribute, shape)
                .OfType<JsonObject>()
                .Any(value => IsTrue(some.Inner, value, shape)),
            ScimFilter.Present present => Values(resource, present.Attribute, shape).Any(IsThere),
            ScimFilter.Compare compare => IsTrue(compare, resource, shape),
            _ => false,
        };
    }

    /// <summary>What stands under the name, whatever the case of its letters; null when nothing does.</summary>
    /// <param name="node">A resource or a part of it.</param>
    /// <param name="name">The attribute's name.</param>
    public static JsonNode? Find(JsonObject node, string name)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    private static bool IsTrue(ScimFilter.Compare compare, JsonObject resource, ScimShape shape)
    {
        var values = Values(resource, compare.Attribute, shape).Where(IsThere).Select(Simple).ToList();
        if (compare.Value is null)
        {
            return compare.Operator == "eq" ? values.Count == 0 : values.Count > 0;
        }
        var comparison = shape.IsExact(compare.Attribute)
            ? StringComparison.Ordinal
            : StringComparison.OrdinalIgnoreCase;
        return compare.Operator == "ne"
            ? !values.Exists(value => Compares("eq", value, compare.Value, comparison))
            : values.Exists(value => Compares(compare.Operator, value, compare.Value, comparison));
    }

    private static IEnumerable<JsonNode?> Values(JsonObject resource, ScimAttribute attribute, ScimShape shape)
    {
        var from =
            attribute.Schema is { } schema && !shape.IsOwn(schema) ? Find(resource, schema) as JsonObject : resource;
        if (from is null)
        {
            return [];
        }
        var found = attribute.Name.Length == 0 ? from : Find(from, attribute.Name);
        IEnumerable<JsonNode?> all = found is JsonArray several ? several.AsEnumerable() : [found];
        return attribute.Sub is { } sub ? all.OfType<JsonObject>().Select(value => Find(value, sub)) : all;
    }

    private static bool IsThere(JsonNode? node) =>
        node switch
        {
            null => false,
            JsonArray several => several.Count > 0,
            JsonObject parts => parts.Count > 0,
            _ => node.GetValueKind() != JsonValueKind.String || node.GetValue<string>().Length > 0,
        };

    // A complex value is compared by its part called "value", as in members eq "2819…".
    private static object? Simple(JsonNode? node) =>
        (node is JsonObject parts ? Find(parts, "value") : node) is not JsonValue value
            ? null
            : value.GetValueKind() switch
            {
                JsonValueKind.String => value.GetValue<string>(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number when value.TryGetValue<decimal>(out var number) => number,
                _ => null,
            };

    private static bool Compares(string how, object? value, object with, StringComparison comparison) =>
        (value, with) switch
        {
            (bool one, bool other) => how == "eq" && one == other,
            (bool one, string other) => how == "eq" && bool.TryParse(other, out var said) && one == said,
            (decimal one, decimal other) => Orders(how, one.CompareTo(other)),
            (string one, string other) => CompareTexts(how, one, other, comparison),
            _ => false,
        };

    private static bool CompareTexts(string how, string one, string other, StringComparison comparison) =>
        how switch
        {
            "co" => one.Contains(other, comparison),
            "sw" => one.StartsWith(other, comparison),
            "ew" => one.EndsWith(other, comparison),
            _ when TryInstant(one, out var at) && TryInstant(other, out var than) => Orders(how, at.CompareTo(than)),
            _ => Orders(how, string.Compare(one, other, comparison)),
        };

    private static bool TryInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        return text.Length >= 19
            && text[4] == '-'
            && text[10] is 'T' or 't'
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out instant
            );
    }

    private static bool Orders(string how, int order) =>
        how switch
        {
            "eq" => order == 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            "le" => order <= 0,
            _ => false,
        };
}

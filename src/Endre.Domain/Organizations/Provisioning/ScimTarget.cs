using System.Text.Json;
using System.Text.Json.Nodes;

namespace Endre.Domain.Organizations.Provisioning;

/// <summary>What a PATCH operation does to the place that its path leads to.</summary>
internal static class ScimTarget
{
    /// <summary>A whole extension, named by its URN.</summary>
    public static ScimFault? Whole(JsonObject resource, string op, string schema, JsonNode? value)
    {
        if (op == "remove")
        {
            Remove(resource, schema);
            return null;
        }
        if (value is not JsonObject parts)
        {
            return new ScimFault("invalidValue", $"{schema} is an object.");
        }
        Merge(Part(resource, schema), parts);
        return null;
    }

    /// <summary>A complex part of a node, made when it is missing.</summary>
    public static JsonObject Part(JsonObject node, string name)
    {
        if (ScimMatch.Find(node, name) is JsonObject found)
        {
            return found;
        }
        var made = new JsonObject();
        Set(node, name, made);
        return made;
    }

    /// <summary>An attribute without a part and without a choice among its values.</summary>
    public static ScimFault? Attribute(JsonObject node, string op, string name, JsonNode? value, bool isSeveral)
    {
        var now = ScimMatch.Find(node, name);
        if (op == "remove")
        {
            RemoveValues(node, name, now as JsonArray, value);
        }
        else if (isSeveral)
        {
            var values = op == "add" && now is JsonArray already ? already : new JsonArray();
            AddAll(values, value is JsonArray many ? many.ToList() : [value]);
            if (!ReferenceEquals(values, now))
            {
                Set(node, name, values);
            }
        }
        else if (value is JsonObject parts)
        {
            Merge(Part(node, name), parts);
        }
        else if (now is JsonObject complex && value is JsonValue)
        {
            // A manager as a plain id.
            Set(complex, "value", value.DeepClone());
        }
        else
        {
            Set(node, name, value!.DeepClone());
        }
        return null;
    }

    /// <summary>A part of an attribute: <c>name.familyName</c>, or of each of its values.</summary>
    public static ScimFault? Sub(JsonObject node, string op, ScimAttribute attribute, JsonNode? value)
    {
        var now = ScimMatch.Find(node, attribute.Name);
        var parts = now is JsonArray several ? several.OfType<JsonObject>().ToList() : [];
        if (parts.Count == 0 && now is not JsonArray)
        {
            parts = [Part(node, attribute.Name)];
        }
        if (parts.Count == 0 && op != "remove")
        {
            return new ScimFault("noTarget", $"{attribute.Name} has no value.");
        }
        foreach (var part in parts)
        {
            SetOrRemove(part, op, attribute.Sub!, value);
        }
        return null;
    }

    /// <summary>The values of an attribute that answer a filter.</summary>
    public static ScimFault? Chosen(JsonObject node, string op, ScimPath path, JsonNode? value, ScimShape shape)
    {
        var name = path.Attribute.Name;
        var values = ScimMatch.Find(node, name) as JsonArray;
        var chosen =
            values?.OfType<JsonObject>().Where(part => ScimMatch.IsTrue(path.Chosen!, part, shape)).ToList() ?? [];
        if (op == "remove")
        {
            foreach (var part in chosen)
            {
                if (path.Sub is { } sub)
                {
                    Remove(part, sub);
                }
                else
                {
                    values!.Remove(part);
                }
            }
            return null;
        }
        if (chosen.Count == 0)
        {
            var made = new JsonObject();
            if (!TryMake(path.Chosen!, made))
            {
                return new ScimFault("noTarget", $"No value of {name} answers the filter.");
            }
            if (values is null)
            {
                values = new JsonArray();
                Set(node, name, values);
            }
            values.Add((JsonNode)made);
            chosen = [made];
        }
        foreach (var part in chosen)
        {
            if (path.Sub is { } sub)
            {
                SetOrRemove(part, op, sub, value);
            }
            else if (value is JsonObject parts)
            {
                Merge(part, parts);
            }
            else
            {
                Set(part, "value", value!.DeepClone());
            }
        }
        return null;
    }

    // What [type eq "work" and primary eq true] asks for can be made; any other question cannot.
    private static bool TryMake(ScimFilter filter, JsonObject made)
    {
        if (filter is ScimFilter.And both)
        {
            return TryMake(both.Left, made) && TryMake(both.Right, made);
        }
        if (
            filter
            is not ScimFilter.Compare { Operator: "eq", Attribute: { Sub: null, Name: { Length: > 0 } name } } compare
        )
        {
            return false;
        }
        Set(
            made,
            name,
            compare.Value switch
            {
                string text => JsonValue.Create(text),
                bool said => JsonValue.Create(said),
                decimal number => JsonValue.Create(number),
                _ => null,
            }
        );
        return true;
    }

    // Whoever is in already is not added again, but told what is new about them.
    private static void AddAll(JsonArray values, IEnumerable<JsonNode?> added)
    {
        var index = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var value in values.OfType<JsonNode>())
        {
            index.TryAdd(KeyOf(value), value);
        }
        foreach (var value in added.OfType<JsonNode>())
        {
            if (!index.TryGetValue(KeyOf(value), out var same))
            {
                var copy = value.DeepClone();
                values.Add(copy);
                index.Add(KeyOf(value), copy);
            }
            else if (same is JsonObject there && value is JsonObject parts)
            {
                Merge(there, parts);
            }
        }
    }

    private static string KeyOf(JsonNode value) =>
        $"{Value(value)}\n{(value is JsonObject parts ? Text(parts, "type") : "")}";

    private static void RemoveValues(JsonObject node, string name, JsonArray? now, JsonNode? value)
    {
        if (now is null || value is null || value is JsonArray { Count: 0 })
        {
            Remove(node, name);
            return;
        }
        var unwanted = (value is JsonArray many ? many.ToList() : [value])
            .Where(one => one is not null)
            .Select(one => Value(one!))
            .ToHashSet(StringComparer.Ordinal);
        now.RemoveAll(one => one is not null && unwanted.Contains(Value(one)));
    }

    private static string Text(JsonObject node, string name) => ScimMatch.Find(node, name)?.ToString() ?? "";

    private static string Value(JsonNode node) =>
        node is JsonObject parts ? Text(parts, "value")
        : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
        : node.ToJsonString();

    private static void SetOrRemove(JsonObject node, string op, string name, JsonNode? value)
    {
        if (op == "remove" || value is null)
        {
            Remove(node, name);
        }
        else
        {
            Set(node, name, value.DeepClone());
        }
    }

    private static void Merge(JsonObject into, JsonObject parts)
    {
        foreach (var (name, value) in parts)
        {
            SetOrRemove(into, "replace", name, value);
        }
    }

    private static void Set(JsonObject node, string name, JsonNode? value) => node[KeyOf(node, name)] = value;

    private static void Remove(JsonObject node, string name) => node.Remove(KeyOf(node, name));

    private static string KeyOf(JsonObject node, string name) =>
        node.Select(pair => pair.Key)
            .FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
        ?? name;
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Endre.Domain.Organizations.Provisioning;

/// <summary>One operation of a PATCH request.</summary>
/// <param name="Op">add, replace or remove, in any case of letters: some clients write <c>Add</c>.</param>
/// <param name="Path">Where, or null for the whole resource.</param>
/// <param name="Value">With what, or null.</param>
public sealed record ScimOperation(string Op, string? Path, JsonNode? Value);

/// <summary>
/// Changes a resource as RFC 7644 §3.5.2 says, and as the clients people have really ask: keys with full stops or URNs in
/// a value without a path, a manager as a plain id, a value named in a remove, and <c>emails[type eq "work"].value</c> for
/// somebody who has no such address yet.
/// </summary>
public static class ScimPatch
{
    /// <summary>The most operations in one request.</summary>
    public const int MostOperations = 1_000;

    /// <summary>Makes the changes, in order. After a fault the resource is half changed: the caller throws it away.</summary>
    /// <param name="resource">The resource as JSON.</param>
    /// <param name="operations">What to do.</param>
    /// <param name="shape">What kind of resource it is.</param>
    /// <returns>The fault, or null.</returns>
    public static ScimFault? Apply(JsonObject resource, IReadOnlyList<ScimOperation> operations, ScimShape shape)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(shape);
        if (operations.Count > MostOperations)
        {
            return new ScimFault("tooMany", $"More than {MostOperations} operations.");
        }
        return operations
            .Select(operation => Apply(resource, operation, shape))
            .FirstOrDefault(fault => fault is not null);
    }

    private static ScimFault? Apply(JsonObject resource, ScimOperation operation, ScimShape shape)
    {
        var op = operation.Op.ToLowerInvariant();
        if (op is not ("add" or "replace" or "remove"))
        {
            return new ScimFault("invalidSyntax", "op is add, replace or remove.");
        }
        if (!string.IsNullOrWhiteSpace(operation.Path))
        {
            var (path, fault) = ScimParser.ReadPath(operation.Path);
            return path is null ? fault : At(resource, op, path, operation.Value, shape, isNamed: true);
        }
        if (op == "remove")
        {
            return new ScimFault("noTarget", "remove needs a path.");
        }
        if (operation.Value is not JsonObject values)
        {
            return new ScimFault("invalidValue", "Without a path, value is an object.");
        }
        foreach (var (key, value) in values.ToList())
        {
            var (path, fault) = ScimParser.ReadPath(key);
            if ((path is null ? fault : At(resource, op, path, value, shape, isNamed: false)) is { } wrong)
            {
                return wrong;
            }
        }
        return null;
    }

    private static ScimFault? At(
        JsonObject resource,
        string op,
        ScimPath path,
        JsonNode? value,
        ScimShape shape,
        bool isNamed
    )
    {
        var attribute = path.Attribute;
        // The URN of the resource's own schema alone means the resource.
        if (attribute.Name.Length == 0 && shape.IsOwn(attribute.Schema!))
        {
            return Apply(resource, new ScimOperation(op, Path: null, value), shape);
        }
        if (attribute.Name.Length > 0 && !shape.Knows(attribute))
        {
            return new ScimFault("invalidPath", $"There is no attribute {attribute.Name}.");
        }
        var isOwn = attribute.Schema is null || shape.IsOwn(attribute.Schema);
        if (isOwn && shape.ReadOnly.Contains(attribute.Name))
        {
            return isNamed ? new ScimFault("mutability", $"{attribute.Name} is read-only.") : null;
        }
        if (attribute.Name.Length == 0)
        {
            return ScimTarget.Whole(resource, op, attribute.Schema!, value);
        }
        var target = isOwn ? resource : ScimTarget.Part(resource, attribute.Schema!);
        if (op != "remove" && value is null)
        {
            op = "remove";
        }
        if (path.Chosen is not null)
        {
            return ScimTarget.Chosen(target, op, path, value, shape);
        }
        return attribute.Sub is not null
            ? ScimTarget.Sub(target, op, attribute, value)
            : ScimTarget.Attribute(target, op, attribute.Name, value, isOwn && shape.Several.Contains(attribute.Name));
    }

    /// <summary>Reads the body of a PATCH request (RFC 7644 §3.5.2).</summary>
    /// <param name="body">The body.</param>
    /// <returns>The operations, or the fault <c>invalidSyntax</c>.</returns>
    public static (IReadOnlyList<ScimOperation> Operations, ScimFault? Fault) Read(JsonObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (ScimMatch.Find(body, "Operations") is not JsonArray { Count: > 0 } array)
        {
            return ([], new ScimFault("invalidSyntax", "Operations is a list with at least one operation."));
        }
        var operations = new List<ScimOperation>(array.Count);
        foreach (var item in array)
        {
            if (
                item is not JsonObject one
                || Text(ScimMatch.Find(one, "op")) is not { } op
                || (ScimMatch.Find(one, "path") is { } path && Text(path) is null)
            )
            {
                return ([], new ScimFault("invalidSyntax", "An operation has an op, and its path is text."));
            }
            operations.Add(new ScimOperation(op, Text(ScimMatch.Find(one, "path")), ScimMatch.Find(one, "value")));
        }
        return (operations, null);
    }

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}

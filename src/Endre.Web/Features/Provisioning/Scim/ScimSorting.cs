using System.Globalization;
using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>Sorts what a filter found, and takes the page of it that is asked for (RFC 7644 §3.4.2.3–4).</summary>
internal static class ScimSorting
{
    public static ScimAnswer Page(IEnumerable<JsonObject> found, ScimQuery query, ScimShape shape)
    {
        var all = found.ToList();
        if (query.SortBy is { } by)
        {
            var (path, fault) = ScimParser.ReadPath(by);
            if (path is null)
                return ScimAnswer.Fault(fault!);
            var order = StringComparer.Create(
                CultureInfo.InvariantCulture,
                shape.IsExact(path.Attribute) ? CompareOptions.Ordinal : CompareOptions.IgnoreCase
            );
            // Those without a value stand last, and first when the order is turned.
            var sorted = all.OrderBy(one => Key(one, path.Attribute) is null)
                .ThenBy(one => Key(one, path.Attribute), order)
                .ToList();
            if (query.IsDescending)
                sorted.Reverse();
            all = sorted;
        }

        var page = all.Skip(query.StartIndex - 1).Take(query.Count).Select(query.Projection.Of);
        return ScimAnswer.List(page, all.Count, query.StartIndex);
    }

    private static string? Key(JsonObject resource, ScimAttribute attribute)
    {
        var from =
            attribute.Schema is { } schema && ScimMatch.Find(resource, schema) is JsonObject extension
                ? extension
                : resource;
        var value = ScimMatch.Find(from, attribute.Name);
        if (value is JsonArray several)
            value = several.OfType<JsonObject>().FirstOrDefault(IsPrimary) ?? several.FirstOrDefault();
        if (value is JsonObject parts)
            value = ScimMatch.Find(parts, attribute.Sub ?? "value");
        return value?.ToString();
    }

    private static bool IsPrimary(JsonObject value) => ScimMatch.Find(value, "primary")?.ToString() == "true";
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>What a list is asked for (RFC 7644 §3.4.2).</summary>
internal sealed record ScimQuery(
    ScimFilter? Filter,
    int StartIndex,
    int Count,
    string? SortBy,
    bool IsDescending,
    ScimProjection Projection
)
{
    /// <summary>The most resources in one answer.</summary>
    public const int MostResults = 200;

    public static (ScimQuery? Query, ScimFault? Fault) Read(IQueryCollection query) =>
        Read(name => query.TryGetValue(name, out var value) ? value.ToString() : null);

    /// <summary>The same from the body of <c>POST …/.search</c>, where lists of names are arrays.</summary>
    public static (ScimQuery? Query, ScimFault? Fault) Read(JsonObject body) =>
        Read(name =>
            ScimMatch.Find(body, name) switch
            {
                JsonArray many => string.Join(',', many.Select(one => one?.ToString())),
                { } one => one.ToString(),
                null => null,
            }
        );

    private static (ScimQuery? Query, ScimFault? Fault) Read(Func<string, string?> read)
    {
        var (projection, fault) = ScimProjection.Read(read("attributes"), read("excludedAttributes"));
        if (projection is null)
            return (null, fault);
        ScimFilter? filter = null;
        if (read("filter") is { } text)
        {
            (filter, fault) = ScimParser.ReadFilter(text);
            if (filter is null)
                return (null, fault);
        }

        if (
            !TryNumber(read("startIndex"), 1, out var startIndex)
            || !TryNumber(read("count"), MostResults, out var count)
        )
            return (null, new ScimFault("invalidValue", "startIndex and count are whole numbers."));
        var isDescending = string.Equals(read("sortOrder"), "descending", StringComparison.OrdinalIgnoreCase);
        return (
            new ScimQuery(
                filter,
                Math.Max(1, startIndex),
                Math.Clamp(count, 0, MostResults),
                read("sortBy"),
                isDescending,
                projection
            ),
            null
        );
    }

    private static bool TryNumber(string? text, int otherwise, out int number)
    {
        number = otherwise;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read))
            return false;
        number = (int)Math.Clamp(read, int.MinValue, int.MaxValue);
        return true;
    }
}

/// <summary>The body and the conditions of a request.</summary>
internal static class ScimRequest
{
    public const int LargestBody = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public static async Task<(JsonObject? Body, ScimAnswer? Fault)> ReadAsync(HttpRequest request)
    {
        var type = request.ContentType ?? "";
        if (!type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return (null, ScimAnswer.Fault(StatusCodes.Status415UnsupportedMediaType, "Send application/scim+json."));
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(
                request.Body,
                Strict,
                request.HttpContext.RequestAborted
            );
            // The same name twice, also in other letters, is no object one can change.
            if (document.RootElement.ValueKind == JsonValueKind.Object && !HasTwice(document.RootElement))
                return (JsonObject.Create(document.RootElement.Clone()), null);
        }
        // What is no text is found when it is read as text: bytes that are no UTF-8, half a character behind a backslash.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Told below.
        }

        return (null, ScimAnswer.Fault(new ScimFault("invalidSyntax", "The body is no JSON object that can be read.")));
    }

    /// <summary>Whether the version that the client knows is the one there is (RFC 7644 §3.14).</summary>
    public static bool Allows(HttpRequest request, string tag) =>
        request.Headers.IfMatch.Count == 0 || Names(request.Headers.IfMatch, tag);

    public static bool HasSeen(HttpRequest request, string tag) => Names(request.Headers.IfNoneMatch, tag);

    private static bool Names(IEnumerable<string?> header, string tag) =>
        header
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Any(value => value == "*" || Bare(value) == Bare(tag));

    private static string Bare(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static bool HasTwice(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .GroupBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
                .Any(same => same.Skip(1).Any() || HasTwice(same.First().Value)),
            JsonValueKind.Array => element.EnumerateArray().Any(HasTwice),
            JsonValueKind.String => element.GetString() is null,
            _ => false,
        };
}

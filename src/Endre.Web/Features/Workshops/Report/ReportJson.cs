using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Reporting;
using Endre.Storage.Workshops;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>
/// A report as JSON. What is written is read again; what comes from elsewhere must be whole, or it is refused in words.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Written = new(WorkshopEventJson.Stored) { WriteIndented = true };
    private static readonly JsonSerializerOptions Strict = CreateStrict();

    public static byte[] Write(WorkshopReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Written);

    /// <summary>The report, or why it cannot be read: <c>ReportUnreadable</c> with the place that is wrong.</summary>
    public static (WorkshopReport? Report, Refusal? Refusal) Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json["\uFEFF"u8.Length..];
        }
        try
        {
            if (FindEmptyItem(json) is { } line)
            {
                return (null, Unreadable(line));
            }
            var report = JsonSerializer.Deserialize<WorkshopReport>(json, Strict);
            return report is null ? (null, Unreadable(1)) : (report, null);
        }
        catch (JsonException fault)
        {
            return (null, Unreadable((fault.LineNumber ?? 0) + 1));
        }
    }

    private static Refusal Unreadable(long line) =>
        new("ReportUnreadable", "file", line.ToString(System.Globalization.CultureInfo.InvariantCulture));

    // The serializer checks that properties are not null, but not that the items of lists are not.
    private static long? FindEmptyItem(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        var isInArray = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    isInArray.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    isInArray.Pop();
                    break;
                case JsonTokenType.Null when isInArray.TryPeek(out var inArray) && inArray:
                    return 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
                default:
                    break;
            }
        }
        return null;
    }

    private static JsonSerializerOptions CreateStrict()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(RequireWhatIsNeeded);
        var options = new JsonSerializerOptions(WorkshopEventJson.Stored) { TypeInfoResolver = resolver };
        options.Converters.Clear();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    // Null is left out when it is written, so only what may not be null must be there.
    private static void RequireWhatIsNeeded(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false })
            {
                property.IsRequired = true;
            }
        }
    }
}

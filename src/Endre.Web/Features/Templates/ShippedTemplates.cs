using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Workshops.Plan;

namespace Endre.Web.Features.Templates;

/// <summary>The templates that come with Endre, in the order they are offered. They are data: files in the program.</summary>
internal static class ShippedTemplates
{
    /// <summary>The deck's own workshop, and the one that is suggested first.</summary>
    public const string DefaultKey = "mdi";

    /// <summary>How a template is written as JSON, shipped or saved. A misspelled field is a fault, not a silence.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly ImmutableArray<string> Keys =
    [
        DefaultKey,
        "laering-fra-forrige-maned",
        "1-2-4-alle",
        "nominell-gruppe",
        "evaluering-etterpa",
    ];

    private static readonly Lazy<ImmutableArray<Template>> Read = new(() => [.. Keys.Select(ReadOne)]);

    public static ImmutableArray<Template> All => Read.Value;

    public static Template? Find(string key) => All.FirstOrDefault(template => template.Key == key);

    private static Template ReadOne(string key)
    {
        using var file =
            typeof(ShippedTemplates).Assembly.GetManifestResourceStream($"templates/{key}.json")
            ?? throw new InvalidOperationException($"The template {key} is not in the program.");
        return JsonSerializer.Deserialize<Template>(file, Json)
            ?? throw new InvalidOperationException($"The template {key} is empty.");
    }
}

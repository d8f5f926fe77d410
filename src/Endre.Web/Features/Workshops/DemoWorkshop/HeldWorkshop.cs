using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Web.Features.Workshops.DemoWorkshop;

/// <summary>What people in Fjordvik wrote in a workshop that has been held. Data, in the file beside this one.</summary>
internal sealed record HeldWorkshop(
    string Title,
    IReadOnlyList<HeldWorkshop.Group> Groups,
    IReadOnlyList<HeldWorkshop.Section> Interpretation
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static HeldWorkshop Read()
    {
        using var file = typeof(HeldWorkshop).Assembly.GetManifestResourceStream("demo/held-workshop.json")!;
        return JsonSerializer.Deserialize<HeldWorkshop>(file, Json)!;
    }

    internal sealed record Group(
        string Name,
        IReadOnlyList<Category> Question1,
        Loose Question1Loose,
        IReadOnlyList<Best> Question2,
        Loose Question2Loose
    );

    internal sealed record Category(
        [property: JsonPropertyName("category")] string Title,
        ClusterKind Kind,
        string? Factor,
        IReadOnlyList<string> A,
        IReadOnlyList<string> B
    );

    internal sealed record Loose(IReadOnlyList<string> A, IReadOnlyList<string> B);

    internal sealed record Best(
        string Half,
        string Text,
        string Reason,
        Reach Reach,
        string Who,
        string FirstStep,
        int Days,
        string? Outcome,
        Standing? Standing
    );

    internal sealed record Section(string Text, IReadOnlyList<string> Quotes);
}

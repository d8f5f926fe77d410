using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Organizations;

namespace Endre.Storage.Organizations;

/// <summary>One entry in the history of the organization's look.</summary>
public sealed class LookChange
{
    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new HexColorConverter() },
    };

    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, or null when Endre itself did it or the person is erased.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The look before, as JSON.</summary>
    public required string Before { get; init; }

    /// <summary>The look after, as JSON.</summary>
    public required string After { get; init; }

    /// <summary>The entry of a change.</summary>
    /// <param name="before">The look before.</param>
    /// <param name="after">The look after.</param>
    /// <param name="personId">Who did it, or null for Endre itself.</param>
    /// <param name="at">When.</param>
    public static LookChange Of(OrganizationLook before, OrganizationLook after, Guid? personId, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            At = at,
            PersonId = personId,
            Before = JsonSerializer.Serialize(before, Written),
            After = JsonSerializer.Serialize(after, Written),
        };

    /// <summary>The look before and after it.</summary>
    public (OrganizationLook Before, OrganizationLook After) ToLooks() => (Read(Before), Read(After));

    private static OrganizationLook Read(string json) =>
        JsonSerializer.Deserialize<OrganizationLook>(json, Written) ?? OrganizationLook.Plain;

    private sealed class HexColorConverter : JsonConverter<HexColor>
    {
        public override HexColor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            HexColor.Find(reader.GetString()) ?? throw new JsonException("This is not a color.");

        public override void Write(Utf8JsonWriter writer, HexColor value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

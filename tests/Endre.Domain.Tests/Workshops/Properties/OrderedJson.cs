using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Tests.Workshops.Properties;

/// <summary>The same state as the same text: dictionaries in the order of their keys, events as what they are.</summary>
internal static class OrderedJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new Dictionaries(), new Changes() },
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static string Of(WorkshopEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    public static WorkshopEvent Read(WorkshopEvent happened) =>
        (WorkshopEvent)JsonSerializer.Deserialize(Of(happened), happened.GetType(), Options)!;

    private sealed class Changes : JsonConverter<SortingEvent>
    {
        public override SortingEvent Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SortingEvent value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.GetType().Name);
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            writer.WriteEndArray();
        }
    }

    private sealed class Dictionaries : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

        private sealed class Dictionary<TKey, TValue> : JsonConverter<ImmutableDictionary<TKey, TValue>>
            where TKey : notnull
        {
            public override ImmutableDictionary<TKey, TValue> Read(
                ref Utf8JsonReader reader,
                Type typeToConvert,
                JsonSerializerOptions options
            ) =>
                JsonSerializer
                    .Deserialize<List<KeyValuePair<TKey, TValue>>>(ref reader, options)!
                    .ToImmutableDictionary();

            public override void Write(
                Utf8JsonWriter writer,
                ImmutableDictionary<TKey, TValue> value,
                JsonSerializerOptions options
            ) =>
                JsonSerializer.Serialize(
                    writer,
                    value.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).ToList(),
                    options
                );
        }
    }
}

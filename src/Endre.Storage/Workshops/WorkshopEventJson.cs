using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;

namespace Endre.Storage.Workshops;

/// <summary>Workshop events as JSON: whole in the log, and without what is concealed for those who may see them.</summary>
public static class WorkshopEventJson
{
    private static readonly FrozenDictionary<string, Type> TypeByKind = typeof(WorkshopEvent)
        .Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(WorkshopEvent)))
        .ToFrozenDictionary(StoredWord.OfEvent, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> KindByType = TypeByKind.ToFrozenDictionary(
        kind => kind.Value,
        kind => kind.Key
    );

    /// <summary>How events and reports are written: camel case, enums as words, letters as they are, nothing that is null.</summary>
    public static readonly JsonSerializerOptions Stored = Create(conceal: false);

    /// <summary>The same without what is concealed.</summary>
    public static readonly JsonSerializerOptions Shown = Create(conceal: true);

    /// <summary>All kinds of events, for example <c>note-written</c>.</summary>
    public static IReadOnlyCollection<string> Kinds => TypeByKind.Keys;

    /// <summary>The kind of an event in the log and on the stream.</summary>
    /// <param name="happened">The event.</param>
    public static string KindOf(WorkshopEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return KindByType[happened.GetType()];
    }

    /// <summary>The kind of events of a type.</summary>
    /// <param name="type">A type of event.</param>
    public static string KindOf(Type type) => KindByType[type];

    /// <summary>The whole event, as one line of UTF-8 JSON.</summary>
    /// <param name="happened">The event.</param>
    public static byte[] Store(WorkshopEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Stored);
    }

    /// <summary>The event without what is concealed, as one line of UTF-8 JSON.</summary>
    /// <param name="happened">The event.</param>
    public static byte[] Show(WorkshopEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Shown);
    }

    /// <summary>An event read back from the log.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="payload">What <see cref="Store"/> wrote.</param>
    /// <exception cref="JsonException">The kind is unknown (a newer program wrote it) or the payload is not what it should be.</exception>
    public static WorkshopEvent Read(string kind, ReadOnlySpan<byte> payload) =>
        TypeByKind.TryGetValue(kind, out var type)
            ? (WorkshopEvent)JsonSerializer.Deserialize(payload, type, Stored)!
            : throw new JsonException($"The log has an event of kind '{kind}', which this version does not know.");

    private static JsonSerializerOptions Create(bool conceal)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        if (conceal)
        {
            resolver.Modifiers.Add(Conceal);
        }
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = false,
            MaxDepth = 32,
            TypeInfoResolver = resolver,
        };
        options.MakeReadOnly();
        return options;
    }

    private static void Conceal(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].AttributeProvider?.IsDefined(typeof(ConcealedAttribute), inherit: true) == true)
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}

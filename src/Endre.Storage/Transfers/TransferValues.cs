using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Endre.Storage.Transfers;

/// <summary>
/// How each kind of value stands in the file, so that the same content gives the same bytes from either database.
/// </summary>
internal static class TransferValues
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HH:mm:ss.fffffff";

    public static void Write(Utf8JsonWriter json, ColumnKind kind, object? value)
    {
        switch (kind, value)
        {
            case (_, null):
                json.WriteNullValue();
                break;
            case (ColumnKind.Integer, long number):
                json.WriteNumberValue(number);
                break;
            case (ColumnKind.Boolean, bool flag):
                json.WriteBooleanValue(flag);
                break;
            case (ColumnKind.Bytes, byte[] bytes):
                json.WriteBase64StringValue(bytes);
                break;
            default:
                json.WriteStringValue(Text(kind, value));
                break;
        }
    }

    /// <exception cref="FormatException">The file holds something else there.</exception>
    public static object? Read(in JsonElement json, ColumnKind kind)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        try
        {
            return kind switch
            {
                ColumnKind.Integer => json.GetInt64(),
                ColumnKind.Boolean => json.GetBoolean(),
                ColumnKind.Bytes => json.GetBytesFromBase64(),
                ColumnKind.Text => json.GetString()!,
                ColumnKind.Json => CanonicalJson(json.GetString()!),
                ColumnKind.Id => json.GetGuid(),
                ColumnKind.Date => DateOnly.ParseExact(json.GetString()!, DateFormat, CultureInfo.InvariantCulture),
                ColumnKind.Time => TimeOnly.ParseExact(json.GetString()!, TimeFormat, CultureInfo.InvariantCulture),
                ColumnKind.Number => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
                ColumnKind.Decimal => decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture),
                _ => throw new FormatException($"There is no kind {kind}."),
            };
        }
        catch (Exception e) when (e is InvalidOperationException or OverflowException or JsonException)
        {
            throw new FormatException($"That is no {kind}.", e);
        }
    }

    /// <summary>The same document with its members in order and without spaces, as either database may give it.</summary>
    public static string CanonicalJson(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, TransferWriter.JsonOptions))
        {
            WriteInOrder(json, parsed.RootElement);
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteInOrder(Utf8JsonWriter json, in JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    WriteInOrder(json, member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteInOrder(json, item);
                }
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(element.GetString());
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private static string Text(ColumnKind kind, object value) =>
        (kind, value) switch
        {
            (ColumnKind.Text, string text) => text,
            (ColumnKind.Json, string document) => CanonicalJson(document),
            (ColumnKind.Id, Guid id) => id.ToString("D"),
            (ColumnKind.Date, DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture),
            (ColumnKind.Time, TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
            (ColumnKind.Number, double number) => number.ToString("R", CultureInfo.InvariantCulture),
            // Zeros after the last digit mean nothing, and only one of the databases keeps them.
            (ColumnKind.Decimal, decimal number) => number.ToString(
                "0.############################",
                CultureInfo.InvariantCulture
            ),
            _ => throw new InvalidOperationException($"{value.GetType().Name} is no {kind}."),
        };
}

using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Endre.Storage.Transfers;

/// <summary>
/// Writes a file of everything: a zip with a file of lines for each table, a row to a line, and a manifest. One row at a
/// time is in memory.
/// </summary>
internal sealed class TransferWriter(Stream file) : IAsyncDisposable
{
    public const string ManifestEntry = "manifest.json";

    // Norwegian letters stay readable for whoever unpacks the file.
    public static readonly JsonWriterOptions JsonOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions ManifestOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Create, leaveOpen: true);

    public static string EntryOf(string table) => $"tables/{table}.jsonl";

    public async Task<ManifestTable> WriteAsync(
        TransferTable table,
        IAsyncEnumerable<object?[]> rows,
        CancellationToken ct
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>();
        var count = 0L;
        await using (var entry = await _zip.CreateEntry(EntryOf(table.Name), CompressionLevel.Fastest).OpenAsync(ct))
        {
            await using var json = new Utf8JsonWriter(line, JsonOptions);
            await foreach (var row in rows.WithCancellation(ct))
            {
                line.ResetWrittenCount();
                json.Reset();
                WriteRow(json, table, row);
                line.Write("\n"u8);
                hash.AppendData(line.WrittenSpan);
                await entry.WriteAsync(line.WrittenMemory, ct);
                count++;
            }
        }
        return new ManifestTable(
            table.Name,
            [.. table.Columns.Select(column => new ManifestColumn(column.Name, column.Kind, column.IsNullable))],
            count,
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
    }

    public async Task WriteAsync(TransferManifest manifest, CancellationToken ct)
    {
        await using var entry = await _zip.CreateEntry(ManifestEntry).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, manifest, ManifestOptions, ct);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private static void WriteRow(Utf8JsonWriter json, TransferTable table, object?[] row)
    {
        json.WriteStartArray();
        for (var i = 0; i < row.Length; i++)
        {
            try
            {
                TransferValues.Write(json, table.Columns[i].Kind, row[i]);
            }
            catch (Exception e) when (e is InvalidOperationException or JsonException)
            {
                throw new TransferRefused(
                    $"{table.Name}.{table.Columns[i].Name} holds something that is no {table.Columns[i].Kind}.",
                    e
                );
            }
        }
        json.WriteEndArray();
        json.Flush();
    }
}

using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Endre.Storage.Transfers;

/// <summary>Reads a file of everything, and finds out whether it is whole. One row at a time is in memory.</summary>
internal sealed class TransferReader : IAsyncDisposable
{
    private const int LongestManifest = 16 * 1024 * 1024;
    private const string Cut = "it is cut, or no file of everything from Endre.";

    private readonly ZipArchive _zip;

    private TransferReader(ZipArchive zip, TransferManifest manifest)
    {
        _zip = zip;
        Manifest = manifest;
    }

    public TransferManifest Manifest { get; }

    /// <exception cref="FileIsDamaged">It is cut or changed, or something else.</exception>
    public static async Task<TransferReader> OpenAsync(Stream file, CancellationToken ct)
    {
        ZipArchive zip;
        try
        {
            zip = await ZipArchive.CreateAsync(
                file,
                ZipArchiveMode.Read,
                leaveOpen: false,
                entryNameEncoding: null,
                ct
            );
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new FileIsDamaged(Cut, e);
        }
        try
        {
            var manifest = await ReadManifestAsync(zip, ct);
            CheckEntries(zip, manifest);
            return new TransferReader(zip, manifest);
        }
        catch (Exception e)
        {
            await zip.DisposeAsync();
            throw IsDamage(e) ? new FileIsDamaged("its manifest cannot be read.", e) : e;
        }
    }

    /// <summary>The rows of a table. When the last one has been given, the table is known to be whole.</summary>
    /// <exception cref="FileIsDamaged">It is not.</exception>
    public async IAsyncEnumerable<object?[]> ReadAsync(
        ManifestTable table,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var entry = _zip.GetEntry(TransferWriter.EntryOf(table.Name))!;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        await using var stream = await GuardAsync(table, async () => await entry.OpenAsync(ct));
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        while (true)
        {
            var read = await GuardAsync(table, async () => await pipe.ReadAsync(ct));
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, buffer.GetPosition(1, end));
                foreach (var part in line)
                {
                    hash.AppendData(part.Span);
                }
                yield return Row(table, line, ++count);
                buffer = buffer.Slice(line.End);
            }
            if (read.IsCompleted)
            {
                if (!buffer.IsEmpty)
                {
                    throw new FileIsDamaged($"the table {table.Name} is cut.");
                }
                break;
            }
            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
        if (count != table.Rows || Convert.ToHexStringLower(hash.GetHashAndReset()) != table.Sha256)
        {
            throw new FileIsDamaged(
                $"the table {table.Name} has been changed: {count} rows were read, and the checksum of {table.Rows} rows does not fit."
            );
        }
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private static async Task<TransferManifest> ReadManifestAsync(ZipArchive zip, CancellationToken ct)
    {
        if (zip.GetEntry(TransferWriter.ManifestEntry) is not { Length: <= LongestManifest } entry)
        {
            throw new FileIsDamaged(Cut);
        }
        await using var stream = await entry.OpenAsync(ct);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
        var root = document.RootElement;
        if (
            !root.TryGetProperty("format", out var format)
            || !format.ValueEquals(TransferManifest.Name)
            || !root.TryGetProperty("version", out var version)
            || !version.TryGetInt32(out var number)
        )
        {
            throw new FileIsDamaged(Cut);
        }
        return number == TransferManifest.Latest
            ? root.Deserialize<TransferManifest>(TransferWriter.ManifestOptions)!
            : throw new FileIsDamaged(
                $"it is written in version {number}, and this Endre reads {TransferManifest.Latest}."
            );
    }

    private static void CheckEntries(ZipArchive zip, TransferManifest manifest)
    {
        var found = zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal).ToList();
        var expected = manifest
            .Tables.Select(table => TransferWriter.EntryOf(table.Name))
            .Append(TransferWriter.ManifestEntry)
            .Order(StringComparer.Ordinal);
        if (!found.SequenceEqual(expected, StringComparer.Ordinal))
        {
            throw new FileIsDamaged("it does not hold the tables that its manifest names.");
        }
    }

    private static object?[] Row(ManifestTable table, in ReadOnlySequence<byte> line, long number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = new object?[table.Columns.Count];
            if (json.RootElement.GetArrayLength() != row.Length)
            {
                throw new FormatException("The row has another number of values than the table has columns.");
            }
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = TransferValues.Read(json.RootElement[i], table.Columns[i].Kind);
            }
            return row;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new FileIsDamaged($"row {number} of the table {table.Name} cannot be read.", e);
        }
    }

    private static async Task<T> GuardAsync<T>(ManifestTable table, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new FileIsDamaged($"the table {table.Name} is cut or changed.", e);
        }
    }

    private static bool IsDamage(Exception e) =>
        e
            is InvalidDataException
                or EndOfStreamException
                or JsonException
                or FormatException
                or InvalidOperationException
                or NotSupportedException
                or ArgumentException
                or OverflowException;
}

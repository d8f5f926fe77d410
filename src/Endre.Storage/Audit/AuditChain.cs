using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Endre.Storage.Audit;

/// <summary>
/// The chain that makes a changed, removed or reordered entry show. Whoever may write in the database could make the whole
/// chain anew, so the last seal is also told elsewhere: in the log that leaves the machine, and on the page for somebody
/// to write down.
/// </summary>
public static class AuditChain
{
    /// <summary>The seal before the first: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Beginning { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The seal of an entry.</summary>
    /// <param name="previous">The seal before it, or <see cref="Beginning"/>.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> previous, long number, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, number);
        Append(hash, entry.Id.ToString("N"));
        Append(hash, entry.At.ToUnixTimeMilliseconds());
        Append(hash, entry.ActorId?.ToString("N"));
        Append(hash, entry.Program);
        Append(hash, entry.Act);
        Append(hash, entry.Subject);
        Append(hash, entry.SubjectId?.ToString("N"));
        Append(hash, entry.Details);
        return hash.GetHashAndReset();
    }

    /// <summary>What a person writes down of a seal: twelve hexadecimal digits in groups of four.</summary>
    /// <param name="hash">The seal's 32 bytes.</param>
    public static string Code(ReadOnlySpan<byte> hash)
    {
        var digits = Convert.ToHexString(hash[..6]);
        return $"{digits[..4]}-{digits[4..8]}-{digits[8..]}";
    }

    // Each part says how long it is, so that no two entries read as the same bytes.
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        Append(hash, text is null ? -1 : bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}

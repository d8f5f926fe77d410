using System.Security.Cryptography;

namespace Endre.Domain.Shared;

/// <summary>
/// An id that follows from where something comes from and what it says: sent twice it is the same, and another thing that
/// comes the same way is another.
/// </summary>
public static class DerivedId
{
    /// <summary>The id of what was said: a UUIDv7 at the source's own time, whose random part is told by the content.</summary>
    /// <param name="source">The id of the form it was said in (UUIDv7).</param>
    /// <param name="content">What was said.</param>
    public static Guid Of(Guid source, ReadOnlySpan<byte> content)
    {
        Span<byte> id = stackalloc byte[16];
        source.TryWriteBytes(id, bigEndian: true, out _);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(id);
        hash.AppendData(content);
        hash.GetHashAndReset().AsSpan(0, 10).CopyTo(id[6..]);
        id[6] = (byte)(0x70 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        return new Guid(id, bigEndian: true);
    }

    /// <summary>The most things of one source that <see cref="InOrder"/> keeps in order.</summary>
    public const int MostInOrder = 4096;

    /// <summary>As <see cref="Of"/>, for one of several things that come together: their ids have the order of their places.</summary>
    /// <param name="source">The id of the form they were said in (UUIDv7).</param>
    /// <param name="content">What was said.</param>
    /// <param name="place">Its place among them, from 0, below <see cref="MostInOrder"/>.</param>
    public static Guid InOrder(Guid source, ReadOnlySpan<byte> content, int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, MostInOrder);
        Span<byte> id = stackalloc byte[16];
        Of(source, content).TryWriteBytes(id, bigEndian: true, out _);
        id[6] = (byte)(0x70 | (place >> 8));
        id[7] = (byte)place;
        return new Guid(id, bigEndian: true);
    }
}

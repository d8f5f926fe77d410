using System.Security.Cryptography;

namespace Endre.Domain.Hassles;

/// <summary>
/// The ids of hassles. Elsewhere an id tells when it was made, to the millisecond (UUIDv7); here that would be the exact
/// time that is promised not to be stored, so these are random.
/// </summary>
public static class HassleId
{
    /// <summary>A random id.</summary>
    public static Guid New() => Random(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// The id under which something is stored that a device named itself. The same name gives the same id, which is what
    /// makes a second try the same hassle.
    /// </summary>
    /// <param name="named">The id that the device made.</param>
    /// <param name="speaker">The way that was chosen.</param>
    /// <returns>
    /// The device's own id with name, and where it is random (version 4). Any other is made anew by a one-way hash: the
    /// time and the machine that its bits may tell of are not in it.
    /// </returns>
    public static Guid Of(Guid named, Speaker speaker)
    {
        if (speaker == Speaker.Named || named.Version == 4)
        {
            return named;
        }
        Span<byte> bytes = stackalloc byte[32];
        named.TryWriteBytes(bytes, bigEndian: true, out _);
        "endre hassle id."u8.CopyTo(bytes[16..]);
        return Random(SHA256.HashData(bytes));
    }

    /// <summary>What hassles of the same week are ordered by, so that the order does not tell which came first.</summary>
    /// <param name="id">The hassle's id.</param>
    /// <returns>Sixteen letters and digits, to be compared ordinally.</returns>
    public static string Shuffled(Guid id) => Convert.ToHexString(SHA256.HashData(id.ToByteArray()).AsSpan(0, 8));

    private static Guid Random(ReadOnlySpan<byte> random)
    {
        Span<byte> id = stackalloc byte[16];
        random[..16].CopyTo(id);
        id[6] = (byte)(0x40 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        return new Guid(id, bigEndian: true);
    }
}

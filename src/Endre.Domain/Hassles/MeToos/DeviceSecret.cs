using System.Buffers.Text;
using System.Security.Cryptography;

namespace Endre.Domain.Hassles.MeToos;

/// <summary>
/// What a device without an account is counted once by. The secret lies on the device; what is stored is a hash that it
/// is the key to, made anew for each hassle. Whoever has the whole database can therefore neither find the device nor see
/// that two hassles were met by the same one.
/// </summary>
public static class DeviceSecret
{
    private const int Bytes = 32;

    /// <summary>The length of a secret and of a hash, in URL-safe base64.</summary>
    public const int Length = 43;

    /// <summary>A new secret: 256 random bits.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads a secret that came from outside.</summary>
    /// <param name="sent">What was sent; null is none.</param>
    /// <returns>The secret, or null when it is not one.</returns>
    public static string? Read(string? sent)
    {
        Span<byte> key = stackalloc byte[Bytes];
        // What is no base64 at all is thrown at, also by the one that only tries.
        return
            sent is { Length: Length }
            && Base64Url.IsValid(sent)
            && Base64Url.TryDecodeFromChars(sent, key, out var read)
            && read == Bytes
            ? sent
            : null;
    }

    /// <summary>What a device is stored as on one hassle.</summary>
    /// <param name="secret">A secret that <see cref="Read"/> gave.</param>
    /// <param name="hassleId">Which hassle.</param>
    /// <returns>43 characters, URL-safe base64.</returns>
    public static string HashOf(string secret, Guid hassleId)
    {
        Span<byte> about = stackalloc byte[16];
        hassleId.TryWriteBytes(about, bigEndian: true, out _);
        return Base64Url.EncodeToString(HMACSHA256.HashData(Base64Url.DecodeFromChars(secret), about));
    }
}

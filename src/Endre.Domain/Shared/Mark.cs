using System.Security.Cryptography;
using System.Text;

namespace Endre.Domain.Shared;

/// <summary>
/// Lets a device prove that something is its own without anything stored leading back to the device.
/// A mark is SHA-256 of SHA-256 (token ‖ purpose): whoever holds the token can make it again, and neither the
/// stored mark nor the stored hash of the token gives the other.
/// </summary>
public static class Mark
{
    /// <summary>The mark of a token for one purpose.</summary>
    /// <param name="token">The secret that only the device holds.</param>
    /// <param name="purpose">What it marks: a note's id, a step's id, a voting round. Marks of two purposes cannot be joined.</param>
    /// <returns>22 characters, URL-safe base64 of the first 16 bytes.</returns>
    public static string Of(string token, string purpose)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(purpose);
        Span<byte> text = stackalloc byte[512];
        var length = Encoding.UTF8.GetBytes(token, text);
        length += Encoding.UTF8.GetBytes(purpose, text[length..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(text[..length], hash);
        Span<byte> mark = stackalloc byte[32];
        SHA256.HashData(hash, mark);
        return System.Buffers.Text.Base64Url.EncodeToString(mark[..16]);
    }

    /// <summary>The hash under which a token itself is stored.</summary>
    /// <param name="token">The secret that only the device holds.</param>
    /// <returns>43 characters, URL-safe base64 of SHA-256.</returns>
    public static string HashOf(string token) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

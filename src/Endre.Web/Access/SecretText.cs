using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Endre.Web.Access;

/// <summary>Secrets that are handed out once and kept as hashes only.</summary>
internal static class SecretText
{
    /// <summary>256 random bits, as text that fits in an address.</summary>
    public static string New(string prefix = "") =>
        prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    // The text is random, so one plain SHA-256 is enough: there is nothing to guess a dictionary over.
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

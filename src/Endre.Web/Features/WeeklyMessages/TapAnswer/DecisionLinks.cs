using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Endre.Web.Features.WeeklyMessages.TapAnswer;

/// <summary>
/// The secrets in the links of a weekly message: a random number, encrypted and signed by the keys that all nodes share.
/// What was not made here is turned away before anything is looked up, and what was stored tells no secret.
/// </summary>
internal sealed class DecisionLinks(IDataProtectionProvider protection)
{
    /// <summary>How long a link works: until the message after the next has come.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private const int Bytes = 16;
    private const int LongestToken = 400;

    private readonly IDataProtector _protector = protection.CreateProtector("Endre.WeeklyMessages.DecisionLink.v1");

    /// <summary>A new secret, and what is stored of it.</summary>
    public (string Token, byte[] Hash) Make()
    {
        var number = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(_protector.Protect(number)), SHA256.HashData(number));
    }

    /// <summary>What is stored of a secret that was made here; null for all else.</summary>
    public byte[]? Read(string token)
    {
        if (token.Length > LongestToken)
            return null;
        try
        {
            return SHA256.HashData(_protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException)
        {
            return null;
        }
    }
}

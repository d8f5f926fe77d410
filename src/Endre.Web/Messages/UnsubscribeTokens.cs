using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Endre.Web.Messages;

/// <summary>
/// What stands in the link of a mail that turns its kind off. It is signed, says whose and which kind, and opens nothing else;
/// it holds for as long as the mail lies somewhere.
/// </summary>
internal sealed class UnsubscribeTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("endre", "unsubscribe", "1");

    private readonly IDataProtector guests = protection.CreateProtector("endre", "unsubscribe-guest", "1");

    public string Make(Guid personId, string kind) => protector.Protect($"{personId:N} {kind}");

    /// <summary>For somebody without an account: about what, and to which address.</summary>
    public string MakeForGuest(Guid aboutId, string address) => guests.Protect($"{aboutId:N} {address}");

    /// <summary>About what and to which address, or null when it is not one of ours for a guest.</summary>
    public (Guid AboutId, string Address)? ReadForGuest(string token) => Read(guests, token);

    /// <summary>Whose and which kind, or null when it is not one of ours.</summary>
    public (Guid PersonId, string Kind)? Read(string token) => Read(protector, token);

    private static (Guid, string)? Read(IDataProtector protector, string token)
    {
        try
        {
            return
                protector.Unprotect(token).Split(' ', 2) is [var id, var rest]
                && Guid.TryParseExact(id, "N", out var known)
                ? (known, rest)
                : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Endre.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Messages;

/// <summary>Who without an account has said not to want mail about something.</summary>
public static class DeclinedMails
{
    /// <summary>How an address is known.</summary>
    /// <param name="address">A mail address, in any letters.</param>
    public static byte[] HashOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant()));
    }

    /// <summary>Stops the mail about something to an address, also what waits to be sent; or lets it come again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="aboutId">What the mail is about.</param>
    /// <param name="address">To whom.</param>
    /// <param name="isOn">Whether it comes from now on.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    public static Task DeclineMailAsync(
        this EndreContext database,
        Guid aboutId,
        string address,
        bool isOn,
        DateOnly today,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var hash = HashOf(address);
        return database.UntilStoredAsync(async () =>
        {
            var known = await database.DeclinedMails.SingleOrDefaultAsync(
                row => row.AboutId == aboutId && row.AddressHash == hash,
                ct
            );
            if (isOn && known is not null)
            {
                database.Remove(known);
            }
            else if (!isOn && known is null)
            {
                database.Add(
                    new DeclinedMailRow
                    {
                        AboutId = aboutId,
                        AddressHash = hash,
                        DeclinedOn = today,
                    }
                );
            }
            if (!isOn)
            {
                await database.HoldBackAsync(aboutId, address, ct);
            }
            await database.SaveChangesAsync(ct);
            return true;
        });
    }

    /// <summary>Those who have declined mail about something, as <see cref="HashOf"/> of their addresses in hexadecimal.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="aboutId">What the mail is about.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlySet<string>> ReadDeclinedAsync(
        this EndreContext database,
        Guid aboutId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var hashes = await database
            .DeclinedMails.Where(row => row.AboutId == aboutId)
            .Select(row => row.AddressHash)
            .ToListAsync(ct);
        return hashes.Select(Convert.ToHexStringLower).ToHashSet();
    }

    /// <summary>Whether an address is among those who have declined.</summary>
    /// <param name="declined">What <see cref="ReadDeclinedAsync"/> gave.</param>
    /// <param name="address">The address; may be empty.</param>
    public static bool Has(this IReadOnlySet<string> declined, string address)
    {
        ArgumentNullException.ThrowIfNull(declined);
        return !string.IsNullOrWhiteSpace(address) && declined.Contains(Convert.ToHexStringLower(HashOf(address)));
    }

    private static async Task HoldBackAsync(
        this EndreContext database,
        Guid aboutId,
        string address,
        CancellationToken ct
    )
    {
        var waiting = await database
            .Messages.Where(row => row.AboutId == aboutId && row.PersonId == null && row.NextTryAt != null)
            .ToListAsync(ct);
        foreach (var row in waiting.Where(row => HashOf(row.Address ?? "").AsSpan().SequenceEqual(HashOf(address))))
        {
            (row.Mail, row.NextTryAt) = (MailState.None, null);
        }
    }
}

using Endre.Storage;
using Endre.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>Links that open once. Only the hash of the secret is stored, and it is in the log nowhere.</summary>
internal sealed class OneTimeLinks(EndreContext context, TimeProvider time)
{
    public static readonly TimeSpan LifetimeOfInvitation = TimeSpan.FromDays(7);
    public static readonly TimeSpan LifetimeOfBreakGlass = TimeSpan.FromMinutes(30);

    /// <summary>Makes a link and closes those that were made before for the same person and purpose.</summary>
    public async Task<(string Secret, DateTimeOffset ExpiresAt)> MakeAsync(
        OneTimeLinkPurpose purpose,
        Guid? personId,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        var secret = SecretText.New();
        var expiresAt = now + (purpose == OneTimeLinkPurpose.BreakGlass ? LifetimeOfBreakGlass : LifetimeOfInvitation);
        await context
            .OneTimeLinks.Where(link => link.ExpiresAt <= now || (link.Purpose == purpose && link.PersonId == personId))
            .ExecuteDeleteAsync(ct);
        context.OneTimeLinks.Add(
            new OneTimeLink
            {
                Hash = SecretText.Hash(secret),
                Purpose = purpose,
                PersonId = personId,
                ExpiresAt = expiresAt,
            }
        );
        await context.SaveChangesAsync(ct);
        return (secret, expiresAt);
    }

    /// <summary>The link that this secret opens, unless it is used or expired.</summary>
    public async Task<OneTimeLink?> FindAsync(OneTimeLinkPurpose purpose, string secret, CancellationToken ct)
    {
        var hash = SecretText.Hash(secret);
        var found = await context.OneTimeLinks.SingleOrDefaultAsync(link => link.Hash == hash, ct);
        return found is { UsedAt: null } && found.Purpose == purpose && found.ExpiresAt > time.GetUtcNow()
            ? found
            : null;
    }

    /// <summary>Closes the link, within the transaction of what it was used for.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody used it in the same moment.</exception>
    public Task UseAsync(OneTimeLink link, CancellationToken ct)
    {
        link.UsedAt = time.GetUtcNow();
        return context.SaveChangesAsync(ct);
    }
}

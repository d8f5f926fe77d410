using Endre.Storage;
using Endre.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access.Providers;

/// <summary>The sessions that a provider has told us are over. Only hashes of their ids are stored.</summary>
internal sealed class EndedSessions(EndreContext context, TimeProvider time)
{
    public async Task AddAsync(string provider, string sessionId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var hash = HashOf(provider, sessionId);
        // No session here lasts longer, so an older row has nothing left to end.
        var old = now - Session.LongestWhenRemembered;
        await context.EndedSessions.Where(session => session.EndedAt < old).ExecuteDeleteAsync(ct);
        if (await context.EndedSessions.AnyAsync(session => session.Hash == hash, ct))
            return;
        context.EndedSessions.Add(new EndedSession { Hash = hash, EndedAt = now });
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (context.EndedSessions.AsNoTracking().Any(session => session.Hash == hash))
        {
            // The provider told us twice at once.
        }
    }

    public async Task<bool> ContainsAsync(ProviderSession session)
    {
        if (session.SessionId is not { } id)
            return false;
        var hash = HashOf(session.Provider, id);
        return await context.EndedSessions.AnyAsync(ended => ended.Hash == hash);
    }

    private static byte[] HashOf(string provider, string sessionId) => SecretText.Hash($"{provider}\n{sessionId}");
}

using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Messages;

/// <summary>Writes one message after the other, each in a transaction of its own; where several nodes do it, each is told once.</summary>
internal sealed class TellOnce(IServiceScopeFactory scopes)
{
    /// <param name="person">Whom to tell.</param>
    /// <param name="message">What. Its key says what once is.</param>
    /// <param name="also">What is stored together with it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Whether it was written now; false when it had been told, here or by another node at the same instant.</returns>
    public async Task<bool> TellAsync(
        Guid person,
        OutgoingMessage message,
        Action<EndreContext>? also = null,
        CancellationToken ct = default
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<EndreContext>();
        if (!await scope.ServiceProvider.GetRequiredService<Outgoing>().AddAsync(person, message, ct))
        {
            return false;
        }
        var key = database.Messages.Local.Single().Key;
        also?.Invoke(database);
        try
        {
            await database.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (!await database.Messages.AnyAsync(row => row.Key == key, ct))
            {
                throw;
            }
            // Another node told it at the same instant, and nothing of this one is stored.
            return false;
        }
    }
}

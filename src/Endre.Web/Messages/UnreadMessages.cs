using System.Collections.Concurrent;
using System.Data.Common;
using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Messages;

/// <summary>
/// How many messages somebody has not opened, for the top of every page. Asked at most every few seconds for each person; what
/// this node stores or opens is seen at once.
/// </summary>
internal sealed class UnreadMessages(IDbContextFactory<EndreContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (int Count, DateTimeOffset At)> known = [];

    /// <summary>The number; 0 when the database does not answer, since the page has something else to say then.</summary>
    public async Task<int> CountAsync(Guid personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(personId, out var counted) && now - counted.At < Fresh)
        {
            return counted.Count;
        }
        try
        {
            await using var context = await contexts.CreateDbContextAsync(ct);
            var count = await context.Messages.CountAsync(
                message => message.PersonId == personId && message.ReadAt == null,
                ct
            );
            known[personId] = (count, now);
            return count;
        }
        catch (Exception away) when (away is DbException or InvalidOperationException)
        {
            return 0;
        }
    }

    public void Forget(Guid personId) => known.TryRemove(personId, out _);
}

using System.Linq.Expressions;
using Endre.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Messages;

/// <summary>
/// The mail that waits. A round of a node leases a few rows, sends each and says what became of it. A row is leased by one
/// round at a time on both databases: the one statement that leases it asks again whether it is free.
/// </summary>
public static class Outbox
{
    /// <summary>Leases mail that is due.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="lease">A new id of the round.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="now">Now.</param>
    /// <param name="until">When the lease ends, should the node die.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What was leased, the oldest first; nothing when nothing is due or others have it.</returns>
    public static async Task<IReadOnlyList<MessageRow>> LeaseMailAsync(
        this EndreContext database,
        Guid lease,
        int most,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var due = await database
            .Messages.Where(IsDue(now))
            .OrderBy(message => message.NextTryAt)
            .ThenBy(message => message.Id)
            .Select(message => message.Id)
            .Take(most)
            .ToListAsync(ct);
        if (due.Count == 0)
        {
            return [];
        }
        await database
            .Messages.Where(message => due.Contains(message.Id))
            .Where(IsDue(now))
            .ExecuteUpdateAsync(
                to =>
                    to.SetProperty(message => message.LeaseId, lease)
                        .SetProperty(message => message.LeasedUntil, until),
                ct
            );
        return await database
            .Messages.AsNoTracking()
            .Where(message => message.LeaseId == lease)
            .OrderBy(message => message.NextTryAt)
            .ThenBy(message => message.Id)
            .ToListAsync(ct);
    }

    /// <summary>Keeps a lease for longer.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="id">Which message.</param>
    /// <param name="lease">The round that leased it.</param>
    /// <param name="until">When the lease ends from now on.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>False when the round has it no longer: then it must not be sent.</returns>
    public static async Task<bool> RenewMailLeaseAsync(
        this EndreContext database,
        Guid id,
        Guid lease,
        DateTimeOffset until,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        return await Held(database, id, lease)
                .ExecuteUpdateAsync(to => to.SetProperty(message => message.LeasedUntil, until), ct) == 1;
    }

    /// <summary>Lets go of what a round has not come to.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="lease">The round that leased it.</param>
    /// <param name="ct">Stops it.</param>
    public static Task ReleaseMailAsync(this EndreContext database, Guid lease, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database
            .Messages.Where(message => message.LeaseId == lease)
            .ExecuteUpdateAsync(
                to =>
                    to.SetProperty(message => message.LeaseId, (Guid?)null)
                        .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null),
                ct
            );
    }

    /// <summary>Says that mail has been taken.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="id">Which message.</param>
    /// <param name="lease">The round that leased it.</param>
    /// <param name="state"><see cref="MailState.Sent"/> or <see cref="MailState.Filed"/>.</param>
    /// <param name="at">When.</param>
    /// <param name="isSecret">Whether its words are deleted now.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task MailSentAsync(
        this EndreContext database,
        Guid id,
        Guid lease,
        string state,
        DateTimeOffset at,
        bool isSecret,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        await Held(database, id, lease)
            .ExecuteUpdateAsync(
                to =>
                    to.SetProperty(message => message.Mail, state)
                        .SetProperty(message => message.SentAt, at)
                        .SetProperty(message => message.Tries, message => message.Tries + 1)
                        .SetProperty(message => message.NextTryAt, (DateTimeOffset?)null)
                        .SetProperty(message => message.LastError, (string?)null)
                        .SetProperty(message => message.Parts, message => isSecret ? null : message.Parts)
                        .SetProperty(message => message.LeaseId, (Guid?)null)
                        .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null),
                ct
            );
    }

    /// <summary>Says that mail did not get through.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="id">Which message.</param>
    /// <param name="lease">The round that leased it.</param>
    /// <param name="error">The class of the fault.</param>
    /// <param name="next">When it is tried again; null when it is given up.</param>
    /// <param name="isSecret">Whether its words are deleted when it is given up.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task MailFailedAsync(
        this EndreContext database,
        Guid id,
        Guid lease,
        string error,
        DateTimeOffset? next,
        bool isSecret,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var state = next is null ? MailState.GivenUp : MailState.Failed;
        var forgets = isSecret && next is null;
        await Held(database, id, lease)
            .ExecuteUpdateAsync(
                to =>
                    to.SetProperty(message => message.Mail, state)
                        .SetProperty(message => message.Tries, message => message.Tries + 1)
                        .SetProperty(message => message.NextTryAt, next)
                        .SetProperty(message => message.LastError, error)
                        .SetProperty(message => message.Parts, message => forgets ? null : message.Parts)
                        .SetProperty(message => message.LeaseId, (Guid?)null)
                        .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null),
                ct
            );
    }

    /// <summary>Has all mail that did not get through tried now; what was given up too, where its words are kept.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="now">Now; what was given up has its time from here.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>How many.</returns>
    public static Task<int> RetryMailAsync(this EndreContext database, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database
            .Messages.Where(message =>
                (message.Mail == MailState.Failed || message.Mail == MailState.GivenUp) && message.Parts != null
            )
            .ExecuteUpdateAsync(
                to =>
                    to.SetProperty(message => message.Mail, MailState.Failed)
                        .SetProperty(message => message.NotBefore, now)
                        .SetProperty(message => message.NextTryAt, now)
                        .SetProperty(message => message.Tries, 0),
                ct
            );
    }

    /// <summary>How many messages there are in each state of <see cref="MailState"/>, and why some did not get through.</summary>
    /// <param name="database">Where they lie.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>State, class of fault (null where there is none), how many and the latest of them.</returns>
    public static async Task<
        IReadOnlyList<(string State, string? Error, int Count, DateTimeOffset Latest)>
    > CountMailAsync(this EndreContext database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var groups = await database
            .Messages.GroupBy(message => new { message.Mail, message.LastError })
            .Select(group => new
            {
                group.Key.Mail,
                group.Key.LastError,
                Count = group.Count(),
                Latest = group.Max(message => message.CreatedAt),
            })
            .ToListAsync(ct);
        return [.. groups.Select(group => (group.Mail, group.LastError, group.Count, group.Latest))];
    }

    private static Expression<Func<MessageRow, bool>> IsDue(DateTimeOffset now) =>
        message =>
            (message.Mail == MailState.Waiting || message.Mail == MailState.Failed)
            && message.NextTryAt <= now
            && (message.LeasedUntil == null || message.LeasedUntil <= now);

    private static IQueryable<MessageRow> Held(EndreContext database, Guid id, Guid lease) =>
        database.Messages.Where(message => message.Id == id && message.LeaseId == lease);
}

using Endre.Domain.Messages;
using Endre.Storage;
using Endre.Storage.Messages;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Messages.Sending;

/// <summary>
/// Sends what is due. A message is leased before and marked after, so of two nodes one sends it. Between the server's 250 and
/// the mark a node may die: then it is sent again, by the same Message-ID (docs/operations.md).
/// </summary>
internal sealed class SendMail(
    EndreContext database,
    IMailRoute route,
    ReadMail read,
    MailWatch watch,
    TakenMail taken,
    TimeProvider clock
)
{
    private const int AtOnce = 5;

    /// <summary>Longer than one message can take; renewed before each.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken ct)
    {
        var isBroken = false;
        // A server that is away is not knocked at for every message.
        while (!isBroken && !ct.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var lease = Guid.CreateVersion7(now);
            var rows = await database.LeaseMailAsync(lease, AtOnce, now, now + Lease, ct);
            if (rows.Count == 0)
            {
                break;
            }
            isBroken = await SendAsync(rows, lease, ct);
        }
        watch.Waits(
            await database.Messages.CountAsync(
                message => message.Mail == MailState.Waiting || message.Mail == MailState.Failed,
                CancellationToken.None
            )
        );
    }

    /// <returns>Whether no line could be opened.</returns>
    private async Task<bool> SendAsync(IReadOnlyList<MessageRow> rows, Guid lease, CancellationToken ct)
    {
        IMailLine? line = null;
        MailFault? broken = null;
        try
        {
            foreach (var row in rows)
            {
                if (ct.IsCancellationRequested)
                {
                    // Between two messages, never in the middle of one; another node need not wait for the rest.
                    await database.ReleaseMailAsync(lease, CancellationToken.None);
                    break;
                }
                if (
                    !await database.RenewMailLeaseAsync(
                        row.Id,
                        lease,
                        clock.GetUtcNow() + Lease,
                        CancellationToken.None
                    )
                )
                {
                    continue;
                }
                broken ??= await TrySendAsync(row);
                if (broken is null)
                {
                    await MarkAsync(row, lease);
                    continue;
                }
                await FailAsync(row, lease, broken);
                // A line that broke in the middle may do for the next; one that never opened will not.
                if (broken.BreaksLine && line is null)
                {
                    continue;
                }
                if (broken.BreaksLine)
                {
                    await line!.DisposeAsync();
                    line = null;
                }
                broken = null;
            }
        }
        finally
        {
            if (line is not null)
            {
                await line.DisposeAsync();
            }
        }
        return broken is not null;

        async Task<MailFault?> TrySendAsync(MessageRow row)
        {
            if (taken.Contains(row.Id))
            {
                return null;
            }
            using var patience = new CancellationTokenSource(LongestSending);
            try
            {
                if (await read.ReadAsync(row, patience.Token) is not { } mail)
                {
                    return MailFault.NoReader;
                }
                line ??= await route.OpenAsync(patience.Token);
                await line.SendAsync(mail, patience.Token);
                taken.Add(row.Id);
                return null;
            }
            catch (Exception fault) when (fault is not System.Data.Common.DbException)
            {
                return MailFault.Of(fault, route is FolderRoute);
            }
        }
    }

    private async Task MarkAsync(MessageRow row, Guid lease)
    {
        await database.MailSentAsync(
            row.Id,
            lease,
            route.Done,
            clock.GetUtcNow(),
            read.IsSecret(row),
            CancellationToken.None
        );
        taken.Forget(row.Id);
        watch.Sent(row, route.Done);
    }

    private async Task FailAsync(MessageRow row, Guid lease, MailFault why)
    {
        var next = why.IsFinal ? null : MailRetry.Next(row.Tries + 1, row.NotBefore, clock.GetUtcNow());
        await database.MailFailedAsync(row.Id, lease, why.Word, next, read.IsSecret(row), CancellationToken.None);
        watch.Failed(row, why, isGivenUp: next is null);
    }
}

using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Messages.ListMessages;

/// <summary><c>/meldinger</c>: what one has been told, the latest first.</summary>
internal sealed class ListMessages(
    EndreContext database,
    CurrentPerson person,
    OwnMessages own,
    UnreadMessages unread,
    TimeProvider clock
)
{
    private const int Most = 200;

    public static async Task<IResult> HandleAsync(ListMessages list, CancellationToken ct) =>
        Page.Of<ListMessagesPage>(new { Messages = await list.ReadAsync(ct) });

    public static async Task<IResult> ReadAllAsync(ListMessages list, CancellationToken ct)
    {
        await list.MarkAllAsync(ct);
        return Page.SeeOther(MessageLinks.List);
    }

    private async Task<IReadOnlyList<ListedMessage>> ReadAsync(CancellationToken ct) =>
        await own.In(database)
            .OrderByDescending(message => message.CreatedAt)
            .ThenByDescending(message => message.Id)
            .Take(Most)
            .Select(message => new ListedMessage(
                message.Id,
                message.Subject,
                message.CreatedAt,
                message.ReadAt != null
            ))
            .ToListAsync(ct);

    private async Task MarkAllAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await own.In(database)
            .Where(message => message.ReadAt == null)
            .ExecuteUpdateAsync(to => to.SetProperty(message => message.ReadAt, now), ct);
        unread.Forget(person.RequiredId);
    }
}

/// <summary>A message in the list.</summary>
public sealed record ListedMessage(Guid Id, string Subject, DateTimeOffset At, bool IsRead);

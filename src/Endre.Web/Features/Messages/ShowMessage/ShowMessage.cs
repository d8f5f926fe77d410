using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Messages.ShowMessage;

/// <summary><c>/meldinger/{id}</c>: one message. Whoever opens it has read it.</summary>
internal sealed class ShowMessage(
    EndreContext database,
    CurrentPerson person,
    OwnMessages own,
    UnreadMessages unread,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(Guid id, ShowMessage show, CancellationToken ct) =>
        await show.OpenAsync(id, ct) is { } message
            ? Page.Of<ShowMessagePage>(new { Message = message })
            : ErrorResult.NotFound;

    private async Task<ShownMessage?> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await own.In(database).AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return null;
        }
        if (row.ReadAt is null)
        {
            var now = clock.GetUtcNow();
            await own.In(database)
                .Where(message => message.Id == id && message.ReadAt == null)
                .ExecuteUpdateAsync(to => to.SetProperty(message => message.ReadAt, now), ct);
            unread.Forget(person.RequiredId);
        }
        return new ShownMessage(row.Subject, row.CreatedAt, row.Language, LetterJson.Read(row.Parts));
    }
}

/// <summary>A message as it is shown.</summary>
/// <param name="Subject">Its heading.</param>
/// <param name="At">When it was written.</param>
/// <param name="Language">The language it was written in, which may not be that of the page any more.</param>
/// <param name="Parts">What it says.</param>
public sealed record ShownMessage(string Subject, DateTimeOffset At, string Language, IReadOnlyList<LetterPart> Parts);

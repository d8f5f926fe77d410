using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings;

/// <summary>The meetings that a person holds, and that are not over.</summary>
internal sealed class HeldMeetings(EndreContext database, TimeProvider clock, Texts<MeetingTexts> texts)
    : IResponsibilities
{
    private static readonly string[] Open = [StoredWord.Of(MeetingState.Planned), StoredWord.Of(MeetingState.Running)];

    public string Tell(int count) => texts.Count("Held", count);

    public Task<int> CountAsync(Guid personId, CancellationToken ct) => Of(personId).CountAsync(ct);

    public async Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
    {
        var hand = new MeetingRecords.Hand(PersonId: null, clock.GetUtcNow());
        foreach (var id in await Of(from).Select(row => row.Id).ToListAsync(ct))
        {
            await database.DoWithMeetingAsync(id, new HandOverChair(to), hand, ct);
        }
    }

    private IQueryable<MeetingRow> Of(Guid personId) =>
        database.Meetings.Where(row => row.ChairId == personId && Open.Contains(row.State));
}

using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.EraseNames;

/// <summary>
/// The address of a guest without an account is there to tell of a meeting, and goes when the meeting is long over. The name
/// stays with who came, as everybody's does.
/// </summary>
internal sealed class GuestAddresses(EndreContext database, Formats formats) : IRetention
{
    public RetentionPeriod Default { get; } = new("guest-addresses", Days: 90, Least: 14, Most: 730);

    public async Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct)
    {
        var limit = formats.Day(olderThan);
        var over = database.MeetingSeries.Where(series => series.EndsBefore < limit).Select(series => series.Id);
        var ofSeries = await database
            .SeriesGuests.Where(guest => guest.Email != "" && over.Contains(guest.SeriesId))
            .ExecuteUpdateAsync(set => set.SetProperty(guest => guest.Email, ""), ct);
        var held = database.Meetings.Where(meeting => meeting.StartsAt < olderThan).Select(meeting => meeting.Id);
        var ofMeetings = await database
            .Attendances.Where(guest => guest.Email != "" && held.Contains(guest.MeetingId))
            .ExecuteUpdateAsync(set => set.SetProperty(guest => guest.Email, ""), ct);
        return ofSeries + ofMeetings;
    }
}

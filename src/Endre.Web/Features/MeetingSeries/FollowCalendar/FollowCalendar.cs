using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.FollowCalendar;

/// <summary><c>/kalender</c>: a secret address at which one's own calendar program reads one's meetings.</summary>
internal sealed class FollowCalendar(
    EndreContext database,
    CurrentPerson person,
    SeriesTime time,
    ListeningAddress addresses
)
{
    public static async Task<IResult> HandleAsync(FollowCalendar follow, CancellationToken ct) =>
        Page.Of<FollowCalendarPage>(new { MadeOn = await follow.MadeOnAsync(ct) });

    /// <summary>Makes an address, and shows it this once; the one before stops.</summary>
    public static async Task<IResult> MakeAsync(FollowCalendar follow, CancellationToken ct)
    {
        var secret = SecretText.New();
        await follow.ReplaceAsync(SecretText.Hash(secret), ct);
        var address = new Uri(follow.Address, MeetingSeriesLinks.CalendarFile(secret)).AbsoluteUri;
        return Page.Of<FollowCalendarPage>(new { MadeOn = await follow.MadeOnAsync(ct), Address = address });
    }

    public static async Task<IResult> WithdrawAsync(FollowCalendar follow, CancellationToken ct)
    {
        var id = follow.Id;
        await follow.Links.Where(link => link.PersonId == id).ExecuteDeleteAsync(ct);
        return Page.SeeOther(MeetingSeriesLinks.Calendar);
    }

    private Uri Address => addresses.ForPeople;

    private Guid Id => person.RequiredId;

    private DbSet<CalendarLink> Links => database.CalendarLinks;

    private async Task<DateOnly?> MadeOnAsync(CancellationToken ct)
    {
        var id = Id;
        return await Links
            .AsNoTracking()
            .Where(link => link.PersonId == id)
            .Select(link => (DateOnly?)link.MadeOn)
            .SingleOrDefaultAsync(ct);
    }

    private async Task ReplaceAsync(byte[] hash, CancellationToken ct)
    {
        var (id, today) = (Id, time.Today);
        var changed = await Links
            .Where(link => link.PersonId == id)
            .ExecuteUpdateAsync(
                to => to.SetProperty(link => link.Hash, hash).SetProperty(link => link.MadeOn, today),
                ct
            );
        if (changed == 0)
        {
            Links.Add(
                new CalendarLink
                {
                    PersonId = id,
                    Hash = hash,
                    MadeOn = today,
                }
            );
            await database.SaveChangesAsync(ct);
        }
    }
}

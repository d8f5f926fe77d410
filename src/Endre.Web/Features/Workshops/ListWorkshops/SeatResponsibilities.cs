using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Running;
using Endre.Storage;
using Endre.Storage.Workshops;
using Endre.Web.Access;
using Endre.Web.Live;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.ListWorkshops;

/// <summary>The open workshops in which a person has the seat: nobody else can move them on.</summary>
internal sealed class SeatResponsibilities(EndreContext database, LiveWorkshops workshops, Texts<ListTexts> texts)
    : IResponsibilities
{
    public string Tell(int count) => texts.Count("Seats", count);

    public async Task<int> CountAsync(Guid personId, CancellationToken ct) => (await SeatsAsync(personId, ct)).Count;

    public Task<bool> MayTakeOverAsync(Guid personId, CancellationToken ct) =>
        database
            .UserRoles.Where(row => row.UserId == personId)
            .Join(database.Roles, row => row.RoleId, role => role.Id, (_, role) => role.Name)
            .AnyAsync(name => name == Roles.Facilitator || name == Roles.Administrator, ct);

    public async Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
    {
        if (await database.Users.FindAsync([to], ct) is not { } successor)
            return;
        var actor = new Actor.Leader(from);
        foreach (var live in await SeatsAsync(from, ct))
        {
            await live.DecideAsync(new AddFacilitator(new Facilitator(to, successor.DisplayName)), actor);
            await live.DecideAsync(new HandOver(to), actor);
        }
    }

    private async Task<List<LiveWorkshop>> SeatsAsync(Guid personId, CancellationToken ct)
    {
        var word = personId.ToString("N");
        var ids = await database
            .Workshops.Where(w => w.State == WorkshopRow.Open && w.Facilitators.Contains(word))
            .Select(w => w.Id)
            .ToListAsync(ct);
        var seats = new List<LiveWorkshop>();
        foreach (var id in ids)
        {
            if (await workshops.FindAsync(id, ct) is { } live && live.State.Seat == personId)
                seats.Add(live);
        }
        return seats;
    }
}

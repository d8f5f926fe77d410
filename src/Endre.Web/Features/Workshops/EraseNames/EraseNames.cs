using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Storage.EventLog;
using Endre.Storage.Privacy;
using Endre.Storage.Workshops;
using Endre.Web.Access;
using Endre.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.EraseNames;

/// <summary>Takes names out of workshops: participants' when the time is over, a facilitator's when the person is erased.</summary>
internal sealed class EraseNames(
    EndreContext database,
    IEventLog log,
    IEventErasure erasure,
    LiveWorkshops live,
    TimeProvider clock
) : IPersonalData, IRetention
{
    // Who took part finds the way back to the outcome for 400 days after each visit; until then one may want the name.
    public RetentionPeriod Default { get; } = new("workshop-names", Days: 400, Least: 30, Most: 1100);

    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        var word = personId.ToString("N");
        var led = await database
            .Workshops.Where(row => row.OwnerId == personId || row.Facilitators.Contains(word))
            .ToListAsync(ct);
        foreach (var row in led)
        {
            await EventNames.EraseFacilitatorAsync(log, erasure, database, row.Id, personId, ct);
            row.Facilitators = string.Join(' ', row.Facilitators.Split(' ').Where(id => id != word));
            await live.ForgetAsync(row.Id);
        }
        await database.SaveChangesAsync(ct);
        foreach (var id in await EventNames.EraseAnswererAsync(log, erasure, database, name, ct))
        {
            await live.ForgetAsync(id);
        }
    }

    public async Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct)
    {
        var over = await database
            .Workshops.Where(row =>
                row.State == WorkshopRow.Closed && row.ClosedAt < olderThan && row.NamesErasedAt == null
            )
            .ToListAsync(ct);
        foreach (var row in over)
        {
            await using var transaction = await database.Database.BeginTransactionAsync(ct);
            await EventNames.EraseParticipantsAsync(log, erasure, database, row.Id, ct);
            row.NamesErasedAt = clock.GetUtcNow();
            await database.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            await live.ForgetAsync(row.Id);
        }
        return over.Count;
    }
}

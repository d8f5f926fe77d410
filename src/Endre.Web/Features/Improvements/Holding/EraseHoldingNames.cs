using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>Takes the name of somebody who is erased out of what was written on routines.</summary>
internal sealed class EraseHoldingNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var held in await database.HeldRoutines.ToListAsync(ct))
        {
            held.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Drivers;

/// <summary>Takes the name of somebody who is erased out of driver diagrams.</summary>
internal sealed class EraseDriverNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var diagram in await database.DriverDiagrams.ToListAsync(ct))
        {
            diagram.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.EraseNames;

/// <summary>Takes the name of somebody who is erased out of needs, where others wrote who does it.</summary>
internal sealed class EraseNeedNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        // The parts are JSON, which the database cannot search for a name as it is read.
        foreach (var need in await database.Needs.ToListAsync(ct))
        {
            need.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

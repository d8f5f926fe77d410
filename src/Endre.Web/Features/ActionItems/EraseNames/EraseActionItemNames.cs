using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.EraseNames;

/// <summary>Takes the name of somebody who is erased out of what others wrote on action items.</summary>
internal sealed class EraseActionItemNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var item in await database.ActionItems.ToListAsync(ct))
        {
            item.EraseName(name);
        }
        foreach (var entry in await database.ActionItemEvents.Where(entry => entry.Text != null).ToListAsync(ct))
        {
            entry.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

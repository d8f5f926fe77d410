using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Minutes.EraseNames;

/// <summary>
/// Takes the name of somebody who is erased out of locked minutes and of what was added to them. What has been given to an
/// archive stays there: that is the archive's to decide (GDPR article 17, paragraph 3).
/// </summary>
internal sealed class EraseMinutesNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var minutes in await database.Minutes.ToListAsync(ct))
        {
            minutes.EraseName(name);
        }
        foreach (var entry in await database.MinutesEntries.ToListAsync(ct))
        {
            entry.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

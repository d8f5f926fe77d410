using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>Takes the name of somebody who is erased out of what others wrote about improvements.</summary>
internal sealed class EraseImprovementNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var improvement in await database.Improvements.ToListAsync(ct))
        {
            improvement.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Measures;

/// <summary>Takes the name of somebody who is erased out of what others called what they measure.</summary>
internal sealed class EraseMeasureNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var measure in await database.Measures.ToListAsync(ct))
        {
            measure.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

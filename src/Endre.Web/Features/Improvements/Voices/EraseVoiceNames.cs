using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Voices;

/// <summary>Takes the name of somebody who is erased out of what representatives wrote.</summary>
internal sealed class EraseVoiceNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var voice in await database.Voices.ToListAsync(ct))
        {
            voice.EraseName(name);
        }
        await database.SaveChangesAsync(ct);
    }
}

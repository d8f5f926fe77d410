using Endre.Storage;
using Endre.Storage.Factors;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Taxonomy;

/// <summary>Gives a new database the shipped drivers and barriers, and reads them into memory.</summary>
internal sealed class FactorsExist(EndreContext database, Factors factors) : IStartupPart
{
    public int Order => 1;

    public async Task PrepareAsync(CancellationToken ct)
    {
        if (!await database.Set<FactorRow>().AnyAsync(ct))
        {
            database.AddRange(FactorRow.FromDeck());
            try
            {
                await database.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // Two nodes start at once: the other was first, and what it wrote is read below.
            }
        }
        await factors.RefreshAsync(ct);
    }
}

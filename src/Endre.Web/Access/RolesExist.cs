using Endre.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>Gives a new database its roles.</summary>
internal sealed class RolesExist(RoleManager<IdentityRole<Guid>> roles) : IStartupPart
{
    public int Order => 0;

    public async Task PrepareAsync(CancellationToken ct)
    {
        foreach (var name in Roles.All)
        {
            if (await roles.RoleExistsAsync(name))
                continue;
            try
            {
                await roles.CreateAsync(new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7() });
            }
            catch (DbUpdateException)
            {
                // Two nodes start at once: the other was first, or the storage is in trouble and the next step says so.
            }
        }
    }
}

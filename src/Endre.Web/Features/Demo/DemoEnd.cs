using Endre.Storage;
using Endre.Storage.People;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Demo;

/// <summary>A database that once was a demo, started without <c>--demo</c>: nobody gets in as an invented person any more.</summary>
internal sealed class DemoEnd(EndreContext context, UserManager<Person> people) : IStartupPart
{
    public int Order => 20;

    public async Task PrepareAsync(CancellationToken ct)
    {
        var demoPeople = await context.Users.Where(person => person.IsDemo).ToListAsync(ct);
        foreach (var person in demoPeople)
        {
            await context.ApiTokens.Where(token => token.PersonId == person.Id).ExecuteDeleteAsync(ct);
            await people.RemovePasswordAsync(person);
            foreach (var key in await people.GetPasskeysAsync(person))
                await people.RemovePasskeyAsync(person, key.CredentialId);
            // Ends the sessions that are still open.
            await people.UpdateSecurityStampAsync(person);
        }
    }
}

using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy.KeepRetention;

/// <summary>An invitation that nobody took up: the name and the address go. Whoever a directory or an import made stays.</summary>
internal sealed class UnusedInvitations(EndreContext database, ErasePerson.ErasePerson erase) : IRetention
{
    public RetentionPeriod Default { get; } = new("unused-invitations", Days: 90, Least: 14, Most: 365);

    public async Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct)
    {
        var unused = await database
            .Users.AsNoTracking()
            .Where(person =>
                person.CreatedAt < olderThan
                && person.PasswordHash == null
                && person.ExternalId == null
                && !person.IsDemo
                && !database.UserLogins.Any(login => login.UserId == person.Id)
                && !database.Memberships.Any(membership => membership.PersonId == person.Id)
            )
            .Select(person => person.Id)
            .ToListAsync(ct);
        var erased = 0;
        foreach (var id in unused)
        {
            erased += await erase.EraseAsync(id, ct) is null ? 1 : 0;
        }
        return erased;
    }
}

using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy.KeepRetention;

/// <summary>People who left are erased after a time, unless something still waits for them.</summary>
internal sealed class FormerPeople(EndreContext database, ErasePerson.ErasePerson erase) : IRetention
{
    public RetentionPeriod Default { get; } = new("former-people", Days: 730, Least: 30, Most: 1830);

    public async Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct)
    {
        var former = await database
            .Users.AsNoTracking()
            .Where(person => person.DeactivatedAt < olderThan)
            .Select(person => person.Id)
            .ToListAsync(ct);
        var erased = 0;
        foreach (var id in former)
        {
            erased += await erase.EraseAsync(id, ct) is null ? 1 : 0;
        }
        return erased;
    }
}

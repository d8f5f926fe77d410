using Endre.Storage;
using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>The units that the one who asks has to do with, read once for each request.</summary>
internal sealed class VisibleUnits(EndreContext database, CurrentPerson person, SignInRight right)
{
    private UnitScope? _scope;

    public async Task<UnitScope> ReadAsync(CancellationToken ct)
    {
        if (_scope is not null)
            return _scope;
        var tree = await database.ReadUnitTreeAsync(ct);
        var id = person.Id;
        var rows = await database.Memberships.AsNoTracking().Where(row => row.PersonId == id).ToListAsync(ct);
        return _scope = UnitScope.Of(tree, rows.Select(row => row.ToPosition()), person.IsAdministrator, right.Today);
    }
}

using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>Who can answer for what a unit does: those who work there, and anybody else by the address of their account.</summary>
internal sealed class ReadOwners(EndreContext database, Formats formats, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>The day it is for people here.</summary>
    public DateOnly Today => formats.Day(clock.GetUtcNow());

    /// <summary>Those who work in the unit, or under it, by name.</summary>
    public async Task<IReadOnlyList<Choice>> OfAsync(UnitTree tree, Guid unitId, CancellationToken ct)
    {
        var units = tree.Whole(unitId);
        var there = await database
            .Memberships.AsNoTracking()
            .HeldOn(Today)
            .Where(place => units.Contains(place.UnitId))
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                place => place.PersonId,
                person => person.Id,
                (_, person) => new { person.Id, person.DisplayName }
            )
            .Distinct()
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. there
                .OrderBy(person => person.DisplayName, StringComparer.CurrentCulture)
                .Select(person => new Choice($"{person.Id}", person.DisplayName)),
        ];
    }

    /// <summary>The one a form names: in the list, or by address. Null when it names nobody who can.</summary>
    public async Task<Guid?> FindAsync(Guid? chosen, string? email, CancellationToken ct)
    {
        var people = database.Users.Where(person => person.DeactivatedAt == null);
        if (email?.Trim() is { Length: > 0 } typed)
        {
            var address = typed.Normalize().ToUpperInvariant();
            people = people.Where(person => person.NormalizedEmail == address);
        }
        else
        {
            people = people.Where(person => person.Id == chosen);
        }
        return await people.Select(person => (Guid?)person.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>The names of people; who is gone is not there.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> people, CancellationToken ct)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        return await database
            .Users.AsNoTracking()
            .Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
    }
}

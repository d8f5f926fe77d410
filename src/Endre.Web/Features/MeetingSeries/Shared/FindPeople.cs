using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.Shared;

/// <summary>People by the address of their account, and their names.</summary>
internal sealed class FindPeople(EndreContext database)
{
    /// <summary>Who has an open account with the address; null when nobody has.</summary>
    public async Task<Guid?> ByAddressAsync(string? typed, CancellationToken ct)
    {
        if (typed?.Trim() is not { Length: > 0 } address)
        {
            return null;
        }
        var normalized = address.Normalize().ToUpperInvariant();
        return await database
            .Users.Where(person => person.DeactivatedAt == null && person.NormalizedEmail == normalized)
            .Select(person => (Guid?)person.Id)
            .FirstOrDefaultAsync(ct);
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

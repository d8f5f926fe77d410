using Endre.Domain.Hassles;
using Endre.Storage;
using Endre.Storage.Places;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>The names of those who have written with an account, and of the places that it is about.</summary>
internal static class PersonNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(
        this EndreContext database,
        IEnumerable<Hassle> hassles,
        CancellationToken ct
    )
    {
        var all = hassles.ToList();
        var ids = all.SelectMany(hassle => hassle.Thread.Select(message => message.PersonId).Append(hassle.PersonId))
            .OfType<Guid>()
            .Distinct()
            .ToList();
        var names = await database
            .Users.AsNoTracking()
            .Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        var placeIds = all.Select(hassle => hassle.PlaceId).OfType<Guid>().Distinct().ToList();
        foreach (var (id, title) in await database.TitlesOfAsync(placeIds, ct))
        {
            names[id] = title;
        }
        return names;
    }
}

using System.Text.Json;
using Endre.Storage;
using Endre.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Audit.ShowAuditLog;

/// <summary>An entry with the names that its ids have today.</summary>
/// <param name="Entry">What was recorded.</param>
/// <param name="Names">The names by id; an id that is not there belongs to nobody any more.</param>
public sealed record ListedEntry(AuditEntry Entry, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>What changed, in the order it was written.</summary>
    public IEnumerable<(string Name, string Value)> Details
    {
        get
        {
            using var json = JsonDocument.Parse(Entry.Details);
            return [.. json.RootElement.EnumerateObject().Select(detail => (detail.Name, detail.Value.ToString()))];
        }
    }

    /// <summary>The ids that the entry speaks of.</summary>
    public IEnumerable<Guid> Ids =>
        new[] { Entry.ActorId, Entry.SubjectId }
            .OfType<Guid>()
            .Concat(Details.SelectMany(detail => detail.Value.Split(' ')).Select(IdOf).OfType<Guid>());

    /// <summary>The id that a word of a detail is, or null.</summary>
    public static Guid? IdOf(string word) => Guid.TryParse(word, out var id) ? id : null;

    /// <summary>The name of an id today, or null.</summary>
    public string? NameOf(Guid id) => Names.TryGetValue(id, out var name) && name.Length > 0 ? name : null;
}

internal static class ListedEntries
{
    /// <summary>The entry keeps ids only, so that an erased person's name is nowhere in it.</summary>
    public static async Task<IReadOnlyList<ListedEntry>> NameAsync(
        EndreContext database,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken ct
    )
    {
        var names = new Dictionary<Guid, string>();
        var listed = entries.Select(entry => new ListedEntry(entry, names)).ToList();
        var ids = listed.SelectMany(entry => entry.Ids).ToHashSet();
        await AddAsync(database.Users.Select(person => new Named { Id = person.Id, Name = person.DisplayName }));
        await AddAsync(database.Units.Select(unit => new Named { Id = unit.Id, Name = unit.Name }));
        await AddAsync(database.ChangeTeams.Select(team => new Named { Id = team.Id, Name = team.Name }));
        await AddAsync(database.ProvisioningClients.Select(client => new Named { Id = client.Id, Name = client.Name }));
        await AddAsync(
            database.ProvisionedGroups.Select(group => new Named { Id = group.Id, Name = group.DisplayName })
        );
        return listed;

        async Task AddAsync(IQueryable<Named> all)
        {
            foreach (var named in await all.Where(named => ids.Contains(named.Id)).ToListAsync(ct))
                names[named.Id] = named.Name;
        }
    }

    private sealed class Named
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";
    }
}

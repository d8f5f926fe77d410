using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Hassles;

/// <summary>Stores «meg også», takes it back, and reads who meets what, over everything that is answered as one.</summary>
public static class MeTooRecords
{
    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    /// <summary>Says «meg også» to a hassle.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which hassle.</param>
    /// <param name="by">Who; somebody.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when whoever it is counts now, once; otherwise <c>HassleUnknown</c> or what <see cref="MeTooRules.Say"/> says.
    /// </returns>
    public static async Task<Refusal?> SayMeTooAsync(
        this EndreContext database,
        Guid id,
        MeTooBy by,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        // The same one at the same instant: two rows cannot be stored, and the next look finds the first.
        return await database.UntilStoredAsync(() => database.TryMeTooAsync(id, by, ct));
    }

    /// <summary>Takes it back, also where it was said to another that is answered as one with this.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which hassle; one that does not exist has nothing to take back.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task TakeMeTooBackAsync(this EndreContext database, Guid id, MeTooBy by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var groups = await database.ReadVoicedAsync([id], ct);
        var marks = groups
            .GetValueOrDefault(id, [])
            .SelectMany(voiced => voiced.MeToos)
            .Where(mark => mark.IsBy(by))
            .ToList();
        foreach (var (hassleId, personId, hash) in marks)
        {
            await database
                .HassleMeToos.Where(row =>
                    row.HassleId == hassleId && row.PersonId == personId && row.DeviceHash == hash
                )
                .ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>Each hassle with all that are answered as one with it, itself among them.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="ids">Which hassles.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>By the ids that were asked for; without those that were withdrawn or do not exist.</returns>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Voiced>>> ReadVoicedAsync(
        this EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(ids);
        var known = new Dictionary<Guid, Line>();
        // Up to the one that the others were merged into, and down to all of those.
        for (var up = ids.Distinct().ToList(); up.Count > 0; )
        {
            var found = await Lines(database).Where(line => up.Contains(line.Id)).ToListAsync(ct);
            found.ForEach(line => known[line.Id] = line);
            up = [.. found.Select(line => line.Into).OfType<Guid>().Where(id => !known.ContainsKey(id)).Distinct()];
        }
        for (var down = known.Keys.ToList(); down.Count > 0; )
        {
            var found = await Lines(database)
                .Where(line => line.Into != null && down.Contains(line.Into.Value))
                .ToListAsync(ct);
            down = [.. found.Where(line => known.TryAdd(line.Id, line)).Select(line => line.Id)];
        }
        var all = known.Keys.ToList();
        var marks = (
            await database.HassleMeToos.AsNoTracking().Where(row => all.Contains(row.HassleId)).ToListAsync(ct)
        ).ToLookup(row => row.HassleId, row => row.ToMeToo());
        var groups = known.Values.ToLookup(
            line => RootOf(known, line),
            line => new Voiced(line.Id, line.WriterId, [.. marks[line.Id]])
        );
        return ids.Distinct()
            .Where(known.ContainsKey)
            .ToDictionary(id => id, id => (IReadOnlyList<Voiced>)[.. groups[RootOf(known, known[id])]]);
    }

    /// <summary>Forgets who met what was withdrawn; whoever calls it stores.</summary>
    internal static async Task ForgetMeToosAsync(this EndreContext database, Guid hassleId, CancellationToken ct) =>
        database.RemoveRange(await database.HassleMeToos.Where(row => row.HassleId == hassleId).ToListAsync(ct));

    private static IQueryable<Line> Lines(EndreContext database) =>
        database
            .Hassles.AsNoTracking()
            .Where(row => row.State != Withdrawn)
            .Select(row => new Line
            {
                Id = row.Id,
                Into = row.MergedIntoId,
                WriterId = row.PersonId,
            });

    private static Guid RootOf(Dictionary<Guid, Line> known, Line line)
    {
        var at = line;
        while (at.Into is { } into && known.TryGetValue(into, out var above))
        {
            at = above;
        }
        return at.Id;
    }

    private sealed class Line
    {
        public required Guid Id { get; init; }

        public Guid? Into { get; init; }

        public Guid? WriterId { get; init; }
    }

    private static async Task<Refusal?> TryMeTooAsync(
        this EndreContext database,
        Guid id,
        MeTooBy by,
        CancellationToken ct
    )
    {
        if (await database.FindHassleAsync(id, ct) is not { } hassle)
        {
            return Refusal.Because("HassleUnknown");
        }
        var groups = await database.ReadVoicedAsync([id], ct);
        var decision = MeTooRules.Say(hassle, groups.GetValueOrDefault(id, []), by);
        if (decision.Refusal is not null || decision.Events is not [var mark])
        {
            return decision.Refusal;
        }
        database.Add(HassleMeTooRow.Of(mark));
        await database.SaveChangesAsync(ct);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Audit;

/// <summary>Seals new entries, and tells whether the chain holds.</summary>
public static class AuditSeals
{
    private const int MostAtOnce = 500;

    /// <summary>
    /// Seals the entries that have none, oldest first. Two nodes that seal at once cannot both: the number is the key, and
    /// the one who comes last seals at its next try.
    /// </summary>
    /// <param name="database">A context of its own.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The last seal when some were added; null when there was nothing to seal, or another node did it.</returns>
    public static async Task<AuditSeal?> SealAuditAsync(this EndreContext database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        AuditSeal? last = null;
        while (true)
        {
            var entries = await database
                .AuditEntries.AsNoTracking()
                .Where(entry => !database.AuditSeals.Any(seal => seal.EntryId == entry.Id))
                .OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Id)
                .Take(MostAtOnce)
                .ToListAsync(ct);
            if (entries.Count == 0)
            {
                return last;
            }
            var before = await LastAsync(database, ct);
            foreach (var entry in entries)
            {
                var number = (before?.Number ?? 0) + 1;
                var previous = before?.Hash ?? AuditChain.Beginning;
                before = new AuditSeal
                {
                    Number = number,
                    EntryId = entry.Id,
                    Hash = AuditChain.Seal(previous.Span, number, entry),
                };
                database.AuditSeals.Add(before);
            }
            try
            {
                await database.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                database.ChangeTracker.Clear();
                return last;
            }
            database.ChangeTracker.Clear();
            last = before;
        }
    }

    /// <summary>Follows the chain from its beginning.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<AuditVerdict> VerifyAuditAsync(this EndreContext database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var sealedOnes = database
            .AuditSeals.AsNoTracking()
            .OrderBy(seal => seal.Number)
            .GroupJoin(
                database.AuditEntries.AsNoTracking(),
                seal => seal.EntryId,
                entry => entry.Id,
                (seal, entries) => new { seal, entries }
            )
            .SelectMany(pair => pair.entries.DefaultIfEmpty(), (pair, entry) => new { pair.seal, entry })
            .AsAsyncEnumerable();
        var (number, previous) = (0L, AuditChain.Beginning.ToArray());
        await foreach (var link in sealedOnes.WithCancellation(ct))
        {
            number++;
            if (link.seal.Number != number)
            {
                return new AuditVerdict(number - 1, previous, number, AuditBreak.SealGone);
            }
            if (link.entry is null)
            {
                return new AuditVerdict(number - 1, previous, number, AuditBreak.EntryGone);
            }
            var hash = AuditChain.Seal(previous, number, link.entry);
            if (!hash.AsSpan().SequenceEqual(link.seal.Hash))
            {
                return new AuditVerdict(number - 1, previous, number, AuditBreak.EntryChanged);
            }
            previous = hash;
        }
        return new AuditVerdict(number, previous, BrokenAt: null, Break: null);
    }

    private static Task<AuditSeal?> LastAsync(EndreContext database, CancellationToken ct) =>
        database.AuditSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(ct);
}

/// <summary>Whether the chain holds.</summary>
/// <param name="Last">The number of the last seal that holds; 0 when there is none.</param>
/// <param name="Hash">That seal's 32 bytes.</param>
/// <param name="BrokenAt">The number of the first seal that does not hold, or null when all do.</param>
/// <param name="Break">What is wrong there.</param>
public sealed record AuditVerdict(long Last, ReadOnlyMemory<byte> Hash, long? BrokenAt, AuditBreak? Break)
{
    /// <summary>Whether nothing was changed, removed or put in between.</summary>
    public bool IsWhole => BrokenAt is null;
}

/// <summary>What is wrong with a chain.</summary>
public enum AuditBreak
{
    /// <summary>The entry, its place or its seal is not what it was.</summary>
    EntryChanged,

    /// <summary>The entry is not there any more.</summary>
    EntryGone,

    /// <summary>A seal is not there any more.</summary>
    SealGone,
}

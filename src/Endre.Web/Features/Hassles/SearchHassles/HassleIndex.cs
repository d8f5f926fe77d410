using System.Collections.Concurrent;
using Endre.Domain.Hassles;
using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.SearchHassles;

/// <summary>
/// The words of what has been said and answered, in memory. What this node stores is in it before the next search; what
/// another node stored, some seconds later. It is a cache: whoever shows a hit loads it from where it is stored.
/// </summary>
internal sealed class HassleIndex(TimeProvider clock) : IWarmed, IDisposable
{
    /// <summary>How often it is asked what other nodes have stored.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    // The history tells the week only, so whatever happened since the Monday of the last look is looked at again.
    private const int DaysOfWeek = 8;

    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    private readonly TextIndex texts = new();
    private readonly ConcurrentDictionary<Guid, bool> changed = new();
    private readonly SemaphoreSlim turn = new(1);
    private DateTimeOffset? lookedAt;

    /// <summary>Tells that a hassle was stored, from any thread.</summary>
    public void Mark(Guid id) => changed[id] = true;

    /// <summary>The index, with everything that is stored by now.</summary>
    public async Task<TextIndex> CatchUpAsync(EndreContext database, CancellationToken ct)
    {
        if (lookedAt is { } last && changed.IsEmpty && clock.GetUtcNow() - last < Rest)
        {
            return texts;
        }
        await turn.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (lookedAt is not { } before)
            {
                changed.Clear();
                await ReadAllAsync(database, ct);
                lookedAt = now;
                return texts;
            }
            if (now - before >= Rest)
            {
                await LookForOthersAsync(database, before, ct);
                lookedAt = now;
            }
            await TakeChangedAsync(database, ct);
            return texts;
        }
        finally
        {
            turn.Release();
        }
    }

    public Task WarmAsync(EndreContext database, CancellationToken ct) => CatchUpAsync(database, ct);

    public void Dispose()
    {
        texts.Dispose();
        turn.Dispose();
    }

    private async Task ReadAllAsync(EndreContext database, CancellationToken ct)
    {
        var threads = (
            await database
                .HassleMessages.AsNoTracking()
                .Where(message => message.Text != "")
                .Select(message => new { message.HassleId, message.Text })
                .ToListAsync(ct)
        ).ToLookup(message => message.HassleId, message => message.Text);
        var rows = database
            .Hassles.AsNoTracking()
            .Where(row => row.State != Withdrawn && row.Text != "")
            .Select(row => new Stored(row.Id, row.UnitId, row.Version, row.Text))
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            Put(row, threads[row.Id]);
        }
    }

    private async Task LookForOthersAsync(EndreContext database, DateTimeOffset since, CancellationToken ct)
    {
        var from = DateOnly.FromDateTime(since.UtcDateTime).AddDays(-DaysOfWeek);
        var recent = await database
            .Hassles.AsNoTracking()
            .Where(row => database.HassleEvents.Any(entry => entry.HassleId == row.Id && entry.Week >= from))
            .Select(row => new { row.Id, row.Version })
            .ToListAsync(ct);
        foreach (var row in recent.Where(row => texts.StampOf(row.Id) != row.Version))
        {
            Mark(row.Id);
        }
    }

    private async Task TakeChangedAsync(EndreContext database, CancellationToken ct)
    {
        const int AtOnce = 500;
        while (!changed.IsEmpty)
        {
            var ids = changed.Keys.Take(AtOnce).ToList();
            // Whoever is marked while the rows are read is read once more.
            ids.ForEach(id => changed.TryRemove(id, out _));
            try
            {
                await ReadAsync(database, ids, ct);
            }
            catch
            {
                ids.ForEach(Mark);
                throw;
            }
        }
    }

    private async Task ReadAsync(EndreContext database, List<Guid> ids, CancellationToken ct)
    {
        var threads = (
            await database
                .HassleMessages.AsNoTracking()
                .Where(message => ids.Contains(message.HassleId) && message.Text != "")
                .Select(message => new { message.HassleId, message.Text })
                .ToListAsync(ct)
        ).ToLookup(message => message.HassleId, message => message.Text);
        var rows = await database
            .Hassles.AsNoTracking()
            .Where(row => ids.Contains(row.Id) && row.State != Withdrawn && row.Text != "")
            .Select(row => new Stored(row.Id, row.UnitId, row.Version, row.Text))
            .ToDictionaryAsync(row => row.Id, ct);
        foreach (var id in ids)
        {
            if (rows.TryGetValue(id, out var row))
            {
                Put(row, threads[id]);
            }
            else
            {
                texts.Remove(id);
            }
        }
    }

    private void Put(Stored row, IEnumerable<string> thread) =>
        texts.Put(row.Id, row.UnitId, row.Version, string.Join('\n', thread.Prepend(row.Text)));

    private sealed record Stored(Guid Id, Guid UnitId, int Version, string Text);
}

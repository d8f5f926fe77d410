using System.Collections.Concurrent;
using Endre.Domain.Workshops;
using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Storage.EventLog;
using Endre.Web.Live;
using Endre.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.SearchWorkshops;

/// <summary>
/// The words of all workshops, in memory, fed from their logs: the log tells, on every node, which of them have grown, and
/// those are read anew by the next who searches. What is hidden is in it too; what somebody may see is decided by what
/// their scope shows of it.
/// </summary>
internal sealed class WorkshopIndex : IWarmed, IDisposable
{
    private readonly IEventLog log;
    private readonly TimeProvider clock;
    private readonly IDisposable hints;
    private readonly TextIndex texts = new();
    private readonly ConcurrentDictionary<Guid, bool> changed = new();
    private readonly ConcurrentDictionary<Guid, Guid> workshopOf = new();
    private readonly Dictionary<Guid, HashSet<Guid>> piecesOf = [];
    private readonly SemaphoreSlim turn = new(1);
    private volatile bool mustReadAll = true;

    public WorkshopIndex(IEventLog log, TimeProvider clock)
    {
        this.log = log;
        this.clock = clock;
        hints = log.OnAppended(OnAppended);
    }

    /// <summary>The index, with everything that is stored by now.</summary>
    public async Task<TextIndex> CatchUpAsync(EndreContext database, CancellationToken ct)
    {
        if (!mustReadAll && changed.IsEmpty)
        {
            return texts;
        }
        await turn.WaitAsync(ct);
        try
        {
            if (mustReadAll)
            {
                mustReadAll = false;
                try
                {
                    foreach (var id in await database.Workshops.Select(row => row.Id).ToListAsync(ct))
                    {
                        changed[id] = true;
                    }
                }
                catch
                {
                    mustReadAll = true;
                    throw;
                }
            }
            foreach (var id in changed.Keys)
            {
                changed.TryRemove(id, out _);
                try
                {
                    Take(id, (await LoadedWorkshop.ReadAsync(id, log, clock, ct)).State);
                }
                catch
                {
                    changed[id] = true;
                    throw;
                }
            }
            return texts;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The workshop that a piece belongs to; null when it is gone.</summary>
    public Guid? WorkshopOf(Guid pieceId) => workshopOf.TryGetValue(pieceId, out var id) ? id : null;

    public Task WarmAsync(EndreContext database, CancellationToken ct) => CatchUpAsync(database, ct);

    public void Dispose()
    {
        hints.Dispose();
        texts.Dispose();
        turn.Dispose();
    }

    private void Take(Guid id, Workshop workshop)
    {
        var now = new HashSet<Guid>();
        foreach (var piece in WorkshopPieces.Of(workshop))
        {
            now.Add(piece.Id);
            workshopOf[piece.Id] = id;
            // Most of a log is read for the sake of its last event.
            var stamp = string.GetHashCode(piece.Text, StringComparison.Ordinal);
            if (texts.StampOf(piece.Id) != stamp)
            {
                texts.Put(piece.Id, id, stamp, piece.Text);
            }
        }
        foreach (var gone in piecesOf.GetValueOrDefault(id)?.Where(piece => !now.Contains(piece)) ?? [])
        {
            texts.Remove(gone);
            workshopOf.TryRemove(gone, out _);
        }
        piecesOf[id] = now;
    }

    private void OnAppended(Guid streamId, long sequence)
    {
        if (streamId == Guid.Empty)
        {
            mustReadAll = true;
        }
        else
        {
            changed[streamId] = true;
        }
    }
}

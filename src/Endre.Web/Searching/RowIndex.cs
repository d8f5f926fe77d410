using Endre.Norwegian.Searching;
using Endre.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Endre.Web.Searching;

/// <summary>What is indexed of a row.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Place">The unit it belongs to.</param>
/// <param name="Version">One more at each change.</param>
/// <param name="Text">Its words.</param>
internal sealed record IndexedText(Guid Id, Guid Place, int Version, string Text);

/// <summary>
/// The words of some thousands of rows, in memory. What this node stores is in it before the next search; what another
/// node stored, some seconds later. It is a cache: whoever shows a hit loads it from where it is stored.
/// </summary>
internal abstract class RowIndex<TRow>(TimeProvider clock) : IWarmed, IDisposable
    where TRow : class
{
    /// <summary>How often it is asked what other nodes have stored.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    private const int AtOnce = 500;

    private readonly TextIndex _texts = new();
    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset? _lookedAt;
    private volatile bool _isBehind = true;

    /// <summary>Tells that a row was stored, from any thread.</summary>
    public void Mark() => _isBehind = true;

    /// <summary>The index, with everything that is stored by now.</summary>
    public async Task<TextIndex> CatchUpAsync(EndreContext database, CancellationToken ct)
    {
        if (IsUpToDate())
        {
            return _texts;
        }
        await _turn.WaitAsync(ct);
        try
        {
            if (IsUpToDate())
            {
                return _texts;
            }
            var now = clock.GetUtcNow();
            // Whoever stores while the rows are read is read at the next search.
            _isBehind = false;
            try
            {
                await TakeChangedAsync(database, ct);
                _lookedAt = now;
            }
            catch
            {
                _isBehind = true;
                throw;
            }
            return _texts;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task WarmAsync(EndreContext database, CancellationToken ct) => CatchUpAsync(database, ct);

    public void Dispose()
    {
        _texts.Dispose();
        _turn.Dispose();
    }

    /// <summary>The ids and versions of all rows that can be found.</summary>
    protected abstract Task<Dictionary<Guid, int>> VersionsAsync(EndreContext database, CancellationToken ct);

    /// <summary>The words of some rows.</summary>
    protected abstract Task<IReadOnlyList<IndexedText>> ReadAsync(
        EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    );

    private bool IsUpToDate() => !_isBehind && _lookedAt is { } last && clock.GetUtcNow() - last < Rest;

    private async Task TakeChangedAsync(EndreContext database, CancellationToken ct)
    {
        var versions = await VersionsAsync(database, ct);
        foreach (var gone in _texts.Ids().Where(id => !versions.ContainsKey(id)).ToList())
        {
            _texts.Remove(gone);
        }
        foreach (var ids in versions.Where(row => _texts.StampOf(row.Key) != row.Value).Chunk(AtOnce))
        {
            foreach (var row in await ReadAsync(database, [.. ids.Select(one => one.Key)], ct))
            {
                _texts.Put(row.Id, row.Place, row.Version, row.Text);
            }
        }
    }
}

/// <summary>Hears that rows are stored, wherever they are stored from, and tells the index. Nobody who stores knows of it.</summary>
internal sealed class RowMarks<TRow>(RowIndex<TRow> index) : SaveChangesInterceptor
    where TRow : class
{
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Mark(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Mark(eventData.Context);
        return ValueTask.FromResult(result);
    }

    // What is tracked was loaded to be changed; whether it was, the next reading sees.
    private void Mark(DbContext? context)
    {
        if (context?.ChangeTracker.Entries<TRow>().Any() == true)
        {
            index.Mark();
        }
    }
}

internal static class RowIndexes
{
    /// <summary>Keeps an index of rows, and lets it hear what is stored.</summary>
    public static IServiceCollection AddRowIndex<TIndex, TRow>(this IServiceCollection services)
        where TIndex : RowIndex<TRow>
        where TRow : class =>
        services
            .AddSingleton<TIndex>()
            .AddSingleton<RowIndex<TRow>>(provider => provider.GetRequiredService<TIndex>())
            .AddSingleton<IWarmed>(provider => provider.GetRequiredService<TIndex>())
            .AddSingleton<RowMarks<TRow>>()
            .ConfigureDbContext<EndreContext>(
                (provider, options) => options.AddInterceptors(provider.GetRequiredService<RowMarks<TRow>>())
            );
}

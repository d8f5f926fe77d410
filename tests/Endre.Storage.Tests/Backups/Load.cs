using System.Collections.Concurrent;
using System.Globalization;
using Endre.Storage.EventLog;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.Backups;

/// <summary>Four workshops in which something is stored all the time: an event, and the row in the same transaction.</summary>
internal sealed class Load
{
    public const string Title = "Under last";

    private const int Workshops = 4;

    private readonly ConcurrentDictionary<Guid, long> _stored = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly Task _writing;

    public Load(StorageNode node) =>
        _writing = Task.WhenAll(Enumerable.Range(0, Workshops).Select(i => Task.Run(() => WriteAsync(node, i))));

    /// <summary>The last sequence of each that is known to be stored.</summary>
    public IReadOnlyDictionary<Guid, long> Stored => new Dictionary<Guid, long>(_stored);

    public async Task UntilAsync(int appends)
    {
        // One of the four may be slow to begin while the others are busy.
        for (var i = 0; i < appends || _stored.Count < Workshops; i++)
        {
            (await _news.WaitAsync(TimeSpan.FromSeconds(30), Ct)).ShouldBeTrue("nothing is stored");
        }
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _writing;
        _stop.Dispose();
    }

    private async Task WriteAsync(StorageNode node, int number)
    {
        var row = Row(Guid.CreateVersion7(), string.Create(CultureInfo.InvariantCulture, $"77777{number}"));
        row.Title = Title;
        long last = 0;
        while (!_stop.IsCancellationRequested)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{last + 1}");
            last = await node.Log.AppendAsync(row.Id, last, _ => new Appending([Event(next)], row), Ct);
            _stored[row.Id] = last;
            _news.Release();
        }
    }
}

using System.Collections.Concurrent;
using Endre.Storage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings.FollowMeeting;

/// <summary>
/// Which version the meetings have that somebody on this node follows. What this node stores is known at once; what others
/// store within a second. It asks for all of them together, and nothing while nobody follows any.
/// </summary>
internal sealed class MeetingVersions(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, Followed> _followed = new();
    private readonly Lock _entering = new();
    private readonly SemaphoreSlim _someone = new(0);

    /// <summary>Begins to follow a meeting; ends when what it gives is disposed of.</summary>
    public Following Follow(Guid id)
    {
        lock (_entering)
        {
            var followed = _followed.GetOrAdd(id, _ => new Followed());
            followed.Followers++;
            _someone.Release();
            return new Following(this, id, followed);
        }
    }

    /// <summary>Looks at one meeting now.</summary>
    public Task LookAsync(Guid id, CancellationToken ct) =>
        _followed.ContainsKey(id) ? LookAsync([id], ct) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                // No clock runs while nobody follows anything.
                await _someone.WaitAsync(stoppingToken);
                while (!_followed.IsEmpty)
                {
                    await Task.Delay(Pace, clock, stoppingToken);
                    await LookAgainAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The node goes down; the streams are ended elsewhere.
        }
    }

    public override void Dispose()
    {
        _someone.Dispose();
        base.Dispose();
    }

    private async Task LookAgainAsync(CancellationToken ct)
    {
        try
        {
            await LookAsync([.. _followed.Keys], ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A database that is away for a moment is asked again in a second.
        }
    }

    private async Task LookAsync(List<Guid> ids, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<EndreContext>();
        var found = await database
            .Meetings.Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Version })
            .ToListAsync(ct);
        foreach (var meeting in found)
        {
            if (_followed.TryGetValue(meeting.Id, out var followed))
                followed.Tell(meeting.Version);
        }
    }

    /// <summary>What is known of one meeting.</summary>
    internal sealed class Followed
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _version;

        public int Followers { get; set; }

        public void Tell(int version)
        {
            lock (_lock)
            {
                if (version <= _version)
                    return;
                _version = version;
                _changed.SetResult();
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public (int Version, Task Changed) Read()
        {
            lock (_lock)
            {
                return (_version, _changed.Task);
            }
        }
    }

    /// <summary>Somebody who follows a meeting.</summary>
    internal sealed class Following(MeetingVersions versions, Guid id, Followed followed) : IDisposable
    {
        /// <summary>Waits for a version newer than one has.</summary>
        /// <param name="after">The version one has.</param>
        /// <param name="patience">How long.</param>
        /// <param name="ct">Ends the waiting.</param>
        /// <returns>The version, or null when nothing happened meanwhile.</returns>
        public async Task<int?> NextAsync(int after, TimeSpan patience, CancellationToken ct)
        {
            while (true)
            {
                var (version, changed) = followed.Read();
                if (version > after)
                    return version;
                try
                {
                    await changed.WaitAsync(patience, versions.Clock, ct);
                }
                catch (TimeoutException)
                {
                    return null;
                }
            }
        }

        public void Dispose()
        {
            lock (versions._entering)
            {
                if (--followed.Followers == 0)
                    versions._followed.TryRemove(KeyValuePair.Create(id, followed));
            }
        }
    }

    private TimeProvider Clock => clock;
}

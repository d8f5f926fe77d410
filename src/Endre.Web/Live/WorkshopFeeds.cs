using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Endre.Domain.Workshops;

namespace Endre.Web.Live;

/// <summary>The feeds of one workshop: one for each group's participants, one for facilitators, one for the big screen.</summary>
/// <param name="clock">Tells when progress was last shown.</param>
public sealed class WorkshopFeeds(TimeProvider clock)
{
    /// <summary>The feed of the facilitators.</summary>
    public const string Facilitators = "facilitators";

    /// <summary>The feed of the big screen.</summary>
    public const string Screen = "screen";

    private const int MostReplayed = 65_536;
    private static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Feed> feeds = new(StringComparer.Ordinal);
    private readonly Lock growing = new();
    private readonly List<(Frame Frame, Audience Audience)> replay = [];
    private long loadedFrom;
    private string shownProgress = "";
    private DateTimeOffset progressAt = DateTimeOffset.MinValue;
    private ITimer? progressLater;
    private Workshop? progressState;

    /// <summary>The sequence before the first event that is kept for those who come back.</summary>
    public long LoadedFrom => loadedFrom;

    /// <summary>The feed of a group's participants.</summary>
    /// <param name="groupId">The group.</param>
    public static string Group(string groupId) => $"group:{groupId}";

    /// <summary>All feeds that somebody has asked for.</summary>
    public ICollection<Feed> All => feeds.Values;

    /// <summary>The feed of an audience; filled with what it may see of the past when it is first asked for.</summary>
    /// <param name="name"><see cref="Facilitators"/>, <see cref="Screen"/> or <see cref="Group"/>.</param>
    public Feed Of(string name)
    {
        if (feeds.TryGetValue(name, out var known))
        {
            return known;
        }
        lock (growing)
        {
            if (feeds.TryGetValue(name, out known))
            {
                return known;
            }
            var feed = new Feed(name == Screen ? ["everyone"] : ["everyone", name]);
            foreach (var (frame, audience) in CollectionsMarshal.AsSpan(replay))
            {
                if (audience.Reaches(feed.Memberships))
                {
                    feed.Add(frame);
                }
            }
            feeds[name] = feed;
            return feed;
        }
    }

    /// <summary>Shows events to those they reach. Each is rendered once.</summary>
    /// <param name="recorded">The events in order, with their audiences.</param>
    internal void Show(List<(Recorded Recorded, Audience Audience)> recorded)
    {
        if (recorded.Count == 0)
        {
            return;
        }
        lock (growing)
        {
            foreach (var (happened, audience) in CollectionsMarshal.AsSpan(recorded))
            {
                if (audience == Audience.Nobody)
                {
                    continue;
                }
                Keep(Frame.Of(happened), audience);
            }
        }
        foreach (var feed in feeds.Values)
        {
            feed.Wake();
        }
    }

    /// <summary>Shows how many have written and are done, at most once a second, and never who.</summary>
    /// <param name="state">The workshop.</param>
    internal void ShowProgress(Workshop state)
    {
        if (feeds.IsEmpty)
        {
            return;
        }
        lock (growing)
        {
            progressState = state;
            var wait = progressAt + ProgressPause - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                progressLater ??= clock.CreateTimer(
                    _ => ShowProgressNow(),
                    state: null,
                    wait,
                    Timeout.InfiniteTimeSpan
                );
                return;
            }
        }
        ShowProgressNow();
    }

    private void ShowProgressNow()
    {
        string json;
        lock (growing)
        {
            progressLater?.Dispose();
            progressLater = null;
            progressAt = clock.GetUtcNow();
            json = JsonSerializer.Serialize(Live.Progress.Of(progressState!, this), Live.Progress.Json);
            if (json == shownProgress)
            {
                return;
            }
            shownProgress = json;
        }
        var signal = Frame.Signal("progress", json);
        foreach (var feed in feeds.Values)
        {
            feed.Signal(signal);
        }
    }

    private void Keep(Frame frame, Audience audience)
    {
        if (replay.Count >= 2 * MostReplayed)
        {
            loadedFrom = replay[MostReplayed - 1].Frame.Sequence;
            replay.RemoveRange(0, MostReplayed);
        }
        replay.Add((frame, audience));
        foreach (var feed in feeds.Values)
        {
            if (audience.Reaches(feed.Memberships))
            {
                feed.Add(frame);
            }
        }
    }
}

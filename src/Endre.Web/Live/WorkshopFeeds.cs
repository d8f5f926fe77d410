using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Notes;

namespace Endre.Web.Live;

/// <summary>The feeds of one workshop: one for each group's participants, one for facilitators, one for the big screen.</summary>
public sealed class WorkshopFeeds
{
    /// <summary>The feed of the facilitators.</summary>
    public const string Facilitators = "facilitators";

    /// <summary>The feed of the big screen.</summary>
    public const string Screen = "screen";

    private const int MostReplayed = 65_536;
    private static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider clock;
    private readonly Pump pump;
    private readonly ConcurrentDictionary<string, Feed> feeds = new(StringComparer.Ordinal);
    private readonly Lock growing = new();
    private readonly List<(Frame Frame, Audience Audience)> replay = [];
    private long loadedFrom;
    private string shownProgress = "";
    private DateTimeOffset progressAt = DateTimeOffset.MinValue;
    private ITimer? progressLater;
    private Workshop? progressState;

    /// <summary>No feeds yet.</summary>
    /// <param name="clock">Tells when progress was last shown.</param>
    public WorkshopFeeds(TimeProvider clock)
    {
        this.clock = clock;
        pump = new Pump(SendOnce);
    }

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
    /// <param name="state">The workshop after them, or null while it is being loaded.</param>
    internal void Show(List<(Recorded Recorded, Audience Audience)> recorded, Workshop? state = null)
    {
        var isNews = false;
        lock (growing)
        {
            Forget(recorded);
            foreach (var (happened, audience) in CollectionsMarshal.AsSpan(recorded))
            {
                if (audience != Audience.Nobody)
                {
                    Keep(Frame.Of(happened), audience);
                    isNews = true;
                }
            }
            isNews |= state is not null && NoteProgress(state);
        }
        if (isNews)
        {
            pump.Signal();
        }
    }

    // Whoever comes back is not sent words that were taken back meanwhile.
    private void Forget(List<(Recorded Recorded, Audience Audience)> recorded)
    {
        TakenBack? takenBack = null;
        foreach (var (happened, _) in CollectionsMarshal.AsSpan(recorded))
        {
            if (TakenBack.Takes(happened.Event))
            {
                takenBack ??= new TakenBack();
                takenBack.Add(happened);
            }
        }
        if (takenBack is null)
        {
            return;
        }
        foreach (var (frame, _) in CollectionsMarshal.AsSpan(replay))
        {
            frame.Forget(takenBack);
        }
        foreach (var feed in feeds.Values)
        {
            feed.Forget();
        }
    }

    /// <summary>Shows how many have written, are done and follow, at most once a second, and never who.</summary>
    /// <param name="state">The workshop.</param>
    internal void ShowProgress(Workshop state) => SendIf(() => NoteProgress(state));

    private void SendIf(Func<bool> isNews)
    {
        bool isIt;
        lock (growing)
        {
            isIt = isNews();
        }
        if (isIt)
        {
            pump.Signal();
        }
    }

    // On a busy board the counts go with the notes in one write; the timer is for a board that has fallen quiet.
    private bool NoteProgress(Workshop state)
    {
        if (feeds.IsEmpty)
        {
            return false;
        }
        progressState = state;
        var wait = progressAt + ProgressPause - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return RenderProgress();
        }
        progressLater ??= clock.CreateTimer(
            _ => SendIf(RenderProgress),
            state: null,
            wait + Quiet,
            Timeout.InfiniteTimeSpan
        );
        return false;
    }

    private bool RenderProgress()
    {
        progressLater?.Dispose();
        progressLater = null;
        progressAt = clock.GetUtcNow();
        var json = JsonSerializer.Serialize(Progress.Of(progressState!, this), Progress.Json);
        if (json == shownProgress)
        {
            return false;
        }
        shownProgress = json;
        var signal = Frame.Signal("progress", json);
        foreach (var feed in feeds.Values)
        {
            feed.Signal(signal);
        }
        return true;
    }

    private bool SendOnce()
    {
        var hasMore = false;
        foreach (var (_, feed) in feeds)
        {
            hasMore |= feed.Send();
        }
        return hasMore;
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

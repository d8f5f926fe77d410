using System.Collections.Immutable;

namespace Endre.Web.Live;

/// <summary>
/// What the members of one audience are shown, in order, and the streams that show it. Written by one thread (the
/// workshop's), read by all streams without a lock.
/// </summary>
/// <param name="memberships">What a member belongs to: an event whose audience reaches one of these is shown.</param>
/// <param name="capacity">How many frames are kept for those who come back; older ones are answered with a refresh.</param>
public sealed class Feed(ImmutableArray<string> memberships, int capacity = 65_536)
{
    private const int MostBytesAtOnce = 256 * 1024;

    private readonly Lock roster = new();
    private ImmutableArray<StreamConnection> streams = [];
    private volatile Ring ring = new(256);
    private long written;
    private volatile Shown? progress;
    private volatile Parcel? parcel;
    private int hasNews;

    /// <summary>What a member belongs to.</summary>
    public ImmutableArray<string> Memberships => memberships;

    /// <summary>How many frames have been shown since the workshop was loaded.</summary>
    public long Written => Volatile.Read(ref written);

    /// <summary>How many streams show it now.</summary>
    public int Streams => streams.Length;

    /// <summary>Adds a frame, which the next round sends.</summary>
    /// <param name="frame">The frame.</param>
    internal void Add(Frame frame)
    {
        var at = written;
        var current = ring;
        if (at >= current.Slots.Length && current.Slots.Length < capacity)
        {
            current = current.Grow(at);
            ring = current;
        }
        current.Slots[at & (current.Slots.Length - 1)] = new Slot(at, frame);
        Volatile.Write(ref written, at + 1);
        Volatile.Write(ref hasNews, 1);
    }

    /// <summary>Replaces the progress signal, which the next round sends.</summary>
    /// <param name="bytes">A whole signal.</param>
    public void Signal(byte[] bytes)
    {
        progress = new Shown(bytes, (progress?.Version ?? 0) + 1);
        Volatile.Write(ref hasNews, 1);
    }

    /// <summary>
    /// Sends what waits to every stream, once. Without news it costs nothing: what happens to the facilitators' feed alone,
    /// such as somebody coming in, is no round over the hall.
    /// </summary>
    /// <returns>True when some stream can be sent more right away.</returns>
    public bool Send()
    {
        if (Interlocked.Exchange(ref hasNews, 0) == 0)
        {
            return false;
        }
        var hasMore = false;
        foreach (var stream in streams)
        {
            hasMore |= stream.Send();
        }
        if (hasMore)
        {
            Volatile.Write(ref hasNews, 1);
        }
        return hasMore;
    }

    /// <summary>Lets go of the last parcel, which may have words that were taken back.</summary>
    internal void Forget() => parcel = null;

    /// <summary>Whether something waits for a stream that stands at a position.</summary>
    /// <param name="position">The stream's place in the feed.</param>
    /// <param name="seenProgress">The version of the progress signal it was last sent.</param>
    internal bool HasAfter(long position, int seenProgress) =>
        position != Written || (progress is { } shown && shown.Version != seenProgress);

    /// <summary>What one write sends to a stream that stands at a position, or null when nothing waits.</summary>
    /// <param name="position">The stream's place in the feed.</param>
    /// <param name="seenProgress">The version of the progress signal it was last sent.</param>
    internal Parcel? After(long position, int seenProgress)
    {
        // Nearly all stand at the same place, and are sent the same bytes.
        if (parcel is { } last && last.From == position && last.SeenProgress == seenProgress)
        {
            return last;
        }
        var packed = Pack(position, seenProgress);
        if (packed is not null && packed.Until == Written)
        {
            parcel = packed;
        }
        return packed;
    }

    /// <summary>The frame at a position, or null when it is no longer kept.</summary>
    /// <param name="position">0 for the first since the workshop was loaded.</param>
    internal Frame? At(long position)
    {
        var current = ring;
        var slot = current.Slots[position & (current.Slots.Length - 1)];
        return slot is not null && slot.Position == position ? slot.Frame : null;
    }

    /// <summary>The position after the last frame that a returning client has seen, or null when too much is missing.</summary>
    /// <param name="after">The last sequence the client has.</param>
    /// <param name="loadedFrom">The sequence before the first event this feed was filled with.</param>
    public long? PositionAfter(long after, long loadedFrom)
    {
        var high = Written;
        var low = Math.Max(0, high - ring.Slots.Length);
        // The oldest kept frame must be one the client has, or the very first there is.
        if (low > 0 ? At(low) is not { } oldest || oldest.Sequence > after : loadedFrom > after)
        {
            return null;
        }
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (At(middle) is not { } frame)
            {
                return null;
            }
            (low, high) = frame.Sequence > after ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    /// <summary>Adds a stream.</summary>
    /// <param name="stream">The stream.</param>
    public void Join(StreamConnection stream)
    {
        lock (roster)
        {
            streams = streams.Add(stream);
        }
    }

    /// <summary>Takes a stream out.</summary>
    /// <param name="stream">The stream.</param>
    public void Leave(StreamConnection stream)
    {
        lock (roster)
        {
            streams = streams.Remove(stream);
        }
    }

    /// <summary>The streams that show it now.</summary>
    public ImmutableArray<StreamConnection> Roster => streams;

    private Parcel? Pack(long position, int seenProgress)
    {
        var until = Written;
        var signal = progress is { } shown && shown.Version != seenProgress ? shown : null;
        if (position == until && signal is null)
        {
            return null;
        }
        var (frames, end) = Gather(position, until);
        var bytes = new byte[frames.Sum(f => f.Length) + (signal?.Bytes.Length ?? 0)];
        var at = 0;
        foreach (var frame in frames)
        {
            frame.CopyTo(bytes, at);
            at += frame.Length;
        }
        signal?.Bytes.CopyTo(bytes, at);
        return new Parcel(position, end, seenProgress, signal?.Version ?? seenProgress, bytes);
    }

    private (List<byte[]> Frames, long End) Gather(long position, long until)
    {
        var frames = new List<byte[]>();
        var size = 0;
        while (position < until && size < MostBytesAtOnce)
        {
            if (At(position) is not { } frame)
            {
                // Overwritten while this reader slept: it fetches again instead of being sent what it cannot follow.
                return ([Frame.Refresh(At(until - 1)?.Sequence ?? 0).Bytes], until);
            }
            var bytes = frame.Bytes;
            frames.Add(bytes);
            size += bytes.Length;
            position++;
        }
        return (frames, position);
    }

    private sealed record Shown(byte[] Bytes, int Version);

    private sealed record Slot(long Position, Frame Frame);

    private sealed class Ring(int size)
    {
        public readonly Slot?[] Slots = new Slot?[size];

        public Ring Grow(long written)
        {
            var larger = new Ring(Slots.Length * 4);
            for (var at = Math.Max(0, written - Slots.Length); at < written; at++)
            {
                larger.Slots[at & (larger.Slots.Length - 1)] = Slots[at & (Slots.Length - 1)];
            }
            return larger;
        }
    }
}

/// <summary>What one write sends: the same bytes to every stream that stands at the same place.</summary>
/// <param name="From">The position it begins at.</param>
/// <param name="Until">The position after it.</param>
/// <param name="SeenProgress">The version of the progress signal its receivers have.</param>
/// <param name="Progress">The version they have after it.</param>
/// <param name="Bytes">Whole server-sent events.</param>
internal sealed record Parcel(long From, long Until, int SeenProgress, int Progress, byte[] Bytes);

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
    private readonly Lock roster = new();
    private ImmutableArray<StreamConnection> streams = [];
    private volatile Ring ring = new(256);
    private long written;
    private byte[]? progress;
    private int progressVersion;

    /// <summary>What a member belongs to.</summary>
    public ImmutableArray<string> Memberships => memberships;

    /// <summary>How many frames have been shown since the workshop was loaded.</summary>
    public long Written => Volatile.Read(ref written);

    /// <summary>How many streams show it now.</summary>
    public int Streams => streams.Length;

    /// <summary>The latest progress signal and its version; version 0 is none yet.</summary>
    public (byte[]? Bytes, int Version) Progress => (Volatile.Read(ref progress), Volatile.Read(ref progressVersion));

    /// <summary>Adds a frame; <see cref="Wake"/> tells the streams.</summary>
    /// <param name="frame">The frame.</param>
    public void Add(Frame frame)
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
    }

    /// <summary>Tells every stream that there is something to show.</summary>
    public void Wake()
    {
        foreach (var stream in streams)
        {
            stream.Wake();
        }
    }

    /// <summary>Replaces the progress signal and tells every stream.</summary>
    /// <param name="bytes">A whole signal.</param>
    public void Signal(byte[] bytes)
    {
        Volatile.Write(ref progress, bytes);
        Interlocked.Increment(ref progressVersion);
        Wake();
    }

    /// <summary>The frame at a position, or null when it is no longer kept.</summary>
    /// <param name="position">0 for the first since the workshop was loaded.</param>
    public Frame? At(long position)
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

using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Endre.Bench.Load;

/// <summary>One open stream: counts the notes it sees and how long each took from the post.</summary>
internal sealed class Follower : IDisposable
{
    private static readonly byte[] Mark = "#t"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly List<float>? delays;
    private readonly byte[] rest = new byte[64];
    private int restLength;
    private long seen;
    private long bytes;

    private Follower(bool isTimed) => delays = isTimed ? [] : null;

    public long Seen => Volatile.Read(ref seen);

    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Milliseconds from post to seen of each note.</summary>
    public IReadOnlyList<float> Delays => delays ?? [];

    /// <summary>A text that carries when it was posted; every follower reads it back.</summary>
    public static string Stamp() => string.Create(CultureInfo.InvariantCulture, $"#t{Stopwatch.GetTimestamp():D19}");

    public static async Task<Follower> OpenAsync(Uri address, string path, string? token, bool isTimed)
    {
        var follower = new Follower(isTimed);
        await follower.socket.ConnectAsync(address.Host, address.Port);
        var bearer = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        await follower.socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{bearer}Accept: text/event-stream\r\n\r\n"
            )
        );
        var buffer = new byte[12];
        await follower.socket.ReceiveAsync(buffer);
        var status = Encoding.ASCII.GetString(buffer);
        if (!status.EndsWith("200", StringComparison.Ordinal))
        {
            throw new IOException($"The stream was answered {status}.");
        }
        return follower;
    }

    /// <summary>Reads until the socket is closed.</summary>
    public async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                // Nothing is held while nothing comes: thousands of these fit in one process.
                var received = await socket.ReceiveAsync(buffer);
                if (received == 0)
                {
                    return;
                }
                bytes += received;
                Count(buffer.AsSpan(0, received));
            }
        }
        catch (SocketException)
        {
            // Closed by us.
        }
        catch (ObjectDisposedException)
        {
            // Closed by us.
        }
    }

    /// <summary>Forgets the delays so far; nobody posts meanwhile.</summary>
    public void Forget() => delays?.Clear();

    public void Dispose() => socket.Dispose();

    private void Count(ReadOnlySpan<byte> chunk)
    {
        if (restLength > 0)
        {
            // A stamp may be cut by the edge of a packet.
            Span<byte> joined = stackalloc byte[64 + 64];
            var head = Math.Min(chunk.Length, 64);
            rest.AsSpan(0, restLength).CopyTo(joined);
            chunk[..head].CopyTo(joined[restLength..]);
            var before = restLength;
            restLength = 0;
            var at = joined[..(before + head)].IndexOf(Mark);
            if (at >= 0 && at < before && before + head - at >= 21)
            {
                See(joined[(at + 2)..]);
                chunk = chunk[(at + 21 - before)..];
            }
            else if (at >= 0 && at < before)
            {
                joined[at..(before + head)].CopyTo(rest);
                restLength = before + head - at;
                return;
            }
        }
        while (chunk.IndexOf(Mark) is >= 0 and var found)
        {
            if (chunk.Length - found < 21)
            {
                chunk[found..].CopyTo(rest);
                restLength = chunk.Length - found;
                return;
            }
            See(chunk[(found + 2)..]);
            chunk = chunk[(found + 21)..];
        }
        if (!chunk.IsEmpty && chunk[^1] == (byte)'#')
        {
            rest[0] = (byte)'#';
            restLength = 1;
        }
    }

    private void See(ReadOnlySpan<byte> digits)
    {
        seen++;
        if (delays is not null)
        {
            var posted = long.Parse(digits[..19], CultureInfo.InvariantCulture);
            delays.Add((float)Stopwatch.GetElapsedTime(posted).TotalMilliseconds);
        }
    }
}

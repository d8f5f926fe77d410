using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Endre.Bench.Load;

/// <summary>One kept-alive connection that posts: plain sockets, so that the load costs little beside what it loads.</summary>
internal sealed class Poster(Uri address) : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] answer = new byte[8192];

    public async Task<Poster> ConnectAsync()
    {
        await socket.ConnectAsync(address.Host, address.Port);
        return this;
    }

    /// <summary>Posts JSON and gives the status and the body.</summary>
    public async Task<(int Status, string Body)> PostAsync(string path, string json, string? token = null)
    {
        await socket.SendAsync(Request(address, path, json, token));
        return await ReadAsync();
    }

    /// <summary>Posts a request that was made beforehand, and gives the status.</summary>
    public async ValueTask<int> PostAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var read = 0;
        while (true)
        {
            read += await ReceiveAsync(read);
            if (IsWhole(answer.AsSpan(0, read), out _))
            {
                return Status(answer);
            }
        }
    }

    public async Task<int> GetAsync(ReadOnlyMemory<byte> request) => await PostAsync(request);

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(Uri address, string path, string json, string? token)
    {
        var bearer = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{bearer}Content-Type: application/json\r\n"
                + $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}"
        );
    }

    public void Dispose() => socket.Dispose();

    private async Task<(int Status, string Body)> ReadAsync()
    {
        var read = 0;
        while (true)
        {
            read += await ReceiveAsync(read);
            if (IsWhole(answer.AsSpan(0, read), out var body))
            {
                return (Status(answer), Encoding.UTF8.GetString(answer.AsSpan(body, read - body)));
            }
        }
    }

    private async ValueTask<int> ReceiveAsync(int at)
    {
        if (at == answer.Length)
        {
            Array.Resize(ref answer, answer.Length * 2);
        }
        var received = await socket.ReceiveAsync(answer.AsMemory(at));
        return received > 0 ? received : throw new IOException("The server hung up.");
    }

    private static int Status(byte[] answer) =>
        int.Parse(Encoding.ASCII.GetString(answer, 9, 3), CultureInfo.InvariantCulture);

    private static bool IsWhole(ReadOnlySpan<byte> answer, out int body)
    {
        body = 0;
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }
        body = end + 4;
        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            // Chunked: whole when the last chunk is there.
            return answer.EndsWith("0\r\n\r\n"u8);
        }
        var digits = head[(at + 16)..];
        var line = digits.IndexOf((byte)'\r');
        var length = int.Parse(line < 0 ? digits : digits[..line], CultureInfo.InvariantCulture);
        return answer.Length >= body + length;
    }
}

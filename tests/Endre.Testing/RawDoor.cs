using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Endre.Testing;

/// <summary>A connection that says exactly the bytes it is told to, as no client library would.</summary>
public sealed class RawDoor : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawDoor> OpenAsync(AppUnderTest app)
    {
        var door = new RawDoor();
        await door._client.ConnectAsync(app.Address.Host, app.Address.Port);
        return door;
    }

    /// <summary>Says something and reads the status of the answer; 0 when the server only hangs up.</summary>
    public static async Task<int> StatusOfAsync(AppUnderTest app, string request)
    {
        using var door = await OpenAsync(app);
        await door.SayAsync(request);
        return await door.StatusAsync();
    }

    public Task SayAsync(string text) => SayAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Says these bytes.</summary>
    public async Task SayAsync(byte[] bytes)
    {
        try
        {
            await _client.GetStream().WriteAsync(bytes);
        }
        catch (IOException)
        {
            // The server has heard enough; its answer may still be read.
        }
    }

    /// <summary>The status of the answer; 0 when the server only hangs up.</summary>
    public async Task<int> StatusAsync()
    {
        var answer = await HearAsync();
        return answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
            ? int.Parse(answer[9..12], CultureInfo.InvariantCulture)
            : 0;
    }

    /// <summary>The answer until the end of its headers, or what came before the server hung up.</summary>
    public async Task<string> HearAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (!heard.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var count = await _client.GetStream().ReadAsync(buffer, patience.Token);
                if (count == 0)
                    break;
                heard.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // Hung up on.
        }

        return heard.ToString();
    }

    public void Dispose() => _client.Dispose();
}

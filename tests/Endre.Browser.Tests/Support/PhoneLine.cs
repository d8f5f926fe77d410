using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Endre.Browser.Tests.Support;

/// <summary>
/// The network between a phone and the program, which goes away as radio does: nobody is told, nothing comes through,
/// and what was open stays open and silent. A browser's own offline switch leaves open streams alone.
/// </summary>
internal sealed class PhoneLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri program;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<TcpClient, TcpClient> open = new();
    private readonly Task accepting;
    private volatile bool carriesUp = true;
    private volatile bool carriesDown = true;

    public PhoneLine(Uri program)
    {
        this.program = program;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>What the phone says arrives, but no answer comes back.</summary>
    public void LoseAnswers() => carriesDown = false;

    /// <summary>Nothing gets through in either direction.</summary>
    public void Lose() => carriesUp = carriesDown = false;

    /// <summary>The network is back; what was open before belongs to a phone that nobody knows any more.</summary>
    public void Mend()
    {
        foreach (var (phone, server) in open)
        {
            phone.Close();
            server.Close();
        }
        open.Clear();
        carriesUp = carriesDown = true;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        Mend();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(stopping.Token));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task CarryAsync(TcpClient phone)
    {
        using (phone)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, program.Port, stopping.Token);
                open[phone] = server;
                var up = CopyAsync(phone.GetStream(), server.GetStream(), () => carriesUp);
                await CopyAsync(server.GetStream(), phone.GetStream(), () => carriesDown);
                phone.Close();
                await up;
            }
            catch (Exception gone)
                when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Hung up on one side.
            }
            finally
            {
                open.TryRemove(phone, out _);
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Func<bool> carries)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, stopping.Token) is > 0 and var read)
        {
            if (carries())
            {
                await to.WriteAsync(buffer.AsMemory(0, read), stopping.Token);
            }
        }
    }
}

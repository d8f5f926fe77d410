using System.Net;
using System.Net.Sockets;

namespace Endre.Faults.Tests.Support;

/// <summary>A network that cuts every line after a random number of bytes from the server.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int port;
    private readonly Random random;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;
    private readonly int most;

    public CuttingProxy(int port, int seed, int most)
    {
        this.port = port;
        this.most = most;
        random = new Random(seed);
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public int Cuts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                _ = CarryAsync(client, random.Next(200, most));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task CarryAsync(TcpClient client, int bytes)
    {
        using (client)
        {
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, port, stopping.Token);
            var up = client.GetStream().CopyToAsync(server.GetStream(), stopping.Token);
            await CopyAsync(server.GetStream(), client.GetStream(), bytes);
            Cuts++;
            client.Close();
            server.Close();
            await up.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, int bytes)
    {
        var buffer = new byte[4096];
        try
        {
            while (bytes > 0)
            {
                var read = await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, bytes)), stopping.Token);
                if (read == 0)
                {
                    return;
                }
                bytes -= read;
                await to.WriteAsync(buffer.AsMemory(0, read), stopping.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // Cut from the other side.
        }
    }
}

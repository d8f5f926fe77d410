using System.Net;
using System.Net.Sockets;

namespace Endre.Faults.Tests.Support;

/// <summary>The proxy in front of several nodes: each connection goes to the first of them that answers.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int[] ports;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;

    public FrontDoor(params int[] ports)
    {
        this.ports = ports;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

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
                _ = CarryAsync(await listener.AcceptTcpClientAsync(stopping.Token));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        {
            using var node = await ConnectAsync();
            if (node is null)
            {
                return;
            }
            var up = client.GetStream().CopyToAsync(node.GetStream(), stopping.Token);
            var down = node.GetStream().CopyToAsync(client.GetStream(), stopping.Token);
            // Whoever hangs up first ends it for both.
            await Task.WhenAny(up, down);
            client.Close();
            node.Close();
            await Task.WhenAll(up, down).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TcpClient?> ConnectAsync()
    {
        foreach (var port in ports)
        {
            var node = new TcpClient();
            try
            {
                await node.ConnectAsync(IPAddress.Loopback, port, stopping.Token);
                return node;
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException)
            {
                node.Dispose();
            }
        }
        return null;
    }
}

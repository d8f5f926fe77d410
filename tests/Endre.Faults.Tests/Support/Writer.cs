using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Endre.Faults.Tests.Support;

/// <summary>
/// A phone that writes one note after another and never gives up on one: the same id again until it is answered.
/// </summary>
internal sealed class Writer(
    Api api,
    Guid workshop,
    string token,
    string question,
    Func<CancellationToken, Task> whenUp,
    Action onAccepted
)
{
    private readonly ConcurrentDictionary<Guid, long> accepted = [];
    private int isWaiting;

    /// <summary>The notes that were answered with 2xx, and the sequence they were given.</summary>
    public IReadOnlyDictionary<Guid, long> Accepted => accepted;

    /// <summary>Those at this instant, while it goes on.</summary>
    public IReadOnlyList<Guid> AcceptedSoFar => [.. accepted.Keys];

    /// <summary>Whether a note is on its way and not answered.</summary>
    public bool IsWaiting => Volatile.Read(ref isWaiting) == 1;

    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            await WriteOneAsync(id, $"Blåbærøl nr. {accepted.Count}");
        }
    }

    private async Task WriteOneAsync(Guid id, string text)
    {
        while (true)
        {
            try
            {
                Volatile.Write(ref isWaiting, 1);
                using var response = await api.WriteAsync(workshop, token, id, question, text);
                if (response.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK)
                {
                    accepted[id] = (await Api.ReadAsync(response)).GetProperty("sequence").GetInt64();
                    Volatile.Write(ref isWaiting, 0);
                    onAccepted();
                    return;
                }
                // The last two are what a proxy says when the node behind it is gone.
                response.StatusCode.ShouldBeOneOf(
                    HttpStatusCode.ServiceUnavailable,
                    HttpStatusCode.BadGateway,
                    HttpStatusCode.GatewayTimeout
                );
            }
            catch (Exception gone) when (gone is HttpRequestException or SocketException)
            {
                // The server was killed under it: ask again until there is one.
            }
            catch (IOException)
            {
                // The answer was cut off: whether the note was accepted, only asking again can tell.
            }
            catch (TaskCanceledException)
            {
                // No answer in time: the same.
            }
            await whenUp(CancellationToken.None);
        }
    }
}

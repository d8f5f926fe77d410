using System.Globalization;
using Endre.Storage.EventLog;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Endre.Storage.Postgres.EventLog;

/// <summary>
/// Hears on a connection of its own that streams have grown, on whichever node. PostgreSQL keeps nothing for those who
/// are away, so each time the connection is made everybody is told to look at every stream.
/// </summary>
internal sealed partial class PostgresHints(AppendedHints hints, string connectionString, ILogger logger)
    : IAsyncDisposable
{
    public const string Channel = "endre_events";

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _starting = new();
    private Task? _listening;

    /// <summary>What a node says after it has stored events.</summary>
    public static string Message(Guid streamId, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{streamId:N}{sequence}");

    /// <summary>Begins to listen with the first who wants to hear.</summary>
    public IDisposable Add(Action<Guid, long> hint)
    {
        var subscription = hints.Add(hint);
        lock (_starting)
        {
            _listening ??= Task.Run(() => ListenAlwaysAsync(_stopping.Token));
        }
        return subscription;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_listening is { } listening)
        {
            await listening;
        }
        _stopping.Dispose();
    }

    private async Task ListenAlwaysAsync(CancellationToken ct)
    {
        var pause = TimeSpan.Zero;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => pause = TimeSpan.Zero, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogLost(e);
            }
            pause = pause == TimeSpan.Zero ? TimeSpan.FromMilliseconds(100) : pause * 2;
            pause = pause > LongestPause ? LongestPause : pause;
            // The network's own time, not the program's: a clock that stands still must not keep a node deaf.
            await Task.Delay(pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(Action connected, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, notification) => Hear(notification.Payload);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }
        connected();
        hints.Tell(Guid.Empty, 0);
        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private void Hear(string message)
    {
        if (
            message.Length > 32
            && Guid.TryParseExact(message.AsSpan(0, 32), "N", out var streamId)
            && long.TryParse(message.AsSpan(32), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        )
        {
            hints.Tell(streamId, sequence);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The connection that hears of other nodes' events was lost; it is made again."
    )]
    private partial void LogLost(Exception e);
}

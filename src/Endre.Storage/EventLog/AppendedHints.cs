using Microsoft.Extensions.Logging;

namespace Endre.Storage.EventLog;

/// <summary>Those who want to hear that a stream has grown.</summary>
/// <param name="logger">Where a listener that throws is written.</param>
public sealed partial class AppendedHints(ILogger logger)
{
    private readonly Lock _changing = new();
    private Action<Guid, long>[] _listeners = [];

    /// <summary>Adds a listener until the answer is disposed.</summary>
    public IDisposable Add(Action<Guid, long> hint)
    {
        lock (_changing)
        {
            _listeners = [.. _listeners, hint];
        }
        return new Subscription(this, hint);
    }

    /// <summary>Tells every listener; one that throws does not keep it from the others.</summary>
    public void Tell(Guid streamId, long sequence)
    {
        foreach (var listener in Volatile.Read(ref _listeners))
        {
            try
            {
                listener(streamId, sequence);
            }
            catch (Exception e)
            {
                LogListenerFailed(e, streamId);
            }
        }
    }

    private void Remove(Action<Guid, long> hint)
    {
        lock (_changing)
        {
            var index = Array.IndexOf(_listeners, hint);
            _listeners = index < 0 ? _listeners : [.. _listeners[..index], .. _listeners[(index + 1)..]];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener failed on a hint about stream {StreamId}.")]
    private partial void LogListenerFailed(Exception e, Guid streamId);

    private sealed class Subscription(AppendedHints hints, Action<Guid, long> hint) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                hints.Remove(hint);
            }
        }
    }
}

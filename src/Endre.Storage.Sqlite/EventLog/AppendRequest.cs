using Endre.Storage.EventLog;

namespace Endre.Storage.Sqlite.EventLog;

/// <summary>One caller that waits for the writer. What came of it is told only after the commit.</summary>
internal sealed class AppendRequest(
    Guid streamId,
    long known,
    Func<IReadOnlyList<StoredEvent>, Appending> decide,
    CancellationToken ct
)
{
    private readonly TaskCompletionSource<long> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _refusal;

    public Guid StreamId => streamId;
    public Task<long> Done => _done.Task;

    /// <summary>The stream's last sequence after this request.</summary>
    public long Last { get; private set; }

    /// <summary>True when this request stored events.</summary>
    public bool HasGrown { get; private set; }

    /// <summary>Decides and adds to the writer's transaction. Only trouble of the database itself escapes.</summary>
    public void Handle(SqliteEventWriter writer)
    {
        if (ct.IsCancellationRequested)
        {
            _refusal = new OperationCanceledException(ct);
            return;
        }
        var tip = Last = writer.Tip(streamId);
        if (known > tip)
        {
            _refusal = new StreamIsShorter(known, tip);
            return;
        }
        var missed = known == tip ? [] : writer.After(streamId, known);
        if (Decided(missed) is not { } appending || (appending.Events.Count == 0 && appending.Row is null))
        {
            return;
        }
        try
        {
            Last = writer.Add(streamId, appending);
            HasGrown = Last > tip;
        }
        catch (AppendConflict e)
        {
            _refusal = e;
        }
    }

    /// <summary>Tells the caller what came of it.</summary>
    public void Complete()
    {
        switch (_refusal)
        {
            case null:
                _done.TrySetResult(Last);
                break;
            case OperationCanceledException:
                _done.TrySetCanceled(ct);
                break;
            default:
                _done.TrySetException(_refusal);
                break;
        }
    }

    /// <summary>Tells the caller that nothing of it was stored.</summary>
    public void Fail(Exception e) => _done.TrySetException(e);

    private Appending? Decided(IReadOnlyList<StoredEvent> missed)
    {
        try
        {
            return decide(missed);
        }
        catch (Exception e)
        {
            _refusal = e;
            return null;
        }
    }
}

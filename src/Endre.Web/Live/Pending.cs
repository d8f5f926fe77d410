using Endre.Domain.Workshops;

namespace Endre.Web.Live;

/// <summary>A command that waits for its answer.</summary>
internal sealed class Pending(WorkshopCommand? command, Actor? actor, Guid? commandId, long? sequence = null)
{
    private readonly TaskCompletionSource<Answered> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>No command: only look for what other nodes have stored.</summary>
    /// <param name="sequence">The sequence that is said to exist, or null to look anyway.</param>
    public static Pending Look(long? sequence) => new(command: null, actor: null, commandId: null, sequence);

    public long? Sequence => sequence;

    public WorkshopCommand? Command => command;

    public Actor? Actor => actor;

    public Guid? CommandId => commandId;

    public Answered Answer { get; set; }

    public Task<Answered> Task => answered.Task;

    public void Complete() => answered.TrySetResult(Answer);

    public void Fail(Exception failure) => answered.TrySetException(failure);
}

namespace Endre.Storage.Privacy;

/// <summary>Rewrites an event. For erasure only.</summary>
public interface IEventErasure
{
    /// <summary>Finds the streams in which some bytes stand in the payload of an event.</summary>
    /// <param name="database">Whose connection and transaction.</param>
    /// <param name="kinds">The kinds of events that are looked through.</param>
    /// <param name="bytes">What is looked for, exactly.</param>
    /// <param name="ct">Gives up.</param>
    Task<IReadOnlyList<Guid>> FindAsync(
        EndreContext database,
        IReadOnlyCollection<string> kinds,
        ReadOnlyMemory<byte> bytes,
        CancellationToken ct
    );

    /// <summary>Puts another payload in the place of one, in the context's transaction.</summary>
    /// <param name="database">Whose connection and transaction.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event.</param>
    /// <param name="payload">What is to stand there.</param>
    /// <param name="ct">Gives up.</param>
    Task ReplaceAsync(
        EndreContext database,
        Guid streamId,
        long sequence,
        ReadOnlyMemory<byte> payload,
        CancellationToken ct
    );
}

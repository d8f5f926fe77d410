namespace Endre.Storage.Factors;

/// <summary>One entry in the history of the drivers and barriers.</summary>
public sealed class FactorChange
{
    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The factor that was changed.</summary>
    public required string FactorId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, or null when Endre itself did it or the person is erased.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What was done, as a word: added, reworded, moved, retired, restored.</summary>
    public required string What { get; init; }

    /// <summary>The factor before, as JSON; null when it was added.</summary>
    public string? Before { get; init; }

    /// <summary>The factor after, as JSON.</summary>
    public string? After { get; init; }
}

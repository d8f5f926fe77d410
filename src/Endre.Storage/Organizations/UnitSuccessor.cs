namespace Endre.Storage.Organizations;

/// <summary>Where a unit that was merged, split or closed went on.</summary>
public sealed class UnitSuccessor
{
    /// <summary>The closed unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>A unit that took over all or a part of it.</summary>
    public required Guid SuccessorId { get; init; }

    /// <summary>True for the one that inherits what was open, and where an old link leads. One for each closed unit.</summary>
    public required bool IsHeir { get; set; }
}

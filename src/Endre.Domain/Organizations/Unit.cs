namespace Endre.Domain.Organizations;

/// <summary>A part of the organization.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="ParentId">The unit it is a part of; null at the top.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">A word of <see cref="UnitKind"/>.</param>
/// <param name="Code">What the HR system calls it; null when there is none.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="HeirId">The unit that took over when it was closed; null when none did.</param>
/// <param name="Version">One more at each change.</param>
public sealed record Unit(
    Guid Id,
    Guid? ParentId,
    string Name,
    string Kind,
    string? Code = null,
    DateTimeOffset? ClosedAt = null,
    Guid? HeirId = null,
    int Version = 1
)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    /// <summary>The longest code.</summary>
    public const int LongestCode = 100;

    /// <summary>Whether people work there now.</summary>
    public bool IsOpen => ClosedAt is null;
}

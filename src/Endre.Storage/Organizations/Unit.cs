namespace Endre.Storage.Organizations;

/// <summary>A part of the organization: the municipality, a department, a team.</summary>
public sealed class Unit
{
    /// <summary>The unit's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The unit it is a part of, or null for the top.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>What sort of unit it is (municipality, area, department, team), as a word.</summary>
    public required string Kind { get; set; }
}

namespace Endre.Storage.Provisioning;

/// <summary>A group of the provider. It gives nothing before an administrator has said what it gives.</summary>
public sealed class ProvisionedGroup
{
    /// <summary>The longest name that is stored.</summary>
    public const int MaxNameLength = 256;

    /// <summary>The group's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What the provider calls it.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The name in capitals, unique.</summary>
    public required string NormalizedName { get; set; }

    /// <summary>The provider's own id of it, or null.</summary>
    public string? ExternalId { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its name or its members last changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>One more at each change.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The role for the whole organization that its members get, or null.</summary>
    public string? Role { get; set; }

    /// <summary>The unit in which its members get a place, or null.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>What they are there, as a word of <c>UnitRole</c>; null when there is no unit.</summary>
    public string? UnitRole { get; set; }
}

/// <summary>Somebody in a group of the provider.</summary>
public sealed class ProvisionedGroupMember
{
    /// <summary>Which group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }
}

/// <summary>What somebody has because of a group, and loses with it. What they had before is not touched.</summary>
public sealed class ProvisionedGrant
{
    /// <summary>The grant's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The group it comes from.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Who has it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The role for the whole organization, or null.</summary>
    public string? Role { get; init; }

    /// <summary>The place in a unit, or null.</summary>
    public Guid? MembershipId { get; init; }
}

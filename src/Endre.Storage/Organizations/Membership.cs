namespace Endre.Storage.Organizations;

/// <summary>A person's role in a unit. The same person may have several roles, also in one unit.</summary>
public sealed class Membership
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Where.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>As what: employee, unit leader, union representative.</summary>
    public required string Role { get; init; }
}

namespace Endre.Storage.Provisioning;

/// <summary>
/// A program that may tell who works here (SCIM): an identity provider's provisioning service. Only the SHA-256 of its token
/// is stored, so a copy of the database opens nothing.
/// </summary>
public sealed class ProvisioningClient
{
    /// <summary>The longest name that is stored.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The client's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What administrators call it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token's text; unique.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>After this instant the token opens nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When somebody closed it, or null.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The last day it was used; null when it never was.</summary>
    public DateOnly? LastUsedOn { get; set; }
}

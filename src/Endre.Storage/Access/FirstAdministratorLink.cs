namespace Endre.Storage.Access;

/// <summary>The one-time link by which a new installation gets its first administrator.</summary>
public sealed class FirstAdministratorLink
{
    /// <summary>SHA-256 of the token in the link.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>After this instant the link opens nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or null. Guards against two uses at once.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

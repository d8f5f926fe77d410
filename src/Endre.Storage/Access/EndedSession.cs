namespace Endre.Storage.Access;

/// <summary>A session that a sign-in provider has told is over (OpenID Connect Back-Channel Logout 1.0).</summary>
public sealed class EndedSession
{
    /// <summary>SHA-256 of the provider and its id of the session.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When we were told.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}

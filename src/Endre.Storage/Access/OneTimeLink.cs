namespace Endre.Storage.Access;

/// <summary>A link that opens once, for a while: to choose a password, or to come in when nothing else works.</summary>
public sealed class OneTimeLink
{
    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it opens.</summary>
    public required OneTimeLinkPurpose Purpose { get; init; }

    /// <summary>Whom it is for, or null when whoever has it says who they are.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>After this instant the link opens nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or null. Guards against two uses at once.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>What a <see cref="OneTimeLink"/> opens.</summary>
public enum OneTimeLinkPurpose
{
    /// <summary>An invited person, or one who has forgotten it, chooses a password.</summary>
    ChoosePassword,

    /// <summary>The operator makes or opens an administrator when nobody can sign in.</summary>
    BreakGlass,
}

namespace Endre.Storage.Audit;

/// <summary>
/// An administrator's act, written in the same transaction as what it changed. Never what a person said or did in the
/// loop: that would make the log a means of control (arbeidsmiljøloven chapter 9).
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The longest word or detail that is stored.</summary>
    public const int MaxDetailsLength = 4000;

    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person who did it, or null when a program did: an import, a provider, the operator on the server.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Who acted when it was no person: <c>scim</c>, <c>operator</c>, <c>schedule</c>; null for a person.</summary>
    public string? Program { get; init; }

    /// <summary>The act, as the name of its folder: <c>ChangeRoles</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What sort of thing it was done to: <c>person</c>, <c>unit</c>, <c>organization</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Which one, or null for the organization as a whole.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What changed, as a flat JSON object of words and ids: never a secret, a name or a text that somebody wrote.</summary>
    public required string Details { get; init; }
}

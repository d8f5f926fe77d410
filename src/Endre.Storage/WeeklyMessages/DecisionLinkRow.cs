namespace Endre.Storage.WeeklyMessages;

/// <summary>
/// A link in a leader's weekly message by which one thing is answered in one way, once. What the person may do is asked
/// when it is used, not when it was made.
/// </summary>
public sealed record DecisionLinkRow
{
    /// <summary>The longest word of an area or a choice.</summary>
    public const int MaxWordLength = 40;

    /// <summary>SHA-256 of the number in the link; the number itself is in the message only.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Who answers by it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The area that knows what is answered: <c>hassle</c>, <c>action-item</c> …</summary>
    public required string Area { get; init; }

    /// <summary>What is answered.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>How, as a word of the area.</summary>
    public required string Choice { get; init; }

    /// <summary>How much of it the person had seen, where the area counts that.</summary>
    public required int Seen { get; init; }

    /// <summary>The message it stands in, and with which it goes.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>From then on it does nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or null.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

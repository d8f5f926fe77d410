namespace Endre.Storage.Messages;

/// <summary>What a person has chosen of one kind of messages; whoever has chosen nothing has no row.</summary>
public sealed class MessageChoiceRow
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The kind, as a word.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it comes as mail too.</summary>
    public required bool AsMail { get; set; }
}

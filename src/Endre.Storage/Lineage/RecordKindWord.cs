using Endre.Domain.Lineage;

namespace Endre.Storage.Lineage;

/// <summary>The words for kinds of records, in tables and addresses.</summary>
public static class RecordKindWord
{
    /// <summary>The word of a kind, such as <c>note</c>, <c>hassle</c> or <c>action-item</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(RecordKind kind) =>
        kind switch
        {
            RecordKind.Note => "note",
            RecordKind.Proposal => "proposal",
            RecordKind.Hassle => "hassle",
            RecordKind.Need => "need",
            RecordKind.Meeting => "meeting",
            RecordKind.Improvement => "improvement",
            RecordKind.ActionItem => "action-item",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
        };

    /// <summary>The kind of a word; null when there is none.</summary>
    /// <param name="word">As it is stored, or came from outside.</param>
    public static RecordKind? Read(string? word) =>
        word switch
        {
            "note" => RecordKind.Note,
            "proposal" => RecordKind.Proposal,
            "hassle" => RecordKind.Hassle,
            "need" => RecordKind.Need,
            "meeting" => RecordKind.Meeting,
            "improvement" => RecordKind.Improvement,
            "action-item" => RecordKind.ActionItem,
            _ => null,
        };
}

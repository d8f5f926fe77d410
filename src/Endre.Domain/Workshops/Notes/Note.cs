using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Notes;

/// <summary>One note. It has no author: only a mark that the device it was written on can make again.</summary>
/// <param name="Id">The id the device gave it.</param>
/// <param name="GroupId">The group it was written in.</param>
/// <param name="QuestionId">The question it answers.</param>
/// <param name="Half">The half of the question, <c>a</c> or <c>b</c>, or null when the question has none.</param>
/// <param name="Text">1–500 characters; empty when it is withdrawn.</param>
/// <param name="Ownership">The mark of the device for this note, or <c>facilitator</c> for what was typed in from paper.</param>
/// <param name="IsLate">Whether it came after the step it belongs to.</param>
/// <param name="IsFromPaper">Whether it was typed in from a paper sheet.</param>
/// <param name="Sequence">Its place in the workshop's order.</param>
/// <param name="IsWithdrawn">Whether its writer or a facilitator took it back.</param>
/// <param name="MergedInto">The note it was merged into, or null. A pointer: it can be undone, and the counts stay.</param>
/// <param name="Clusters">The categories it stands in; more than one is fine.</param>
public sealed record Note(
    Guid Id,
    string GroupId,
    string QuestionId,
    string? Half,
    string Text,
    [property: Concealed] string Ownership,
    bool IsLate,
    bool IsFromPaper,
    long Sequence,
    bool IsWithdrawn,
    Guid? MergedInto,
    ImmutableList<Guid> Clusters
)
{
    /// <summary>The place of the event that has its words: the writing, or the last time it was changed.</summary>
    public required long WordsAt { get; init; }

    /// <summary>Whether it stands on a board by itself: neither withdrawn nor merged into another.</summary>
    public bool IsStanding => !IsWithdrawn && MergedInto is null;

    /// <summary>Whether the actor wrote it.</summary>
    /// <param name="actor">A device, or a facilitator for notes from paper.</param>
    public bool IsWrittenBy(Actor actor) => actor.MarkFor(NoteRules.PurposeOf(Id)) == Ownership;
}

using System.Collections.Immutable;

namespace Endre.Domain.Workshops.Sorting;

/// <summary>Makes a category, with or without notes in it.</summary>
/// <param name="ClusterId">A new id.</param>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="NoteIds">Notes that go into it; they leave the category named by <paramref name="From"/>.</param>
/// <param name="From">The category they come from, or null.</param>
public sealed record CreateCluster(
    Guid ClusterId,
    string GroupId,
    string QuestionId,
    ImmutableList<Guid> NoteIds,
    Guid? From = null
) : WorkshopCommand;

/// <summary>Takes a category away; its notes are loose again.</summary>
/// <param name="ClusterId">The category.</param>
public sealed record RemoveCluster(Guid ClusterId) : WorkshopCommand;

/// <summary>Ends the silent sorting of a board: now categories are named and labeled.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
public sealed record StartLabeling(string GroupId, string QuestionId) : WorkshopCommand;

/// <summary>Names and labels a category. What is null stays as it is.</summary>
/// <param name="ClusterId">The category.</param>
/// <param name="Title">≤ 120 characters; empty takes the name away.</param>
/// <param name="Kind">Barrier, success factor, both, or not said.</param>
/// <param name="FactorIds">Drivers and barriers it is tied to, at most 5.</param>
public sealed record DescribeCluster(
    Guid ClusterId,
    string? Title = null,
    ClusterKind? Kind = null,
    ImmutableList<string>? FactorIds = null
) : WorkshopCommand;

/// <summary>Moves notes between categories. Without <paramref name="From"/> they also stay where they are: a note may stand in two.</summary>
/// <param name="NoteIds">The notes, of one board.</param>
/// <param name="From">The category they leave, or null.</param>
/// <param name="To">The category they come to, or null to only leave.</param>
public sealed record MoveNotes(ImmutableList<Guid> NoteIds, Guid? From, Guid? To) : WorkshopCommand;

/// <summary>Lays a note under another that says the same. A pointer that can be undone.</summary>
/// <param name="NoteId">The note that is laid under.</param>
/// <param name="IntoId">The note that stays.</param>
public sealed record MergeNote(Guid NoteId, Guid IntoId) : WorkshopCommand;

/// <summary>Takes a merged note out again.</summary>
/// <param name="NoteId">The note that was laid under.</param>
public sealed record SplitNote(Guid NoteId) : WorkshopCommand;

/// <summary>Takes back the last change this device made on the board (a facilitator: the last anybody made).</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
public sealed record UndoSorting(string GroupId, string QuestionId) : WorkshopCommand;

/// <summary>Something that changes what stands where on one board.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="By">A mark of the device, the same for all it does on this board; it leads to no participant.</param>
public abstract record SortingEvent(string GroupId, string QuestionId, string By) : WorkshopEvent;

/// <summary>A category was made, or came back.</summary>
/// <inheritdoc cref="SortingEvent"/>
/// <param name="Cluster">The category.</param>
/// <param name="NoteIds">The notes that go into it.</param>
/// <param name="From">The category they left, or null.</param>
public sealed record ClusterCreated(
    string GroupId,
    string QuestionId,
    string By,
    Cluster Cluster,
    ImmutableList<Guid> NoteIds,
    Guid? From
) : SortingEvent(GroupId, QuestionId, By);

/// <summary>A category was taken away.</summary>
/// <inheritdoc cref="SortingEvent"/>
/// <param name="ClusterId">The category.</param>
public sealed record ClusterRemoved(string GroupId, string QuestionId, string By, Guid ClusterId)
    : SortingEvent(GroupId, QuestionId, By);

/// <summary>A category was named or labeled.</summary>
/// <inheritdoc cref="SortingEvent"/>
/// <param name="ClusterId">The category.</param>
/// <param name="Title">Its name, or null.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FactorIds">What it is tied to.</param>
public sealed record ClusterDescribed(
    string GroupId,
    string QuestionId,
    string By,
    Guid ClusterId,
    string? Title,
    ClusterKind Kind,
    ImmutableList<string> FactorIds
) : SortingEvent(GroupId, QuestionId, By);

/// <summary>Notes were moved.</summary>
/// <inheritdoc cref="SortingEvent"/>
/// <param name="NoteIds">The notes.</param>
/// <param name="From">The category they left, or null.</param>
/// <param name="To">The category they came to, or null.</param>
public sealed record NotesMoved(
    string GroupId,
    string QuestionId,
    string By,
    ImmutableList<Guid> NoteIds,
    Guid? From,
    Guid? To
) : SortingEvent(GroupId, QuestionId, By);

/// <summary>A note was laid under another.</summary>
/// <inheritdoc cref="SortingEvent"/>
/// <param name="NoteId">The note that was laid under.</param>
/// <param name="IntoId">The note that stays.</param>
public sealed record NoteMerged(string GroupId, string QuestionId, string By, Guid NoteId, Guid IntoId)
    : SortingEvent(GroupId, QuestionId, By);

/// <summary>A merged note was taken out again.</summary>
/// <inheritdoc cref="SortingEvent"/>
/// <param name="NoteId">The note.</param>
public sealed record NoteSplit(string GroupId, string QuestionId, string By, Guid NoteId)
    : SortingEvent(GroupId, QuestionId, By);

/// <summary>The last change of a device was taken back; which one, the state before tells.</summary>
/// <inheritdoc cref="SortingEvent"/>
/// <param name="ChangedBy">The mark of the device whose change it was.</param>
public sealed record SortingUndone(string GroupId, string QuestionId, string By, string ChangedBy)
    : SortingEvent(GroupId, QuestionId, By);

/// <summary>The silent sorting of a board is over.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
public sealed record LabelingStarted(string GroupId, string QuestionId) : WorkshopEvent;

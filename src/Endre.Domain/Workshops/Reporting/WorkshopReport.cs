using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Reporting;

/// <summary>
/// What a workshop came to: what everybody may have, in the order it is read. It holds only what is revealed, no names
/// of participants, and enough to be imported again and give the same report.
/// </summary>
/// <param name="Format">The format's name and version, <see cref="CurrentFormat"/>.</param>
/// <param name="Title">What the workshop is called.</param>
/// <param name="Language">Its language.</param>
/// <param name="HeldAt">When it was created (UTC).</param>
/// <param name="ClosedAt">When it was closed, or null.</param>
/// <param name="Plan">Steps and questions.</param>
/// <param name="FurthestStep">The place of the furthest step that was reached.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Notes">The revealed notes that were not withdrawn, in the order they were written.</param>
/// <param name="Boards">Categories, best proposals and votes.</param>
/// <param name="Themes">Categories joined across groups.</param>
/// <param name="Interpretation">The facilitator's interpretation, marked as such; empty until it is shared.</param>
/// <param name="Answers">Who takes which proposal further, and what became of it.</param>
/// <param name="Factors">The drivers and barriers that are mentioned.</param>
public sealed record WorkshopReport(
    string Format,
    string Title,
    string Language,
    DateTimeOffset HeldAt,
    DateTimeOffset? ClosedAt,
    WorkshopPlan Plan,
    int FurthestStep,
    ImmutableArray<ReportedGroup> Groups,
    ImmutableArray<ReportedNote> Notes,
    ImmutableArray<ReportedBoard> Boards,
    ImmutableArray<Theme> Themes,
    ImmutableArray<InterpretationSection> Interpretation,
    ImmutableArray<Answer> Answers,
    ImmutableArray<FactorName> Factors
)
{
    /// <summary>The format that is written, and the only one that is read.</summary>
    public const string CurrentFormat = "endre-workshop/1";

    /// <summary>How many people took part.</summary>
    public int People => Groups.Sum(g => g.Heads);

    /// <summary>What somebody may have of a workshop as it stands: the boards they may see, and what is shared.</summary>
    /// <param name="sight">What they may see; a facilitator also gets an interpretation that is not shared yet.</param>
    /// <param name="factors">The taxonomy, to name the drivers and barriers that are mentioned.</param>
    public static WorkshopReport Of(Sight sight, IReadOnlyCollection<FactorName> factors)
    {
        ArgumentNullException.ThrowIfNull(sight);
        var workshop = sight.Workshop;
        var boards = sight.Boards.ToImmutableArray();
        var proposals = boards.SelectMany(b => b.Proposals).Select(p => p.Id).ToHashSet();
        var mayRead = sight.IsFacilitator || workshop.Interpretation.IsShared;
        var clusters = boards.SelectMany(b => b.Clusters).Select(c => c.Id).ToHashSet();
        // A category that was taken away after it was joined is in the theme no more, unless it comes back.
        var themes = workshop
            .Interpretation.Themes.Where(_ => mayRead)
            .Select(t => t with { ClusterIds = t.ClusterIds.FindAll(clusters.Contains) })
            .ToImmutableArray();
        var mentioned = boards
            .SelectMany(b => b.Clusters)
            .SelectMany(c => c.FactorIds)
            .Concat(themes.SelectMany(t => t.FactorIds))
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ReportedNote> notes =
        [
            .. boards
                .SelectMany(b => b.NoteIds)
                .Select(id => workshop.Notes[id])
                .Where(n => !n.IsWithdrawn)
                .OrderBy(n => n.Sequence)
                .Select(ReportedNote.Of),
        ];
        var told = notes.Select(n => n.Id).ToHashSet();
        return new WorkshopReport(
            CurrentFormat,
            workshop.Title,
            workshop.Language,
            workshop.CreatedAt,
            workshop.ClosedAt,
            workshop.Plan,
            workshop.FurthestStep,
            [
                .. workshop.Groups.Select(g => new ReportedGroup(
                    g.Id,
                    g.Number,
                    g.Name,
                    workshop.HeadsByGroup.GetValueOrDefault(g.Id)
                )),
            ],
            notes,
            [.. boards.Select(b => ReportedBoard.Of(b, workshop)).Where(b => !b.IsEmpty)],
            themes,
            // What is quoted from a board that may not be seen yet is no quote.
            mayRead
                ?
                [
                    .. workshop.Interpretation.Sections.Select(s =>
                        s with
                        {
                            NoteIds = s.NoteIds.FindAll(told.Contains),
                        }
                    ),
                ]
                : [],
            [
                .. ClosingRules
                    .ProposalsOf(workshop)
                    .Where(p => proposals.Contains(p.Id) && workshop.Answers.ContainsKey(p.Id))
                    .Select(p => workshop.Answers[p.Id]),
            ],
            [
                .. factors
                    .Concat(workshop.ImportedFactors.Where(f => factors.All(known => known.Id != f.Id)))
                    .Where(f => mentioned.Contains(f.Id)),
            ]
        );
    }
}

/// <summary>A group in a report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">From 1.</param>
/// <param name="Name">Its own name, or null.</param>
/// <param name="Heads">How many people it had.</param>
public sealed record ReportedGroup(string Id, int Number, string? Name, int Heads);

/// <summary>A note in a report.</summary>
/// <param name="Id">The note.</param>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Half"><c>a</c>, <c>b</c> or null.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsLate">Whether it came late.</param>
/// <param name="IsFromPaper">Whether it was typed in from paper.</param>
/// <param name="MergedInto">The note it was merged into, or null.</param>
/// <param name="Clusters">The categories it stands in.</param>
public sealed record ReportedNote(
    Guid Id,
    string GroupId,
    string QuestionId,
    string? Half,
    string Text,
    bool IsLate,
    bool IsFromPaper,
    Guid? MergedInto,
    ImmutableList<Guid> Clusters
)
{
    internal static ReportedNote Of(Notes.Note note) =>
        new(
            note.Id,
            note.GroupId,
            note.QuestionId,
            note.Half,
            note.Text,
            note.IsLate,
            note.IsFromPaper,
            note.MergedInto,
            note.Clusters
        );
}

/// <summary>A board in a report.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Clusters">The categories.</param>
/// <param name="Proposals">The best proposals, in their places.</param>
/// <param name="Votes">How a vote went, most points first; empty without one.</param>
public sealed record ReportedBoard(
    string GroupId,
    string QuestionId,
    ImmutableList<Cluster> Clusters,
    ImmutableList<Proposal> Proposals,
    ImmutableArray<VoteResult> Votes
)
{
    internal bool IsEmpty => Clusters.IsEmpty && Proposals.IsEmpty && Votes.IsEmpty;

    internal static ReportedBoard Of(Board board, Workshop workshop) =>
        new(
            board.GroupId,
            board.QuestionId,
            board.Clusters,
            board.Proposals,
            board.Voting is { } round ? [.. round.Result(workshop)] : []
        );
}

/// <summary>A driver or barrier by name.</summary>
/// <param name="Id">Its id in the taxonomy.</param>
/// <param name="Kind"><c>driver</c> or <c>barrier</c>.</param>
/// <param name="Name">What it is called.</param>
public sealed record FactorName(string Id, string Kind, Wording Name);

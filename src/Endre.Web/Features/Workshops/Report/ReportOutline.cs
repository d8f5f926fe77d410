using System.Collections.Immutable;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>A report in the order it is read: the same for the page, the document and the workbook.</summary>
public sealed class ReportOutline
{
    private readonly ILookup<string, ReportedNote> notesByBoard;
    private readonly ILookup<Guid, ReportedNote> notesByCluster;
    private readonly ILookup<Guid, ReportedNote> under;
    private readonly Dictionary<string, ReportedBoard> boards;
    private readonly Dictionary<Guid, ReportedNote> notes;
    private readonly Dictionary<Guid, Cluster> clusters;
    private readonly Dictionary<Guid, Answer> answers;
    private readonly Dictionary<string, FactorName> factors;

    public ReportOutline(WorkshopReport report)
    {
        Report = report;
        notes = report.Notes.ToDictionary(n => n.Id);
        notesByBoard = report.Notes.ToLookup(n => BoardKey.Of(n.GroupId, n.QuestionId), StringComparer.Ordinal);
        notesByCluster = report
            .Notes.SelectMany(note => note.Clusters.Select(clusterId => (clusterId, note)))
            .ToLookup(pair => pair.clusterId, pair => pair.note);
        under = report.Notes.Where(n => n.MergedInto is not null).ToLookup(n => n.MergedInto!.Value);
        boards = report.Boards.ToDictionary(b => BoardKey.Of(b.GroupId, b.QuestionId), StringComparer.Ordinal);
        clusters = report.Boards.SelectMany(b => b.Clusters).ToDictionary(c => c.Id);
        answers = report.Answers.ToDictionary(a => a.ProposalId);
        factors = report.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);
    }

    public WorkshopReport Report { get; }

    /// <summary>The questions that somebody answered.</summary>
    public IEnumerable<Question> Questions =>
        Report.Plan.Questions.Where(q => Report.Groups.Any(g => BoardOf(g, q) is not null));

    /// <summary>All best proposals, by group.</summary>
    public IEnumerable<ProposedBest> Proposals =>
        from g in Report.Groups
        from question in Report.Plan.Questions
        let board = boards.GetValueOrDefault(BoardKey.Of(g.Id, question.Id))
        where board is not null
        from placed in board.Proposals.Select((proposal, i) => (proposal, place: i + 1))
        select new ProposedBest(
            g,
            question,
            placed.proposal,
            placed.place,
            answers.GetValueOrDefault(placed.proposal.Id)
        );

    public bool HasInterpretation => !Report.Interpretation.IsEmpty || !Report.Themes.IsEmpty;

    public bool HasLateNotes => Report.Notes.Any(n => n.IsLate);

    public bool HasPaperNotes => Report.Notes.Any(n => n.IsFromPaper);

    public bool HasMergedNotes => Report.Notes.Any(n => n.MergedInto is not null);

    /// <summary>What a group made of a question, or null when it made nothing.</summary>
    public OutlinedBoard? BoardOf(ReportedGroup group, Question question)
    {
        var key = BoardKey.Of(group.Id, question.Id);
        var board = boards.GetValueOrDefault(key);
        var written = notesByBoard[key].ToImmutableArray();
        return board is null && written.IsEmpty ? null : new OutlinedBoard(group, question, board, written);
    }

    /// <summary>The notes in a category that stand by themselves.</summary>
    public ImmutableArray<ReportedNote> NotesIn(Cluster cluster) =>
        [.. notesByCluster[cluster.Id].Where(n => n.MergedInto is null)];

    /// <summary>How many notes a category has, those counted that lie under others.</summary>
    public int CountIn(Cluster cluster) => NotesIn(cluster).Sum(n => 1 + under[n.Id].Count());

    /// <summary>The notes that were laid under another.</summary>
    public ImmutableArray<ReportedNote> Under(ReportedNote note) => [.. under[note.Id]];

    public ReportedNote? NoteOf(Guid? noteId) => noteId is { } id ? notes.GetValueOrDefault(id) : null;

    public ReportedGroup GroupOf(string groupId) => Report.Groups.First(g => g.Id == groupId);

    public Question QuestionOf(string questionId) => Report.Plan.QuestionOf(questionId)!;

    public IEnumerable<Cluster> ClustersOf(IEnumerable<Guid> clusterIds) =>
        clusterIds.Select(id => clusters.GetValueOrDefault(id)).OfType<Cluster>();

    public IEnumerable<FactorName> FactorsOf(IEnumerable<string> factorIds) =>
        factorIds.Select(id => factors.GetValueOrDefault(id)).OfType<FactorName>();

    /// <summary>A note may stand in two categories; what leads to it leads to the first.</summary>
    public static bool IsHome(ReportedNote note, Cluster? cluster) =>
        note.Clusters.IsEmpty ? cluster is null : note.Clusters[0] == cluster?.Id;

    public static string AnchorOf(Guid noteId) => $"note-{noteId}";
}

/// <summary>One group's board on one question, as a report shows it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Question">The question.</param>
/// <param name="Board">Categories, best proposals and votes, or null when there are only notes.</param>
/// <param name="Notes">All notes, in the order they were written.</param>
public sealed record OutlinedBoard(
    ReportedGroup Group,
    Question Question,
    ReportedBoard? Board,
    ImmutableArray<ReportedNote> Notes
)
{
    public ImmutableList<Cluster> Clusters => Board?.Clusters ?? [];

    public ImmutableList<Proposal> Proposals => Board?.Proposals ?? [];

    public ImmutableArray<VoteResult> Votes => Board?.Votes ?? [];

    /// <summary>Notes that stand in no category and under no other note.</summary>
    public IEnumerable<ReportedNote> Loose => Notes.Where(n => n.Clusters.IsEmpty && n.MergedInto is null);

    /// <summary>Whether another note got as many points.</summary>
    public bool IsTie(VoteResult result) => Votes.Count(v => v.Place == result.Place) > 1;
}

/// <summary>One of the best proposals, and what it was answered.</summary>
public sealed record ProposedBest(ReportedGroup Group, Question Question, Proposal Proposal, int Place, Answer? Answer);

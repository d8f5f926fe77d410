using System.Globalization;
using Endre.Domain.Insights;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Importing;

/// <summary>
/// Everything that a report points to must be in it, once: a board without its group would be lost without a word, and
/// an id that two things have would make the one answer for the other.
/// </summary>
internal static class ReportReferences
{
    /// <summary>Whether something is missing that the types say is there: the file may have been written by hand.</summary>
    public static bool HasHoles(WorkshopReport report) =>
        report.Plan is null
        || report.Groups.IsDefault
        || report.Notes.IsDefault
        || report.Boards.IsDefault
        || report.Themes.IsDefault
        || report.Interpretation.IsDefault
        || report.Answers.IsDefault
        || report.Factors.IsDefault
        || report.Groups.Any(g => g?.Id is null)
        || report.Notes.Any(n => n?.GroupId is null || n.QuestionId is null || n.Clusters is null)
        || report.Boards.Any(b =>
            b?.GroupId is null
            || b.QuestionId is null
            || b.Clusters?.TrueForAll(c => c?.FactorIds is not null) != true
            || b.Proposals?.Contains(null!) != false
            || b.Votes.IsDefault
        )
        || report.Themes.Any(t => t?.ClusterIds is null || t.FactorIds is null)
        || report.Interpretation.Any(s => s?.NoteIds is null)
        || report.Answers.Any(a => a?.Outcomes?.Contains(null!) != false)
        || report.Factors.Any(f => f?.Name is null);

    /// <summary>Whether all that is pointed to is there.</summary>
    /// <param name="report">A report without holes.</param>
    public static bool AreWhole(WorkshopReport report)
    {
        var notes = report.Notes.GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());
        var clusters = report.Boards.SelectMany(b => b.Clusters).Select(c => c.Id).ToHashSet();
        var proposals = report.Boards.SelectMany(b => b.Proposals).Select(p => p.Id).ToHashSet();
        var boards = report
            .Boards.GroupBy(b => BoardKey.Of(b.GroupId, b.QuestionId), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return notes.Count == report.Notes.Length
            && clusters.Count == report.Boards.Sum(b => b.Clusters.Count)
            && proposals.Count == report.Boards.Sum(b => b.Proposals.Count)
            && boards.Count == report.Boards.Length
            && HasItsGroups(report)
            && report.Notes.All(n => IsAtHome(n, report, notes, boards))
            && report.Boards.All(b => IsAtHome(b, report, notes))
            && report.Themes.SelectMany(t => t.ClusterIds).All(clusters.Contains)
            && IsOnce(report.Themes.SelectMany(t => t.ClusterIds))
            && IsOnce(report.Themes.Select(t => t.Id))
            && report.Themes.All(t => SortingRules.CheckFactors(t.FactorIds) is null)
            && report.Interpretation.All(s => s.NoteIds.TrueForAll(notes.ContainsKey))
            && IsOnce(report.Interpretation.Select(s => s.Id))
            && report.Answers.All(a => proposals.Contains(a.ProposalId))
            && IsOnce(report.Answers.Select(a => a.ProposalId))
            && IsOnce(report.Factors.Select(f => f.Id))
            && report.Factors.All(f => Factor.IsId(f.Id) && f.Kind is Factor.Driver or Factor.Barrier)
            && report.HeldAt.Year is > 1900 and < 3000
            && report.ClosedAt is null or { Year: > 1900 and < 3000 }
            && report.FurthestStep >= 0
            && report.FurthestStep < report.Plan.Steps.Length;
    }

    // Groups are numbered from 1 and named by their number; audiences are made from the names.
    private static bool HasItsGroups(WorkshopReport report) =>
        report
            .Groups.Select((g, i) => (g, number: i + 1))
            .All(x =>
                x.g.Number == x.number
                && x.g.Id == string.Create(CultureInfo.InvariantCulture, $"g{x.number}")
                && x.g.Heads >= 0
            );

    private static bool IsAtHome(
        ReportedNote note,
        WorkshopReport report,
        Dictionary<Guid, ReportedNote> notes,
        Dictionary<string, ReportedBoard> boards
    )
    {
        var key = BoardKey.Of(note.GroupId, note.QuestionId);
        var top = note.MergedInto is { } into ? notes.GetValueOrDefault(into) : null;
        return report.Groups.Any(g => g.Id == note.GroupId)
            && report.Plan.QuestionOf(note.QuestionId)?.Has(note.Half) == true
            && IsOnce(note.Clusters)
            && note.Clusters.TrueForAll(id => boards.GetValueOrDefault(key)?.Clusters.Exists(c => c.Id == id) == true)
            && (
                note.MergedInto is null
                || (top is { MergedInto: null } && BoardKey.Of(top.GroupId, top.QuestionId) == key && top.Id != note.Id)
            );
    }

    private static bool IsAtHome(ReportedBoard board, WorkshopReport report, Dictionary<Guid, ReportedNote> notes)
    {
        return report.Groups.Any(g => g.Id == board.GroupId)
            && report.Plan.QuestionOf(board.QuestionId) is not null
            && board.Clusters.TrueForAll(c =>
                (c.GroupId, c.QuestionId) == (board.GroupId, board.QuestionId)
                && SortingRules.CheckFactors(c.FactorIds) is null
            )
            && board.Proposals.TrueForAll(p =>
                (p.GroupId, p.QuestionId) == (board.GroupId, board.QuestionId)
                && (p.NoteId is not { } noteId || IsHere(noteId))
            )
            && board.Votes.All(v => IsHere(v.NoteId) && v is { Points: > 0, Place: > 0 });

        bool IsHere(Guid noteId) =>
            notes.TryGetValue(noteId, out var note)
            && (note.GroupId, note.QuestionId) == (board.GroupId, board.QuestionId);
    }

    private static bool IsOnce<T>(IEnumerable<T> ids)
    {
        var seen = new HashSet<T>();
        return ids.All(seen.Add);
    }
}

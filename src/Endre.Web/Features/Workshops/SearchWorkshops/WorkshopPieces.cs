using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Web.Features.Workshops.SearchWorkshops;

/// <summary>A piece of text of a workshop that can be found by itself.</summary>
internal readonly record struct Piece(Guid Id, string Text);

/// <summary>The pieces of a workshop: its title, notes, categories, proposals with their answers, themes, interpretation.</summary>
internal static class WorkshopPieces
{
    /// <summary>All there are, also what is hidden: for the index, which decides on no rights.</summary>
    public static IEnumerable<Piece> Of(Workshop workshop) =>
        Of(
            new Piece(workshop.Id, workshop.Title),
            workshop.Notes.Values.Where(note => !note.IsWithdrawn).Select(note => new Piece(note.Id, note.Text)),
            workshop.Boards.Values.SelectMany(board => board.Clusters),
            workshop.Boards.Values.SelectMany(board => board.Proposals),
            workshop.Interpretation,
            workshop.Answers.Values
        );

    /// <summary>Those that somebody may see.</summary>
    public static IEnumerable<Piece> Of(Guid id, WorkshopReport report) =>
        Of(
            new Piece(id, report.Title),
            report.Notes.Select(note => new Piece(note.Id, note.Text)),
            report.Boards.SelectMany(board => board.Clusters),
            report.Boards.SelectMany(board => board.Proposals),
            new Interpretation([.. report.Themes], [.. report.Interpretation], IsShared: true),
            report.Answers
        );

    private static IEnumerable<Piece> Of(
        Piece title,
        IEnumerable<Piece> notes,
        IEnumerable<Cluster> clusters,
        IEnumerable<Proposal> proposals,
        Interpretation interpretation,
        IEnumerable<Answer> answers
    )
    {
        var answerTo = answers.ToDictionary(answer => answer.ProposalId);
        return notes
            .Prepend(title)
            .Concat(clusters.Select(cluster => new Piece(cluster.Id, cluster.Title ?? "")))
            .Concat(proposals.Select(proposal => new Piece(proposal.Id, Told(proposal, answerTo))))
            .Concat(interpretation.Themes.Select(theme => new Piece(theme.Id, theme.Title)))
            .Concat(interpretation.Sections.Select(section => new Piece(section.Id, section.Text)))
            .Where(piece => piece.Text.Length > 0);
    }

    // Who takes it further is a person's name, and is nobody's to search for here.
    private static string Told(Proposal proposal, Dictionary<Guid, Answer> answers)
    {
        var parts = new List<string?> { proposal.Text, proposal.Reason };
        if (answers.GetValueOrDefault(proposal.Id) is { } answer)
        {
            parts.AddRange([answer.FirstStep, answer.Reason, .. answer.Outcomes.Select(outcome => outcome.Text)]);
        }
        return string.Join(" – ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}

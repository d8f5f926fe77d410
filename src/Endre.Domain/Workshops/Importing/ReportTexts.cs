using Endre.Domain.Insights;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Importing;

/// <summary>A file from outside is held to what people are held to when they write: the same limits, the same tidying.</summary>
internal sealed class ReportTexts
{
    private Refusal? fault;

    private ReportTexts() { }

    /// <summary>The report with every text tidied.</summary>
    /// <param name="report">A report without holes.</param>
    /// <param name="clean">The tidied report, or the report itself when refused.</param>
    /// <returns>Null, or what <see cref="FreeText"/> says of the first text that is at fault.</returns>
    public static Refusal? Clean(WorkshopReport report, out WorkshopReport clean)
    {
        var texts = new ReportTexts();
        var tidied = texts.Tidy(report);
        clean = texts.fault is null ? tidied : report;
        return texts.fault;
    }

    private WorkshopReport Tidy(WorkshopReport report) =>
        report with
        {
            Title = Need(report.Title, PlanRules.LongestTitle),
            Plan = PlanRules.Tidy(report.Plan),
            Groups = [.. report.Groups.Select(g => g with { Name = May(g.Name, JoiningRules.LongestName) })],
            Notes = [.. report.Notes.Select(n => n with { Text = Need(n.Text, NoteRules.LongestNote) })],
            Boards =
            [
                .. report.Boards.Select(b =>
                    b with
                    {
                        Clusters = b.Clusters.ConvertAll(c =>
                            c with
                            {
                                Title = May(c.Title, SortingRules.LongestTitle),
                            }
                        ),
                        Proposals = b.Proposals.ConvertAll(Tidy),
                    }
                ),
            ],
            Themes = [.. report.Themes.Select(t => t with { Title = Need(t.Title, SortingRules.LongestTitle) })],
            Interpretation =
            [
                .. report.Interpretation.Select(s => s with { Text = Need(s.Text, InterpretingRules.LongestSection) }),
            ],
            Answers = [.. report.Answers.Select(Tidy)],
            Factors = [.. report.Factors.Select(f => f with { Name = Tidy(f.Name) })],
        };

    private Proposal Tidy(Proposal proposal) =>
        proposal with
        {
            Text = Need(proposal.Text, ChoosingRules.LongestText),
            Reason = May(proposal.Reason, ChoosingRules.LongestText) ?? "",
        };

    private Answer Tidy(Answer answer) =>
        answer with
        {
            Who = May(answer.Who, ClosingRules.LongestName),
            FirstStep = May(answer.FirstStep, ClosingRules.LongestText),
            Reason = May(answer.Reason, ClosingRules.LongestText),
            Outcomes = answer.Outcomes.ConvertAll(o => o with { Text = Need(o.Text, ClosingRules.LongestText) }),
        };

    private Wording Tidy(Wording name) =>
        new(Need(name.Nb, Factor.LongestName), May(name.Nn, Factor.LongestName), May(name.En, Factor.LongestName));

    private string Need(string? text, int maximum)
    {
        fault ??= FreeText.Require(text, maximum, "file", out _);
        return fault is null ? FreeText.Tidy(text!) : "";
    }

    private string? May(string? text, int maximum)
    {
        fault ??= FreeText.Accept(text, maximum, "file", out _);
        return fault is null && text is not null && FreeText.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
    }
}

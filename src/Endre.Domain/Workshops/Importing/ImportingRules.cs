using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Importing;

/// <summary>Makes a workshop from a report that was taken out of this or another Endre.</summary>
/// <param name="Id">A new id.</param>
/// <param name="Code">Six digits that no open workshop has.</param>
/// <param name="Facilitator">Who imports it.</param>
/// <param name="Report">The report.</param>
public sealed record ImportWorkshop(Guid Id, string Code, Facilitator Facilitator, WorkshopReport Report)
    : WorkshopCommand;

/// <summary>A workshop was made from a report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Six digits.</param>
/// <param name="Facilitator">Who imported it.</param>
/// <param name="Report">The report.</param>
public sealed record WorkshopImported(Guid Id, string Code, Facilitator Facilitator, WorkshopReport Report)
    : WorkshopEvent;

/// <summary>How a report becomes a workshop again.</summary>
public static class ImportingRules
{
    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ImportWorkshop command)
    {
        if (workshop.Sequence > 0)
        {
            return Refusal.Because("WorkshopExists");
        }
        if (!RunningRules.IsCode(command.Code))
        {
            return new Refusal("CodeMalformed", "code");
        }
        return Check(command.Report, out var report) is { } fault
            ? fault
            : new WorkshopImported(command.Id, command.Code, command.Facilitator, report);
    }

    private static Refusal? Check(WorkshopReport report, out WorkshopReport clean)
    {
        clean = report;
        if (report.Format != WorkshopReport.CurrentFormat)
        {
            return new Refusal("ReportFormatUnknown", "file", WorkshopReport.CurrentFormat);
        }
        if (report.Language is not ("nb" or "nn" or "en"))
        {
            return new Refusal("LanguageUnknown", "file");
        }
        if (ReportReferences.HasHoles(report))
        {
            return new Refusal("ReportIncomplete", "file");
        }
        if (report.Groups.Length is 0 or > GroupRules.MostGroups)
        {
            return new Refusal("GroupCountOutOfRange", "file", "60");
        }
        if (report.Notes.Length > NoteRules.MostNotes)
        {
            return new Refusal("TooManyNotes", "file");
        }
        return PlanRules.Check(report.Plan)
            ?? ReportTexts.Clean(report, out clean)
            ?? (ReportReferences.AreWhole(report) ? null : new Refusal("ReportIncomplete", "file"));
    }

    internal static Workshop Evolve(WorkshopImported imported, DateTimeOffset at)
    {
        var report = imported.Report;
        var groups = report.Groups.Select(g => new Group(g.Id, g.Number, g.Name)).ToImmutableList();
        var notes = report.Notes.Select((n, i) => NoteOf(n, i + 1)).ToImmutableDictionary(n => n.Id);
        return Workshop.None with
        {
            Id = imported.Id,
            Code = imported.Code,
            Title = report.Title,
            Language = report.Language,
            CreatedAt = report.HeldAt,
            ClosedAt = report.ClosedAt ?? at,
            IsJoinOpen = false,
            IsAllShared = true,
            Plan = report.Plan,
            QuestionNumbers = Paper.QuestionNumbers.Given(Workshop.None.QuestionNumbers, report.Plan),
            CurrentStep = report.FurthestStep,
            FurthestStep = report.FurthestStep,
            Groups = groups,
            HeadsByGroup = report.Groups.ToImmutableDictionary(g => g.Id, g => g.Heads),
            Facilitators = [imported.Facilitator],
            Seat = imported.Facilitator.PersonId,
            Presentations = Presenting.Presentations.None.For(groups),
            Notes = notes,
            Boards = BoardsOf(report).ToImmutableDictionary(b => b.Key),
            Interpretation = new Interpretation([.. report.Themes], [.. report.Interpretation], IsShared: true),
            Answers = report.Answers.ToImmutableDictionary(a => a.ProposalId),
            ImportedFactors = [.. report.Factors],
        };
    }

    private static IEnumerable<Board> BoardsOf(WorkshopReport report) =>
        from g in report.Groups
        from question in report.Plan.Questions
        let told = report.Boards.FirstOrDefault(b => b.GroupId == g.Id && b.QuestionId == question.Id)
        select Board.Empty(g.Id, question.Id) with
        {
            NoteIds = [.. report.Notes.Where(n => n.GroupId == g.Id && n.QuestionId == question.Id).Select(n => n.Id)],
            IsRevealed = true,
            IsShared = true,
            IsLabeling = true,
            Clusters = told?.Clusters ?? [],
            ClustersMade = told is null or { Clusters.IsEmpty: true } ? 0 : told.Clusters.Max(c => c.Number),
            Proposals = told?.Proposals ?? [],
            Voting = told is null or { Votes.IsEmpty: true } ? null : VotingRound.Counted(told.Votes),
        };

    private static Note NoteOf(ReportedNote note, long sequence) =>
        new(
            note.Id,
            note.GroupId,
            note.QuestionId,
            note.Half,
            note.Text,
            Ownership: "imported",
            note.IsLate,
            note.IsFromPaper,
            sequence,
            IsWithdrawn: false,
            note.MergedInto,
            note.Clusters
        )
        {
            // All notes of a report came with the first event.
            WordsAt = 1,
        };
}

using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Choosing;

namespace Endre.Domain.Workshops.Closing;

/// <summary>What is answered to a proposal.</summary>
public enum AnswerKind
{
    /// <summary>Tas videre: somebody takes it further.</summary>
    TakenFurther,

    /// <summary>Satt på vent, with a reason.</summary>
    Parked,

    /// <summary>Avslått, with a reason.</summary>
    Declined,
}

/// <summary>How it has gone since.</summary>
public enum Standing
{
    /// <summary>Nothing told yet.</summary>
    NotStarted,

    /// <summary>Under way.</summary>
    Started,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Stopped, with what was learned.</summary>
    Stopped,
}

/// <summary>The answer to a proposal: nothing proposed is left without one.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Kind">What is answered.</param>
/// <param name="Who">Who takes it further, ≤ 100 characters.</param>
/// <param name="FirstStep">The first step, ≤ 500 characters.</param>
/// <param name="DueOn">When the first step is due.</param>
/// <param name="Reason">Why it is parked or declined, ≤ 500 characters.</param>
/// <param name="Outcomes">What became of it, oldest first.</param>
public sealed record Answer(
    Guid ProposalId,
    AnswerKind Kind,
    string? Who,
    string? FirstStep,
    DateOnly? DueOn,
    string? Reason,
    ImmutableList<Outcome> Outcomes
);

/// <summary>What became of a proposal, told at a time.</summary>
/// <param name="On">The day it was told.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Text">In words, 1–500 characters.</param>
public sealed record Outcome(DateOnly On, Standing Standing, string Text);

/// <summary>Answers a proposal, or answers it anew.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Kind">What is answered.</param>
/// <param name="Who">Who takes it further; required when it is taken further.</param>
/// <param name="FirstStep">The first step; required when it is taken further.</param>
/// <param name="DueOn">When; required when it is taken further.</param>
/// <param name="Reason">Why; required when it is parked or declined.</param>
public sealed record AnswerProposal(
    Guid ProposalId,
    AnswerKind Kind,
    string? Who,
    string? FirstStep,
    DateOnly? DueOn,
    string? Reason
) : WorkshopCommand;

/// <summary>Tells what became of a proposal; also after the workshop is closed.</summary>
/// <param name="ProposalId">The proposal, which has an answer.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Text">In words, 1–500 characters.</param>
public sealed record TellOutcome(Guid ProposalId, Standing Standing, string? Text) : WorkshopCommand;

/// <summary>Closes the workshop. Refused while a proposal has no answer.</summary>
public sealed record CloseWorkshop : WorkshopCommand;

/// <summary>Opens a closed workshop again.</summary>
public sealed record ReopenWorkshop : WorkshopCommand;

/// <summary>A proposal was answered.</summary>
/// <param name="Answer">The answer from now on.</param>
public sealed record ProposalAnswered(Answer Answer) : WorkshopEvent;

/// <summary>It was told what became of a proposal.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record OutcomeTold(Guid ProposalId, Outcome Outcome) : WorkshopEvent;

/// <summary>The workshop was closed.</summary>
public sealed record WorkshopClosed : WorkshopEvent;

/// <summary>The workshop was opened again.</summary>
public sealed record WorkshopReopened : WorkshopEvent;

/// <summary>How proposals are answered and a workshop ends.</summary>
public static class ClosingRules
{
    /// <summary>The most characters of who takes a proposal further.</summary>
    public const int LongestName = 100;

    /// <summary>The most characters of a first step, a reason, an outcome.</summary>
    public const int LongestText = 500;

    /// <summary>All best proposals, by group and place.</summary>
    /// <param name="workshop">The workshop.</param>
    public static IEnumerable<Proposal> ProposalsOf(Workshop workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return from g in workshop.Groups
            from question in workshop.Plan.Questions
            from proposal in workshop.BoardOf(g.Id, question.Id).Proposals
            select proposal;
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, AnswerProposal command)
    {
        if (!ProposalsOf(workshop).Any(p => p.Id == command.ProposalId))
        {
            return new Refusal("ProposalUnknown", "proposalId");
        }
        var isTaken = command.Kind == AnswerKind.TakenFurther;
        if (Check(command.Who, LongestName, "who", isTaken, out var who) is { } noOne)
        {
            return noOne;
        }
        if (Check(command.FirstStep, LongestText, "firstStep", isTaken, out var firstStep) is { } noStep)
        {
            return noStep;
        }
        if (isTaken && command.DueOn is null)
        {
            return new Refusal("DateMissing", "dueOn");
        }
        if (Check(command.Reason, LongestText, "reason", !isTaken, out var reason) is { } noReason)
        {
            return noReason;
        }
        var told = workshop.Answers.GetValueOrDefault(command.ProposalId)?.Outcomes ?? [];
        return new ProposalAnswered(
            new Answer(command.ProposalId, command.Kind, who, firstStep, command.DueOn, reason, told)
        );
    }

    private static Refusal? Check(string? text, int maximum, string field, bool required, out string? clean)
    {
        var fault = required
            ? FreeText.Require(text, maximum, field, out var tidy)
            : FreeText.Accept(text, maximum, field, out tidy);
        clean = tidy.Length == 0 ? null : tidy;
        return fault;
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, TellOutcome command, DateTimeOffset now)
    {
        if (!workshop.Answers.ContainsKey(command.ProposalId))
        {
            return new Refusal("ProposalNotAnswered", "proposalId");
        }
        if (FreeText.Require(command.Text, LongestText, "text", out var text) is { } fault)
        {
            return fault;
        }
        return new OutcomeTold(
            command.ProposalId,
            new Outcome(DateOnly.FromDateTime(now.UtcDateTime), command.Standing, text)
        );
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, CloseWorkshop _)
    {
        if (workshop.IsClosed)
        {
            return Decision<WorkshopEvent>.Happened();
        }
        var open = ProposalsOf(workshop).Count(p => !workshop.Answers.ContainsKey(p.Id));
        return open == 0
            ? new WorkshopClosed()
            : new Refusal("ProposalsUnanswered", Field: null, open.ToString(CultureInfo.InvariantCulture));
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ReopenWorkshop _) =>
        workshop.IsClosed ? new WorkshopReopened() : Decision<WorkshopEvent>.Happened();

    internal static Workshop Evolve(Workshop workshop, ProposalAnswered answered) =>
        workshop with
        {
            Answers = workshop.Answers.SetItem(answered.Answer.ProposalId, answered.Answer),
        };

    internal static Workshop Evolve(Workshop workshop, OutcomeTold told)
    {
        var answer = workshop.Answers[told.ProposalId];
        return workshop with
        {
            Answers = workshop.Answers.SetItem(
                told.ProposalId,
                answer with
                {
                    Outcomes = answer.Outcomes.Add(told.Outcome),
                }
            ),
        };
    }
}

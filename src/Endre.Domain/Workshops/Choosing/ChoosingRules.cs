using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Choosing;

/// <summary>Puts a proposal among the best.</summary>
/// <param name="ProposalId">A new id.</param>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="NoteId">The note it comes from, or null when the group words it anew.</param>
/// <param name="Text">The wording, 1–500 characters; null takes the note's.</param>
public sealed record Propose(Guid ProposalId, string GroupId, string QuestionId, Guid? NoteId, string? Text)
    : WorkshopCommand;

/// <summary>Changes a proposal. What is null stays as it is.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Text">1–500 characters.</param>
/// <param name="Reason">≤ 500 characters.</param>
/// <param name="Reach">Who can do something about it.</param>
public sealed record ChangeProposal(Guid ProposalId, string? Text = null, string? Reason = null, Reach? Reach = null)
    : WorkshopCommand;

/// <summary>Moves a proposal to another place.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Place">From 1.</param>
public sealed record PlaceProposal(Guid ProposalId, int Place) : WorkshopCommand;

/// <summary>Takes a proposal out from among the best; the note stays.</summary>
/// <param name="ProposalId">The proposal.</param>
public sealed record RemoveProposal(Guid ProposalId) : WorkshopCommand;

/// <summary>The best proposals of a board from now on, in their places.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Proposals">All of them.</param>
public sealed record ProposalsChanged(string GroupId, string QuestionId, ImmutableList<Proposal> Proposals)
    : WorkshopEvent;

/// <summary>How a group draws out its best proposals.</summary>
public static class ChoosingRules
{
    /// <summary>The most characters of a proposal and of its reason.</summary>
    public const int LongestText = 500;

    /// <summary>The most proposals a group may hold up while it chooses; the task itself asks for three.</summary>
    public const int MostProposals = 10;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, Propose command, Actor actor)
    {
        if (SortingRules.Reach(workshop, command.GroupId, command.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        if (board.Proposals.Exists(p => p.Id == command.ProposalId))
        {
            return Decision<WorkshopEvent>.Happened();
        }
        if (workshop.Boards.Values.Any(b => b.Proposals.Exists(p => p.Id == command.ProposalId)))
        {
            return new Refusal("IdTaken", "id");
        }
        if (board.Proposals.Count >= MostProposals)
        {
            return new Refusal("TooManyProposals", Field: null, "10");
        }
        Note? note = null;
        if (command.NoteId is { } noteId)
        {
            note = workshop.Notes.GetValueOrDefault(noteId);
            if (note is null || !board.NoteIds.Contains(noteId) || note.IsWithdrawn)
            {
                return new Refusal("NoteUnknown", "noteId");
            }
            if (board.Proposals.Exists(p => p.NoteId == noteId))
            {
                return new Refusal("AlreadyProposed", "noteId");
            }
        }
        if (FreeText.Require(command.Text ?? note?.Text, LongestText, "text", out var text) is { } fault)
        {
            return fault;
        }
        return Changed(
            board,
            board.Proposals.Add(
                new Proposal(
                    command.ProposalId,
                    board.GroupId,
                    board.QuestionId,
                    text,
                    command.NoteId,
                    Reason: "",
                    Choosing.Reach.Unsaid
                )
            )
        );
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ChangeProposal command, Actor actor)
    {
        if (Find(workshop, command.ProposalId, actor, out var board, out var proposal) is { } refusal)
        {
            return refusal;
        }
        var text = proposal.Text;
        if (command.Text is not null && FreeText.Require(command.Text, LongestText, "text", out text) is { } fault)
        {
            return fault;
        }
        var reason = proposal.Reason;
        if (
            command.Reason is not null
            && FreeText.Accept(command.Reason, LongestText, "reason", out reason) is { } wrong
        )
        {
            return wrong;
        }
        var changed = proposal with { Text = text, Reason = reason, Reach = command.Reach ?? proposal.Reach };
        return changed == proposal
            ? Decision<WorkshopEvent>.Happened()
            : Changed(board, board.Proposals.ConvertAll(p => p.Id == changed.Id ? changed : p));
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, PlaceProposal command, Actor actor)
    {
        if (Find(workshop, command.ProposalId, actor, out var board, out var proposal) is { } refusal)
        {
            return refusal;
        }
        var index = Math.Clamp(command.Place - 1, 0, board.Proposals.Count - 1);
        return board.Proposals.IndexOf(proposal) == index
            ? Decision<WorkshopEvent>.Happened()
            : Changed(board, board.Proposals.Remove(proposal).Insert(index, proposal));
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, RemoveProposal command, Actor actor)
    {
        if (Find(workshop, command.ProposalId, actor, out var board, out var proposal) is { } refusal)
        {
            return refusal;
        }
        return workshop.Answers.ContainsKey(proposal.Id)
            ? Refusal.Because("ProposalAnswered")
            : Changed(board, board.Proposals.Remove(proposal));
    }

    /// <summary>
    /// What becomes of the proposals that came from a note when the note changes. Null when none did.
    /// </summary>
    /// <param name="board">The note's board.</param>
    /// <param name="note">The note as it was.</param>
    /// <param name="change">
    /// What becomes of a proposal that has the note's own words: null when it goes. One in the group's own words stays,
    /// and no longer points to a note that is gone.
    /// </param>
    internal static ProposalsChanged? Follow(Board board, Note note, Func<Proposal, Proposal?> change)
    {
        var followed = board
            .Proposals.Select(p =>
                p.NoteId != note.Id ? p
                : p.Text == note.Text ? change(p)
                : change(p) is null ? p with { NoteId = null }
                : p
            )
            .OfType<Proposal>()
            .ToImmutableList();
        return followed.SequenceEqual(board.Proposals)
            ? null
            : new ProposalsChanged(board.GroupId, board.QuestionId, followed);
    }

    private static Decision<WorkshopEvent> Changed(Board board, ImmutableList<Proposal> proposals) =>
        new ProposalsChanged(board.GroupId, board.QuestionId, proposals);

    private static Refusal? Find(
        Workshop workshop,
        Guid proposalId,
        Actor actor,
        out Board board,
        out Proposal proposal
    )
    {
        board = Board.Empty("", "");
        proposal = workshop.Boards.Values.SelectMany(b => b.Proposals).FirstOrDefault(p => p.Id == proposalId)!;
        return proposal is null
            ? new Refusal("ProposalUnknown", "proposalId")
            : SortingRules.Reach(workshop, proposal.GroupId, proposal.QuestionId, actor, out board);
    }

    internal static Workshop Evolve(Workshop workshop, ProposalsChanged changed) =>
        workshop.With(workshop.BoardOf(changed.GroupId, changed.QuestionId) with { Proposals = changed.Proposals });
}

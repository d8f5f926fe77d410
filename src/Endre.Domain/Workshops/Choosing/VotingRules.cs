using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops.Choosing;

/// <summary>Opens a blind round of votes on a board; one that was there before is replaced.</summary>
/// <param name="RoundId">A new id.</param>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Method">How it is counted.</param>
/// <param name="Budget">How many notes each votes for, 1–10.</param>
public sealed record OpenVoting(Guid RoundId, string GroupId, string QuestionId, VotingMethod Method, int Budget)
    : WorkshopCommand;

/// <summary>Casts this device's vote, or changes it while the round is open.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="NoteIds">The notes, none twice; for ranks the best first. Empty takes the vote back.</param>
public sealed record CastVote(string GroupId, string QuestionId, ImmutableList<Guid> NoteIds) : WorkshopCommand;

/// <summary>Closes the round; its result can be seen from now on.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
public sealed record CloseVoting(string GroupId, string QuestionId) : WorkshopCommand;

/// <summary>A round was opened.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="RoundId">The round.</param>
/// <param name="Method">How it is counted.</param>
/// <param name="Budget">How many notes each votes for.</param>
public sealed record VotingOpened(string GroupId, string QuestionId, Guid RoundId, VotingMethod Method, int Budget)
    : WorkshopEvent;

/// <summary>A vote was cast. It reaches nobody: the round is blind.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Mark">A mark that is the device's own for this round.</param>
/// <param name="Heads">How many people it stands for.</param>
/// <param name="NoteIds">The notes.</param>
public sealed record VoteCast(
    string GroupId,
    string QuestionId,
    [property: Concealed] string Mark,
    int Heads,
    ImmutableList<Guid> NoteIds
) : WorkshopEvent;

/// <summary>A round was closed.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
public sealed record VotingClosed(string GroupId, string QuestionId) : WorkshopEvent;

/// <summary>How a group votes: blind until it closes, ties shown, a help and never the decision.</summary>
public static class VotingRules
{
    /// <summary>The most notes each may vote for.</summary>
    public const int MostVotes = 10;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, OpenVoting command, Actor actor)
    {
        if (SortingRules.Reach(workshop, command.GroupId, command.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        if (command.Budget is < 1 or > MostVotes)
        {
            return new Refusal("BudgetOutOfRange", "budget", MostVotes.ToString(CultureInfo.InvariantCulture));
        }
        // The same round again is a phone that asks once more: what has been counted stays.
        return board.Voting?.Id == command.RoundId ? Decision<WorkshopEvent>.Happened()
            : board.Voting?.IsOpen == true ? Refusal.Because("VotingOpenAlready")
            : new VotingOpened(board.GroupId, board.QuestionId, command.RoundId, command.Method, command.Budget);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, CastVote command, Actor actor, Participant who)
    {
        if (SortingRules.Reach(workshop, command.GroupId, command.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        if (board.Voting is not { IsOpen: true } round)
        {
            return Refusal.Because("VotingClosed");
        }
        if (command.NoteIds.Count > round.Budget)
        {
            return new Refusal("TooManyVotes", "noteIds", round.Budget.ToString(CultureInfo.InvariantCulture));
        }
        if (command.NoteIds.Distinct().Count() != command.NoteIds.Count)
        {
            return new Refusal("VotedTwice", "noteIds");
        }
        if (command.NoteIds.Exists(id => !board.NoteIds.Contains(id) || !workshop.Notes[id].IsStanding))
        {
            return new Refusal("NoteUnknown", "noteIds");
        }
        var mark = actor.MarkFor($"vote/{round.Id:N}");
        var before = round.Ballots.GetValueOrDefault(mark);
        return before is not null && before.Heads == who.Heads && before.NoteIds.SequenceEqual(command.NoteIds)
            ? Decision<WorkshopEvent>.Happened()
            : new VoteCast(board.GroupId, board.QuestionId, mark, who.Heads, command.NoteIds);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, CloseVoting command, Actor actor)
    {
        if (SortingRules.Reach(workshop, command.GroupId, command.QuestionId, actor, out var board) is { } refusal)
        {
            return refusal;
        }
        return board.Voting is { IsOpen: true }
            ? new VotingClosed(board.GroupId, board.QuestionId)
            : Decision<WorkshopEvent>.Happened();
    }

    internal static Workshop Evolve(Workshop workshop, VotingOpened opened) =>
        Change(
            workshop,
            opened.GroupId,
            opened.QuestionId,
            _ => new VotingRound(
                opened.RoundId,
                opened.Method,
                opened.Budget,
                IsOpen: true,
                ImmutableDictionary<string, Ballot>.Empty
            )
        );

    internal static Workshop Evolve(Workshop workshop, VoteCast cast) =>
        Change(
            workshop,
            cast.GroupId,
            cast.QuestionId,
            round =>
                round! with
                {
                    Ballots = cast.NoteIds.IsEmpty
                        ? round.Ballots.Remove(cast.Mark)
                        : round.Ballots.SetItem(cast.Mark, new Ballot(cast.Heads, cast.NoteIds)),
                }
        );

    internal static Workshop Evolve(Workshop workshop, VotingClosed closed) =>
        Change(workshop, closed.GroupId, closed.QuestionId, round => round! with { IsOpen = false });

    private static Workshop Change(
        Workshop workshop,
        string groupId,
        string questionId,
        Func<VotingRound?, VotingRound> change
    )
    {
        var board = workshop.BoardOf(groupId, questionId);
        return workshop.With(board with { Voting = change(board.Voting) });
    }
}

using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Choosing;

public sealed class VotingRulesTests
{
    private readonly ABoardToChooseFrom board = new();

    [Fact]
    public void A_round_is_blind_until_it_closes()
    {
        var opened = board.When(board.Kari, new OpenVoting(Guid.CreateVersion7(), "g1", "q2", VotingMethod.Dots, 2));
        opened.Then<VotingOpened>();
        opened.Audiences.ShouldBe([Audience.Group("g1")]);
        board.When(board.Ola, new CastVote("g1", "q2", [board.First])).Audiences.ShouldBe([Audience.Nobody]);
        board.Result.ShouldBeEmpty();
        var closed = board.When(board.Ola, new CloseVoting("g1", "q2"));
        closed.Then<VotingClosed>();
        closed.Audiences.ShouldBe([Audience.Group("g1")]);
        board.Result.ShouldBe([new VoteResult(board.First, 1, 1)]);
        board.When(board.Ola, new CloseVoting("g1", "q2")).ThenNothing();
    }

    [Fact]
    public void A_vote_names_nobody_and_cannot_be_joined_with_a_note()
    {
        board.Voting();
        var cast = board.When(board.Ola, new CastVote("g1", "q2", [board.Third])).Then<VoteCast>();
        cast.Mark.ShouldNotContain(board.Ola.Id.ToString("N"));
        cast.Mark.ShouldNotBe(board.Given.Workshop.Notes[board.Third].Ownership);
        cast.Mark.ShouldNotBe(board.Ola.MarkFor("sorting"));
    }

    [Fact]
    public void Ties_share_a_place() =>
        board
            .Voting()
            .Votes(board.Kari, board.First, board.Second)
            .Votes(board.Ola, board.First, board.Second, board.Third)
            .Counted()
            .Select(r => (r.Points, r.Place))
            .ShouldBe([(2, 1), (2, 1), (1, 3)]);

    [Fact]
    public void What_lies_under_a_note_counts_with_it_as_long_as_it_lies_there()
    {
        board
            .Voting()
            .Votes(board.Kari, board.First, board.Second)
            .Votes(board.Ola, board.Second, board.Third)
            .Counted();
        board.And(board.Kari, new MergeNote(board.First, board.Third));
        board
            .Result.Select(r => (r.NoteId, r.Points, r.Place))
            .ShouldBe([(board.Second, 2, 1), (board.Third, 2, 1)], ignoreOrder: true);
        board.And(board.Kari, new SplitNote(board.First));
        board.Result.Count.ShouldBe(3);
    }

    [Fact]
    public void What_was_withdrawn_takes_no_place()
    {
        board.Voting().Votes(board.Kari, board.First, board.Third).Votes(board.Ola, board.First).Counted();
        board.And(board.Kari, new WithdrawNote(board.First));
        board.Result.ShouldBe([new VoteResult(board.Third, 1, 1)]);
    }

    [Fact]
    public void A_phone_that_two_share_counts_two()
    {
        board.And(board.Kari, new ChangeWhoIsHere(null, 2, IsScribe: false)).Voting();
        board.Votes(board.Kari, board.Second).Votes(board.Ola, board.First);
        board.Counted().ShouldBe([new VoteResult(board.Second, 2, 1), new VoteResult(board.First, 1, 2)]);
    }

    [Fact]
    public void A_vote_is_changed_and_taken_back_while_the_round_is_open()
    {
        board.Voting().Votes(board.Kari, board.First).Votes(board.Kari, board.Second);
        board.When(board.Kari, new CastVote("g1", "q2", [board.Second])).ThenNothing();
        board.Votes(board.Ola, board.First).Votes(board.Ola);
        board.Counted().ShouldBe([new VoteResult(board.Second, 1, 1)]);
    }

    [Fact]
    public void The_best_of_five_gets_five_points()
    {
        board.Given.Wrote(board.Kari, out var fourth, "D", "q2").Wrote(board.Kari, out var fifth, "E", "q2");
        board.Voting(VotingMethod.Ranks, budget: 5);
        board
            .Votes(board.Kari, board.Third, board.First, board.Second, fourth, fifth)
            .Votes(board.Ola, board.Third, board.First);
        board
            .Counted()
            .ShouldBe([
                new VoteResult(board.Third, 10, 1),
                new VoteResult(board.First, 8, 2),
                new VoteResult(board.Second, 3, 3),
                new VoteResult(fourth, 2, 4),
                new VoteResult(fifth, 1, 5),
            ]);
    }

    [Fact]
    public void A_ballot_is_held_to_its_rules()
    {
        board.When(board.Kari, new CastVote("g1", "q2", [board.First])).ThenRefused("VotingClosed");
        board.Voting(budget: 2);
        board
            .When(board.Kari, new CastVote("g1", "q2", [board.First, board.Second, board.Third]))
            .ThenRefused("TooManyVotes", "noteIds", "2");
        board
            .When(board.Kari, new CastVote("g1", "q2", [board.First, board.First]))
            .ThenRefused("VotedTwice", "noteIds");
        board.When(board.Kari, new CastVote("g1", "q2", [Guid.CreateVersion7()])).ThenRefused("NoteUnknown", "noteIds");
        board.When(board.Per, new CastVote("g1", "q2", [board.First])).ThenRefused("NotYourGroup");
        board.Counted();
        board.When(board.Kari, new CastVote("g1", "q2", [board.First])).ThenRefused("VotingClosed");
    }

    [Fact]
    public void Only_notes_that_stand_get_votes()
    {
        board
            .And(board.Kari, new MergeNote(board.Second, board.First))
            .And(board.Ola, new WithdrawNote(board.Third))
            .Voting();
        board.When(board.Kari, new CastVote("g1", "q2", [board.Second])).ThenRefused("NoteUnknown", "noteIds");
        board.When(board.Kari, new CastVote("g1", "q2", [board.Third])).ThenRefused("NoteUnknown", "noteIds");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Each_has_one_to_ten_votes(int budget) =>
        board
            .When(board.Kari, new OpenVoting(Guid.CreateVersion7(), "g1", "q2", VotingMethod.Dots, budget))
            .ThenRefused("BudgetOutOfRange", "budget", "10");

    [Fact]
    public void There_is_one_round_at_a_time_and_a_new_one_takes_its_place()
    {
        board.Voting().Votes(board.Kari, board.First);
        board
            .When(board.Ola, new OpenVoting(Guid.CreateVersion7(), "g1", "q2", VotingMethod.Ranks, 5))
            .ThenRefused("VotingOpenAlready");
        board.Counted();
        board.Voting(VotingMethod.Ranks, 5).Counted().ShouldBeEmpty();
    }

    [Fact]
    public void Opening_the_same_round_again_keeps_what_has_been_counted()
    {
        var open = new OpenVoting(Guid.CreateVersion7(), "g1", "q2", VotingMethod.Dots, 3);
        board.And(board.Kari, open).Votes(board.Ola, board.First);
        board.When(board.Kari, open).ThenNothing();
        board.Counted();
        board.When(board.Kari, open).ThenNothing();
        board.Result.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_facilitator_may_open_and_close_a_round_and_has_no_vote()
    {
        board.And(Siv, new OpenVoting(Guid.CreateVersion7(), "g1", "q2", VotingMethod.Dots, 3));
        board.When(Siv, new CastVote("g1", "q2", [board.First])).ThenRefused("ParticipantUnknown");
        board.When(Siv, new CloseVoting("g1", "q2")).Then<VotingClosed>();
    }
}

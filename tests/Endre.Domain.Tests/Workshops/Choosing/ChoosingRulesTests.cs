using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Running;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Choosing;

public sealed class ChoosingRulesTests
{
    private readonly ABoardToChooseFrom board = new();

    [Fact]
    public void A_note_becomes_a_proposal_in_its_own_words()
    {
        var proposed = board.When(board.Kari, new Propose(Guid.CreateVersion7(), "g1", "q2", board.First, Text: null));
        var proposal = proposed.Then<ProposalsChanged>().Proposals.ShouldHaveSingleItem();
        (proposal.Text, proposal.NoteId, proposal.Reason).ShouldBe(("Tavlemøte", board.First, ""));
        proposal.Reach.ShouldBe(Endre.Domain.Workshops.Choosing.Reach.Unsaid);
        proposed.Audiences.ShouldBe([Audience.Group("g1")]);
    }

    [Fact]
    public void A_proposal_may_be_worded_anew()
    {
        board.Proposed(out _, board.First, " Tavlemøte hver mandag ").Proposed(out _, note: null, "Noe helt annet");
        board.Board.Proposals.Select(p => p.Text).ShouldBe(["Tavlemøte hver mandag", "Noe helt annet"]);
    }

    [Fact]
    public void Each_proposal_gets_a_reason_and_says_who_can_do_it()
    {
        board.Proposed(out var id, board.First);
        board.And(board.Ola, new ChangeProposal(id, Reason: "Det virket på Solbakken"));
        board.And(board.Ola, new ChangeProposal(id, Reach: Endre.Domain.Workshops.Choosing.Reach.OurOwn));
        var proposal = board.Board.Proposals[0];
        (proposal.Text, proposal.Reason).ShouldBe(("Tavlemøte", "Det virket på Solbakken"));
        proposal.Reach.ShouldBe(Endre.Domain.Workshops.Choosing.Reach.OurOwn);
        board.When(board.Ola, new ChangeProposal(id)).ThenNothing();
        board.And(board.Ola, new ChangeProposal(id, Reason: "")).Board.Proposals[0].Reason.ShouldBe("");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_group_with_two_or_five_best_may_go_on(int count)
    {
        for (var i = 0; i < count; i++)
        {
            board.Proposed(out _, note: null, $"Forslag {i}");
        }
        board.Given.At("present").Workshop.Current.Id.ShouldBe("present");
        board.Board.Proposals.Count.ShouldBe(count);
    }

    [Fact]
    public void A_group_holds_up_at_most_ten()
    {
        for (var i = 0; i < 10; i++)
        {
            board.Proposed(out _, note: null, $"Forslag {i}");
        }
        board
            .When(board.Kari, new Propose(Guid.CreateVersion7(), "g1", "q2", null, "Ellevte"))
            .ThenRefused("TooManyProposals", field: null, "10");
    }

    [Fact]
    public void Proposals_change_places()
    {
        board.Proposed(out var a, board.First).Proposed(out var b, board.Second).Proposed(out var c, board.Third);
        board.And(board.Kari, new PlaceProposal(c, 1)).Board.Proposals.Select(p => p.Id).ShouldBe([c, a, b]);
        board.And(board.Kari, new PlaceProposal(c, 99)).Board.Proposals.Select(p => p.Id).ShouldBe([a, b, c]);
        board.When(board.Kari, new PlaceProposal(c, 3)).ThenNothing();
        board
            .When(board.Kari, new PlaceProposal(Guid.CreateVersion7(), 1))
            .ThenRefused("ProposalUnknown", "proposalId");
    }

    [Fact]
    public void A_proposal_that_is_taken_out_leaves_its_note()
    {
        board.Proposed(out var id, board.First).And(board.Ola, new RemoveProposal(id)).Board.Proposals.ShouldBeEmpty();
        board.Given.Workshop.Notes[board.First].IsStanding.ShouldBeTrue();
        board.When(board.Ola, new RemoveProposal(id)).ThenRefused("ProposalUnknown", "proposalId");
    }

    [Fact]
    public void A_proposal_that_is_answered_is_not_taken_out()
    {
        board.Proposed(out var id, board.First);
        board.And(Siv, new AnswerProposal(id, AnswerKind.Parked, null, null, null, "Ikke i år"));
        board.When(board.Kari, new RemoveProposal(id)).ThenRefused("ProposalAnswered");
    }

    [Fact]
    public void The_same_proposal_again_is_no_fault_and_the_same_note_twice_is()
    {
        board.Proposed(out var id, board.First);
        board.When(board.Kari, new Propose(id, "g1", "q2", board.First, null)).ThenNothing();
        board
            .When(board.Ola, new Propose(Guid.CreateVersion7(), "g1", "q2", board.First, null))
            .ThenRefused("AlreadyProposed", "noteId");
    }

    [Fact]
    public void An_id_that_another_group_has_is_taken()
    {
        board.Proposed(out var id, board.First);
        board.When(board.Per, new Propose(id, "g2", "q2", null, "Vårt")).ThenRefused("IdTaken", "id");
    }

    [Fact]
    public void A_proposal_comes_from_a_note_of_the_group_that_is_there()
    {
        board.Given.Wrote(board.Per, out var elsewhere, question: "q2");
        board
            .When(board.Kari, new Propose(Guid.CreateVersion7(), "g1", "q2", elsewhere, null))
            .ThenRefused("NoteUnknown", "noteId");
        board.And(board.Ola, new WithdrawNote(board.Third));
        board
            .When(board.Kari, new Propose(Guid.CreateVersion7(), "g1", "q2", board.Third, "Ros"))
            .ThenRefused("NoteUnknown", "noteId");
    }

    [Fact]
    public void A_proposal_s_texts_are_held_to_their_rules()
    {
        board.Proposed(out var id, board.First);
        board
            .When(board.Kari, new Propose(Guid.CreateVersion7(), "g1", "q2", null, null))
            .ThenRefused("TextMissing", "text");
        board.When(board.Kari, new ChangeProposal(id, Text: " ")).ThenRefused("TextMissing", "text");
        board.When(board.Kari, new ChangeProposal(id, new string('x', 501))).ThenRefused("TextTooLong", "text");
        board
            .When(board.Kari, new ChangeProposal(id, Reason: new string('x', 501)))
            .ThenRefused("TextTooLong", "reason");
        board
            .When(board.Kari, new ChangeProposal(id, Reason: "01019012345"))
            .ThenRefused("NationalIdentityNumber", "reason");
    }

    [Fact]
    public void Another_group_does_not_choose_and_neither_does_anybody_on_a_locked_board()
    {
        board.Proposed(out var id, board.First);
        board.When(board.Per, new ChangeProposal(id, "Bedre")).ThenRefused("NotYourGroup");
        board.When(board.Per, new RemoveProposal(id)).ThenRefused("NotYourGroup");
        board.And(Siv, new SetLock(IsLocked: true));
        board.When(board.Kari, new PlaceProposal(id, 1)).ThenRefused("BoardsLocked");
    }

    [Fact]
    public void A_proposal_in_the_note_s_own_words_follows_the_note()
    {
        board.Proposed(out _, board.First).Proposed(out _, board.Second, "Fast time på onsdag");
        board
            .When(board.Kari, new EditNote(board.First, "Tavlemøte uten navn"))
            .ThenAll(typeof(NoteEdited), typeof(ProposalsChanged));
        board.When(board.Kari, new EditNote(board.Second, "Fast tid")).Then<NoteEdited>();
        board.Board.Proposals.Select(p => p.Text).ShouldBe(["Tavlemøte uten navn", "Fast time på onsdag"]);
    }

    [Fact]
    public void A_withdrawn_note_does_not_live_on_as_a_proposal()
    {
        board.Proposed(out _, board.First).Proposed(out var own, board.Second, "Fast time på onsdag");
        board.When(Siv, new WithdrawNote(board.First)).ThenAll(typeof(NoteWithdrawn), typeof(ProposalsChanged));
        board.And(board.Kari, new WithdrawNote(board.Second));
        var left = board.Board.Proposals.ShouldHaveSingleItem();
        (left.Id, left.Text, left.NoteId).ShouldBe((own, "Fast time på onsdag", null));
    }
}

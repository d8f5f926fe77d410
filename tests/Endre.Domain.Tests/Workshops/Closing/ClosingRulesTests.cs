using Endre.Domain.Tests.Workshops.Choosing;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Closing;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Closing;

public sealed class ClosingRulesTests
{
    private static readonly DateOnly Due = new(2026, 3, 20);

    private readonly ABoardToChooseFrom board = new();
    private readonly Guid first;
    private readonly Guid second;

    public ClosingRulesTests() => board.Proposed(out first, board.First).Proposed(out second, board.Second);

    [Fact]
    public void A_proposal_is_taken_further_by_somebody_with_a_first_step_and_a_date()
    {
        var answered = board.When(Siv, Taken(first) with { Who = " Åse ", FirstStep = " Bestille tavle " });
        var answer = answered.Then<ProposalAnswered>().Answer;
        (answer.Who, answer.FirstStep, answer.DueOn, answer.Reason).ShouldBe(("Åse", "Bestille tavle", Due, null));
        answered.Audiences.ShouldBe([Audience.Everyone]);
    }

    [Fact]
    public void Taking_further_needs_who_what_and_when()
    {
        board.When(Siv, Taken(first) with { Who = " " }).ThenRefused("TextMissing", "who");
        board.When(Siv, Taken(first) with { FirstStep = null }).ThenRefused("TextMissing", "firstStep");
        board.When(Siv, Taken(first) with { DueOn = null }).ThenRefused("DateMissing", "dueOn");
        board.When(Siv, Taken(first) with { Who = new string('x', 101) }).ThenRefused("TextTooLong", "who");
        board.When(Siv, Taken(first) with { FirstStep = new string('x', 501) }).ThenRefused("TextTooLong", "firstStep");
    }

    [Theory]
    [InlineData(AnswerKind.Parked)]
    [InlineData(AnswerKind.Declined)]
    public void A_no_and_a_not_now_need_a_reason(AnswerKind kind)
    {
        board.When(Siv, new AnswerProposal(first, kind, null, null, null, " ")).ThenRefused("TextMissing", "reason");
        var answered = board.When(Siv, new AnswerProposal(first, kind, null, null, null, "Pengene er brukt i år"));
        answered.Then<ProposalAnswered>().Answer.Reason.ShouldBe("Pengene er brukt i år");
    }

    [Fact]
    public void Only_what_was_proposed_is_answered() =>
        board.When(Siv, Taken(Guid.CreateVersion7())).ThenRefused("ProposalUnknown", "proposalId");

    [Fact]
    public void A_workshop_closes_when_everything_proposed_has_an_answer()
    {
        board.When(Siv, new CloseWorkshop()).ThenRefused("ProposalsUnanswered", field: null, "2");
        board
            .And(Siv, Taken(first))
            .When(Siv, new CloseWorkshop())
            .ThenRefused("ProposalsUnanswered", field: null, "1");
        board.And(Siv, Taken(second)).When(Siv, new CloseWorkshop()).Then<WorkshopClosed>();
        board.Given.Workshop.ClosedAt.ShouldBe(board.Given.Now);
        board.When(Siv, new CloseWorkshop()).ThenNothing();
    }

    [Fact]
    public void A_closed_workshop_is_opened_again()
    {
        var given = AWorkshop().And(Siv, new CloseWorkshop());
        given.When(Siv, new ReopenWorkshop()).Then<WorkshopReopened>();
        given.Workshop.IsClosed.ShouldBeFalse();
        given.When(Siv, new ReopenWorkshop()).ThenNothing();
    }

    [Fact]
    public void What_became_of_it_is_told_also_after_the_workshop_is_closed()
    {
        board.And(Siv, Taken(first)).And(Siv, Taken(second)).And(Siv, new CloseWorkshop());
        board.Given.Later(TimeSpan.FromDays(30));
        var told = board.When(Siv, new TellOutcome(first, Standing.Started, " Tavla henger "));
        told.Then<OutcomeTold>()
            .Outcome.ShouldBe(
                new Domain.Workshops.Closing.Outcome(new DateOnly(2026, 4, 1), Standing.Started, "Tavla henger")
            );
        told.Audiences.ShouldBe([Audience.Everyone]);
        board.And(Siv, new TellOutcome(first, Standing.Done, "Den brukes hver mandag"));
        board
            .Given.Workshop.Answers[first]
            .Outcomes.Select(o => o.Standing)
            .ShouldBe([Standing.Started, Standing.Done]);
    }

    [Fact]
    public void An_outcome_needs_an_answer_and_words()
    {
        board
            .When(Siv, new TellOutcome(first, Standing.Done, "Ferdig"))
            .ThenRefused("ProposalNotAnswered", "proposalId");
        board
            .And(Siv, Taken(first))
            .When(Siv, new TellOutcome(first, Standing.Done, ""))
            .ThenRefused("TextMissing", "text");
    }

    [Fact]
    public void A_new_answer_keeps_what_has_been_told()
    {
        board.And(Siv, Taken(first)).And(Siv, new TellOutcome(first, Standing.Stopped, "Vi lærte at …"));
        board.And(Siv, new AnswerProposal(first, AnswerKind.Parked, null, null, null, "Vent til høsten"));
        board.Given.Workshop.Answers[first].Kind.ShouldBe(AnswerKind.Parked);
        board.Given.Workshop.Answers[first].Outcomes.ShouldHaveSingleItem();
    }

    private static AnswerProposal Taken(Guid proposalId) =>
        new(proposalId, AnswerKind.TakenFurther, "Åse", "Bestille tavle", Due, Reason: null);
}

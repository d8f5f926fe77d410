using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Hassles.Removals;

public sealed class RemovalRulesTests
{
    private static readonly DateOnly Wednesday = new(2026, 3, 4);
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Guid Boss = Guid.CreateVersion7();
    private static readonly Effort Zero = Effort.Unknown;

    [Fact]
    public void Gone_says_what_was_done_and_what_it_costs_now()
    {
        var hassle = Do(Said(), Answered(HassleState.WillDo, 0));
        var gone = Do(hassle, new RemoveHassle(Witness.Answerer, Boss, " Ny skriver. ", Zero, After: 1));
        gone.State.ShouldBe(HassleState.Gone);
        gone.IsUnanswered.ShouldBeFalse();
        gone.Removal.ShouldBe(new Removal("Ny skriver.", Effort.Nothing, Monday, Wednesday));
        var message = gone.Thread[^1];
        (message.Text, message.Answer, message.PersonId, message.IsFromWriter).ShouldBe(
            ("Ny skriver.", HassleState.Gone, Boss, false)
        );
        var price = Price.Of(gone);
        price.Before!.Value.ShouldBe(306.67, 0.01);
        price.After.ShouldBe(0);
        price.Saved!.Value.ShouldBe(306.67, 0.01);
    }

    [Theory]
    [InlineData(Speaker.Named, true)]
    [InlineData(Speaker.Leader, true)]
    [InlineData(Speaker.Anonymous, false)]
    public void The_writer_says_it_with_the_day_only_where_the_day_was_told(Speaker speaker, bool hasDay)
    {
        var gone = Do(Said(speaker), new RemoveHassle(Witness.Writer, null, "Den er borte", Zero, After: 0));
        gone.Removal!.Day.ShouldBe(hasDay ? Wednesday : null);
        gone.Removal.Week.ShouldBe(Monday);
        (gone.Thread[^1].IsFromWriter, gone.Thread[^1].PersonId).ShouldBe((true, null));
    }

    [Fact]
    public void A_colleague_says_that_it_is_not_gone_and_nothing_tells_who()
    {
        var gone = Gone(Said());
        var back = Do(gone, new ReturnHassle(Witness.Colleague, Boss, "Den står igjen", After: 1));
        back.State.ShouldBe(HassleState.Waiting);
        (back.Removal, back.Promise).ShouldBe((null, null));
        var message = back.Thread[^1];
        (message.PersonId, message.Day, message.IsFromWriter, message.Answer).ShouldBe(
            (null, null, false, HassleState.Waiting)
        );
        Price.Of(back).After.ShouldBeNull();
        var again = Do(back, new RemoveHassle(Witness.Answerer, Boss, "Byttet på nytt", Zero, After: 2));
        again.Removal!.Done.ShouldBe("Byttet på nytt");
        again.Thread.Count.ShouldBe(3);
    }

    [Fact]
    public void What_is_left_is_as_before_where_nobody_says_otherwise()
    {
        Left(Effort.Unknown).ShouldBe(Effort.Nothing);
        Left(new Effort(0, 5, 8)).ShouldBe(Effort.Nothing);
        Left(new Effort(2, null, null)).ShouldBe(new Effort(2, 5, 8));
        Left(new Effort(null, 1, null)).ShouldBe(new Effort(10, 1, 8));
        Left(new Effort(3, 4, 2)).ShouldBe(new Effort(3, 4, 2));
        static Effort Left(Effort left) =>
            Do(Said(), new RemoveHassle(Witness.Answerer, Boss, "Gjort", left, After: 0)).Removal!.Left;
    }

    [Fact]
    public void What_cannot_be_used_is_refused_at_its_field()
    {
        Refused(Said(), Remove(" ")).ShouldBe(new Refusal("DoneMissing", "done"));
        Refused(Said(), Remove(new string('a', 501))).Field.ShouldBe("done");
        Refused(Said(), Remove("Spør 13097248022")).Reason.ShouldBe("NationalIdentityNumber");
        Refused(Said(), Remove("Gjort", new Effort(1441, null, null))).Field.ShouldBe("minutes");
        Refused(Said(), Remove("Gjort", new Effort(-1, null, null))).Field.ShouldBe("minutes");
        Refused(Said(), Remove("Gjort", new Effort(1, 501, null))).Field.ShouldBe("timesPerWeek");
        Refused(Said(), Remove("Gjort", new Effort(1, null, 0))).Field.ShouldBe("people");
        Refused(Said(), Remove("Gjort") with { After = 3 }).Reason.ShouldBe("ThreadGrown");
        Refused(Gone(Said()), Remove("Igjen") with { After = 1 }).Reason.ShouldBe("AlreadyGone");
        var back = new ReturnHassle(Witness.Writer, null, "Nei", After: 0);
        Refused(Said(), back).Reason.ShouldBe("NotGone");
        Refused(Gone(Said()), back with { After = 1, Reason = "" })
            .ShouldBe(new Refusal("ReturnReasonMissing", "reason"));
        Refused(Gone(Said()), Answered(HassleState.WillDo, 1)).Reason.ShouldBe("AnswerAfterGone");
        Refused(Said(), Answered(HassleState.Gone, 0)).Reason.ShouldBe("AnswerUnknown");
    }

    [Fact]
    public void A_form_that_is_sent_twice_removes_and_returns_once()
    {
        var gone = Gone(Said());
        HassleRules.Decide(gone, Remove("Ny skriver"), Wednesday).IsRefused.ShouldBeFalse();
        HassleRules.Decide(gone, Remove("Ny skriver"), Wednesday).Events.ShouldBeEmpty();
        var back = new ReturnHassle(Witness.Writer, null, "Nei", After: 1);
        var returned = Do(gone, back);
        HassleRules.Decide(returned, back, Wednesday).IsRefused.ShouldBeFalse();
        HassleRules.Decide(returned, back, Wednesday).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Withdrawing_what_is_gone_erases_what_was_done_too()
    {
        var withdrawn = Do(Gone(Said()), new WithdrawHassle());
        (withdrawn.Removal, withdrawn.Promise, withdrawn.State).ShouldBe((null, null, HassleState.Withdrawn));
        withdrawn.Thread.ShouldAllBe(message => message.Text == "");
        Refused(withdrawn, Remove("Gjort") with { After = 1 }).Reason.ShouldBe("HassleWithdrawn");
    }

    [Fact]
    public void A_promise_says_who_and_by_when_with_gjør_vi_and_with_nothing_else()
    {
        var promise = new Promise(" Per ", Wednesday.AddDays(9));
        var kept = new Promise("Per", Wednesday.AddDays(9));
        var answered = Do(Said(), Answered(HassleState.WillDo, 0, promise));
        answered.Promise.ShouldBe(kept);
        Do(answered, Answered(null, 1, promise)).Promise.ShouldBe(kept, "a message changes no promise");
        Do(answered, Answered(HassleState.WillNot, 1, promise)).Promise.ShouldBeNull();
        Do(Said(), Answered(HassleState.WillDo, 0, new Promise(" ", null))).Promise.ShouldBeNull();
        Do(Said(), Answered(HassleState.WillDo, 0, new Promise(null, Wednesday))).Promise!.By.ShouldBe(Wednesday);
        Refused(Said(), Answered(HassleState.WillDo, 0, new Promise(null, Wednesday.AddDays(-1))))
            .ShouldBe(new Refusal("PromiseInThePast", "by"));
        Refused(Said(), Answered(HassleState.WillDo, 0, new Promise(null, Wednesday.AddYears(3)))).Field.ShouldBe("by");
        Refused(Said(), Answered(HassleState.WillDo, 0, new Promise(new string('a', 101), null))).Field.ShouldBe("who");
    }

    [Fact]
    public void The_leader_takes_a_text_off_the_screen_and_lets_it_on_again()
    {
        var off = Do(Said(), new PutOnScreen(Boss, IsShown: false));
        off.IsOffScreen.ShouldBeTrue();
        HassleRules.Decide(off, new PutOnScreen(Boss, IsShown: false), Wednesday).Events.ShouldBeEmpty();
        Do(off, new PutOnScreen(Boss, IsShown: true)).IsOffScreen.ShouldBeFalse();
    }

    private static RemoveHassle Remove(string done, Effort? left = null) =>
        new(Witness.Answerer, Boss, done, left ?? Zero, After: 0);

    private static AnswerHassle Answered(HassleState? answer, int after, Promise? promise = null) =>
        new(Boss, answer, "Fordi", after) { Promise = promise };

    private static Hassle Gone(Hassle hassle) => Do(hassle, Remove("Ny skriver"));

    private static Hassle Said(Speaker speaker = Speaker.Named)
    {
        var say = new SayHassle(
            HassleId.New(),
            Guid.CreateVersion7(),
            speaker,
            "Skriveren står.",
            new Effort(10, 5, 8),
            "Kari",
            Guid.CreateVersion7(),
            "hash"
        );
        return HassleRules.Evolve(hassle: null, HassleRules.Say(say, Wednesday).Events.Single());
    }

    private static Refusal Refused(Hassle hassle, HassleCommand command) =>
        HassleRules.Decide(hassle, command, Wednesday).Refusal.ShouldNotBeNull();

    private static Hassle Do(Hassle hassle, HassleCommand command)
    {
        var decision = HassleRules.Decide(hassle, command, Wednesday);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(hassle, HassleRules.Evolve);
    }
}

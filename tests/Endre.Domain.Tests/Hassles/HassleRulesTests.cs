using Endre.Domain.Hassles;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Hassles;

public sealed class HassleRulesTests
{
    private static readonly DateOnly Wednesday = new(2026, 3, 4);
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Guid Kari = Guid.CreateVersion7();
    private static readonly Guid Boss = Guid.CreateVersion7();
    private static readonly SayHassle Printer = new(
        HassleId.New(),
        Guid.CreateVersion7(),
        Speaker.Named,
        "  Skriveren på vaktrommet står.  ",
        new Effort(10, 5, 8),
        "Kari",
        Kari,
        "hash"
    );

    [Theory]
    [InlineData(Speaker.Named, true)]
    [InlineData(Speaker.Named, false)]
    [InlineData(Speaker.Leader, true)]
    [InlineData(Speaker.Leader, false)]
    [InlineData(Speaker.Anonymous, true)]
    [InlineData(Speaker.Anonymous, false)]
    public void Only_what_is_kept_is_in_what_was_said(Speaker speaker, bool isSignedIn)
    {
        var hassle = Said(Printer with { Speaker = speaker, PersonId = isSignedIn ? Kari : null });
        bool Keeps(HassleField field) => Keeping.Keeps(speaker, isSignedIn, field);
        (hassle.Day is not null).ShouldBe(Keeps(HassleField.Day));
        (hassle.Name is not null).ShouldBe(Keeps(HassleField.Name));
        (hassle.PersonId is not null).ShouldBe(Keeps(HassleField.Account));
        (hassle.ClaimHash is not null).ShouldBe(Keeps(HassleField.ClaimCode));
        hassle.Text.ShouldBe("Skriveren på vaktrommet står.");
        hassle.Week.ShouldBe(Monday);
        hassle.State.ShouldBe(HassleState.Waiting);
    }

    [Fact]
    public void A_week_begins_on_monday()
    {
        HassleRules.WeekOf(Monday).ShouldBe(Monday);
        HassleRules.WeekOf(Monday.AddDays(6)).ShouldBe(Monday);
        HassleRules.WeekOf(Monday.AddDays(7)).ShouldBe(Monday.AddDays(7));
        HassleRules.WeekOf(new DateOnly(2027, 1, 1)).ShouldBe(new DateOnly(2026, 12, 28));
    }

    [Fact]
    public void Hours_a_year_follow_from_what_is_said()
    {
        new Effort(10, 5, 8).HoursAYear!.Value.ShouldBe(306.67, 0.01);
        new Effort(10, 5, null).HoursAYear!.Value.ShouldBe(38.33, 0.01);
        new Effort(10, null, 8).HoursAYear.ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_used_is_refused_at_its_field()
    {
        Refused(Printer with { Text = " " }).ShouldBe(new Refusal("TextMissing", "text"));
        Refused(Printer with { Text = new string('a', 501) }).Reason.ShouldBe("TextTooLong");
        Refused(Printer with { Text = "Pasient 13097248022" }).Reason.ShouldBe("NationalIdentityNumber");
        Refused(Printer with { PersonId = null, Name = " " }).ShouldBe(new Refusal("NameMissing", "name"));
        Refused(Printer with { PersonId = null, Name = new string('a', 101) }).Field.ShouldBe("name");
        Refused(Printer with { Effort = new Effort(0, null, null) }).Field.ShouldBe("minutes");
        Refused(Printer with { Effort = new Effort(1441, null, null) }).Details.ShouldBe(["1440"]);
        Refused(Printer with { Effort = new Effort(1, double.NaN, null) }).Field.ShouldBe("timesPerWeek");
        Refused(Printer with { Effort = new Effort(1, 501, null) }).Field.ShouldBe("timesPerWeek");
        Refused(Printer with { Effort = new Effort(1, 1, 0) }).Field.ShouldBe("people");
    }

    [Fact]
    public void An_anonymous_name_is_not_even_looked_at() =>
        Said(Printer with { Speaker = Speaker.Anonymous, Name = new string('a', 9000) }).Name.ShouldBeNull();

    [Theory]
    [InlineData(HassleState.WillDo, "", null)]
    [InlineData(HassleState.WillDo, "Ny skriver kommer fredag", null)]
    [InlineData(HassleState.WillNot, "", "ReasonMissing")]
    [InlineData(HassleState.WillNot, "Avtalen går til 2027", null)]
    [InlineData(HassleState.NeedsMore, "", "QuestionToWriterMissing")]
    [InlineData(HassleState.NeedsMore, "Hvilken skriver?", null)]
    [InlineData(HassleState.Waiting, "Vent", "AnswerUnknown")]
    [InlineData(HassleState.Withdrawn, "Bort", "AnswerUnknown")]
    [InlineData(null, "", "TextMissing")]
    [InlineData(null, "Vi ser på det", null)]
    public void An_answer_says_what_becomes_of_it_and_a_no_says_why(HassleState? answer, string text, string? refused)
    {
        var hassle = Said(Printer);
        var decision = HassleRules.Decide(hassle, new AnswerHassle(Boss, answer, text, After: 0), Wednesday);
        (decision.Refusal?.Reason).ShouldBe(refused);
        if (refused is null)
        {
            var after = HassleRules.Evolve(hassle, decision.Events.Single());
            after.State.ShouldBe(answer ?? HassleState.Waiting);
            after.Thread.Single().Day.ShouldBe(Wednesday);
        }
    }

    [Fact]
    public void The_writer_s_reply_tells_the_day_only_where_the_day_was_told_and_never_who()
    {
        foreach (var speaker in Enum.GetValues<Speaker>())
        {
            var asked = Do(
                Said(Printer with { Speaker = speaker }),
                new AnswerHassle(Boss, HassleState.NeedsMore, "?", 0)
            );
            var replied = Do(asked, new ReplyToHassle("Den ved døra", After: 1));
            var reply = replied.Thread[^1];
            reply.PersonId.ShouldBeNull();
            reply.Week.ShouldBe(Monday);
            reply.Day.ShouldBe(speaker == Speaker.Anonymous ? null : Wednesday);
            replied.State.ShouldBe(HassleState.Waiting);
        }
    }

    [Fact]
    public void A_form_that_is_sent_twice_writes_once_and_one_that_is_late_is_told()
    {
        var hassle = Do(Said(Printer), new ReplyToHassle("Den ved døra", After: 0));
        HassleRules.Decide(hassle, new ReplyToHassle("Den ved døra", After: 0), Wednesday).Events.ShouldBeEmpty();
        HassleRules.Decide(hassle, new ReplyToHassle("Den ved døra", After: 0), Wednesday).IsRefused.ShouldBeFalse();
        HassleRules
            .Decide(hassle, new AnswerHassle(Boss, HassleState.WillDo, "", After: 0), Wednesday)
            .Refusal!.Reason.ShouldBe("ThreadGrown");
        HassleRules.Decide(hassle, new ReplyToHassle("Mer", After: 7), Wednesday).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void A_thread_ends_somewhere()
    {
        var hassle = Said(Printer);
        for (var i = 0; i < HassleRules.MostMessages; i++)
        {
            hassle = Do(hassle, new ReplyToHassle($"nr. {i}", After: i));
        }
        HassleRules
            .Decide(hassle, new ReplyToHassle("én til", After: hassle.Thread.Count), Wednesday)
            .Refusal!.Reason.ShouldBe("ThreadFull");
    }

    [Fact]
    public void Withdrawing_erases_every_word_and_who_and_keeps_that_it_was()
    {
        var answered = Do(Said(Printer), new AnswerHassle(Boss, HassleState.WillNot, "Skriveren blir", After: 0));
        var gone = Do(answered, new WithdrawHassle());
        gone.State.ShouldBe(HassleState.Withdrawn);
        (gone.Text, gone.Name, gone.PersonId).ShouldBe(("", null, null));
        gone.Thread.Single().ShouldBe(answered.Thread.Single() with { Text = "" });
        (gone.UnitId, gone.Week, gone.Effort).ShouldBe((answered.UnitId, answered.Week, answered.Effort));
        HassleRules.Decide(gone, new WithdrawHassle(), Wednesday).Events.ShouldBeEmpty();
        HassleRules
            .Decide(gone, new ReplyToHassle("Likevel", 1), Wednesday)
            .Refusal!.Reason.ShouldBe("HassleWithdrawn");
    }

    [Fact]
    public void Who_leaves_gives_the_answering_to_another_once()
    {
        var given = Do(Said(Printer), new HandOverHassle(Boss));
        given.AnswererId.ShouldBe(Boss);
        HassleRules.Decide(given, new HandOverHassle(Boss), Wednesday).Events.ShouldBeEmpty();
    }

    private static Hassle Said(SayHassle say)
    {
        var decision = HassleRules.Say(say, Wednesday);
        decision.Refusal.ShouldBeNull();
        return HassleRules.Evolve(hassle: null, decision.Events.Single());
    }

    private static Refusal Refused(SayHassle say) => HassleRules.Say(say, Wednesday).Refusal.ShouldNotBeNull();

    private static Hassle Do(Hassle hassle, HassleCommand command) =>
        HassleRules.Decide(hassle, command, Wednesday).Events.Aggregate(hassle, HassleRules.Evolve);
}

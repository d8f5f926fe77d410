using CsCheck;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.Tests.Hassles.Answering;

public sealed class AnswerDutyTests
{
    private static readonly AnswerLimit Week = AnswerLimit.Default;

    [Fact]
    public void With_a_day_it_is_counted_from_the_day_and_without_from_the_weeks_end()
    {
        var named = AnswerDuty.Of(Saying.Said(), Week, seesDay: true);
        (named.SaidBy, named.DueOn).ShouldBe((Saying.Wednesday, new DateOnly(2026, 3, 11)));
        var anonymous = AnswerDuty.Of(Saying.Said(Speaker.Anonymous), Week, seesDay: true);
        (anonymous.SaidBy, anonymous.DueOn).ShouldBe((Saying.Sunday, new DateOnly(2026, 3, 16)));
        anonymous.AgeOn(Saying.Wednesday).ShouldBe(0, "never older than it may be");
        anonymous.AgeOn(new DateOnly(2026, 3, 10)).ShouldBe(2);
    }

    [Fact]
    public void Whoever_may_not_know_the_day_is_told_of_the_week() =>
        AnswerDuty
            .Of(Saying.Said(), Week, seesDay: false)
            .ShouldBe(AnswerDuty.Of(Saying.Said(Speaker.Anonymous), Week, seesDay: true));

    [Fact]
    public void Nobody_is_told_of_an_earlier_limit_than_the_one_who_answers() =>
        Gen.Int[0, 4000]
            .Sample(days =>
            {
                var day = new DateOnly(2020, 1, 1).AddDays(days);
                var hassle = Saying.Said() with { Week = HassleRules.WeekOf(day), Day = day };
                return AnswerDuty.Of(hassle, Week, seesDay: false).DueOn >= AnswerDuty.Of(hassle, Week, true).DueOn;
            });

    [Fact]
    public void Lifted_and_moved_it_keeps_its_age_and_gets_a_limit_of_its_own()
    {
        var day = new DateOnly(2026, 3, 18);
        var lifted = Saying.Said().After(new LiftHassle(Saying.Boss, Saying.Director, "", 0), day);
        var duty = AnswerDuty.Of(lifted, Week, seesDay: true);
        (duty.SaidBy, duty.Since, duty.DueOn).ShouldBe((Saying.Wednesday, day, new DateOnly(2026, 3, 25)));
        duty.DaysLeftOn(new DateOnly(2026, 3, 27)).ShouldBe(-2);
        var moved = lifted.After(new MoveHassle(Saying.Director, Saying.School), new DateOnly(2026, 3, 23));
        AnswerDuty.Of(moved, Week, seesDay: true).DueOn.ShouldBe(new DateOnly(2026, 3, 30));
        AnswerDuty.Of(moved, Week, seesDay: true).SaidBy.ShouldBe(Saying.Wednesday);
    }

    [Fact]
    public void A_question_that_is_answered_starts_the_limit_anew_and_words_do_not()
    {
        var asked = Saying.Said().After(new AnswerHassle(Saying.Boss, HassleState.NeedsMore, "?", 0), Saying.Wednesday);
        AnswerDuty.Of(asked, Week, seesDay: true).DueOn.ShouldBeNull("the writer has it");
        var replied = asked.After(new ReplyToHassle("Den i gangen", 1), new DateOnly(2026, 3, 20));
        AnswerDuty.Of(replied, Week, seesDay: true).Since.ShouldBe(new DateOnly(2026, 3, 20));
        var anonymous = asked with { Speaker = Speaker.Anonymous, Day = null };
        AnswerDuty
            .Of(anonymous.After(new ReplyToHassle("Den", 1), new DateOnly(2026, 3, 20)), Week, seesDay: false)
            .Since.ShouldBe(new DateOnly(2026, 3, 22));
        var more = Saying.Said().After(new ReplyToHassle("Mer", 0), new DateOnly(2026, 3, 20));
        AnswerDuty.Of(more, Week, seesDay: true).Since.ShouldBe(Saying.Wednesday);
    }
}

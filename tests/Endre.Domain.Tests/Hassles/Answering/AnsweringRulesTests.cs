using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.Tests.Hassles.Answering;

public sealed class AnsweringRulesTests
{
    private static readonly LiftHassle Lift = new(Saying.Boss, Saying.Director, "Trenger penger", 0);

    [Fact]
    public void Lifted_it_waits_for_one_named_leader_and_the_thread_says_so()
    {
        var lifted = Saying.Said().After(Lift, Saying.Wednesday);
        (lifted.State, lifted.AnswererId, lifted.LiftedOn).ShouldBe(
            (HassleState.Lifted, Saying.Director, Saying.Wednesday)
        );
        lifted.IsUnanswered.ShouldBeTrue();
        var message = lifted.Thread.Single();
        (message.Answer, message.Text, message.PersonId).ShouldBe((HassleState.Lifted, "Trenger penger", Saying.Boss));
        // The form was sent twice; and it is there already.
        HassleRules.Decide(lifted, Lift, Saying.Wednesday).Events.ShouldBeEmpty();
        HassleRules.Decide(lifted, Lift with { After = 1, Text = "Igjen" }, Saying.Wednesday).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Lifted_by_an_answer_that_names_nobody_is_refused() =>
        Saying.Said().RefusalOf(new AnswerHassle(Saying.Boss, HassleState.Lifted, "", 0)).ShouldBe("AnswerUnknown");

    [Fact]
    public void Lifted_and_asked_for_more_it_comes_back_to_the_one_it_was_lifted_to()
    {
        var replied = Saying
            .Said()
            .After(Lift, Saying.Wednesday)
            .After(new AnswerHassle(Saying.Director, HassleState.NeedsMore, "Hvor mye?", 1), Saying.Wednesday)
            .After(new ReplyToHassle("Ti tusen", 2), Saying.Wednesday);
        (replied.State, replied.AnswererId).ShouldBe((HassleState.Lifted, Saying.Director));
    }

    [Fact]
    public void Moved_it_waits_anew_and_moved_back_it_is_where_it_was_said()
    {
        var moved = Saying
            .Said()
            .After(Lift, Saying.Wednesday)
            .After(new MoveHassle(Saying.Director, Saying.School), Saying.Sunday);
        (moved.State, moved.UnitId, moved.AnsweringUnitId).ShouldBe((HassleState.Waiting, Saying.Team, Saying.School));
        (moved.AnswererId, moved.LiftedOn, moved.MovedOn).ShouldBe((null, null, Saying.Sunday));
        moved.Thread.Count.ShouldBe(1, "what was answered stands");
        HassleRules.Decide(moved, new MoveHassle(Saying.Boss, Saying.School), Saying.Sunday).Events.ShouldBeEmpty();
        moved.After(new MoveHassle(Saying.Boss, Saying.Team), Saying.Sunday).MovedToId.ShouldBeNull();
    }

    [Fact]
    public void Merged_it_takes_over_what_the_other_was_answered_and_taken_apart_it_stands_by_itself()
    {
        var one = Saying.Said(text: "Skriveren er tom");
        var other = Saying.Said().After(new AnswerHassle(Saying.Boss, HassleState.WillDo, "Ny", 0), Saying.Wednesday);
        var merged = one.After(Merge(other), Saying.Sunday);
        (merged.MergedIntoId, merged.State, merged.Thread.Single().Text).ShouldBe((other.Id, HassleState.WillDo, "Ny"));
        HassleRules.Decide(merged, Merge(other), Saying.Sunday).Events.ShouldBeEmpty();
        var split = merged.After(new SplitHassle(Saying.Boss, Saying.Monday, Saying.Sunday), Saying.Sunday);
        split.MergedIntoId.ShouldBeNull();
        split.Thread.Count.ShouldBe(1, "what the writer was told stays told");
        HassleRules
            .Decide(split, new SplitHassle(Saying.Boss, Saying.Monday, Saying.Sunday), Saying.Sunday)
            .Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(HassleState.WillNot, true)]
    [InlineData(HassleState.NeedsMore, false)]
    public void An_answer_is_one_to_both_and_a_question_is_not(HassleState answer, bool isShared)
    {
        var other = Saying.Said().After(new AnswerHassle(Saying.Boss, answer, "Fordi", 0), Saying.Wednesday);
        var merged = Saying.Said().After(Merge(other), Saying.Sunday);
        merged.State.ShouldBe(isShared ? answer : HassleState.Waiting);
    }

    [Fact]
    public void Merged_into_what_was_lifted_it_is_lifted_too()
    {
        var other = Saying.Said().After(Lift, Saying.Wednesday);
        var merged = Saying.Said().After(Merge(other), Saying.Sunday);
        (merged.State, merged.AnswererId, merged.MergedIntoId).ShouldBe(
            (HassleState.Lifted, Saying.Director, other.Id)
        );
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var one = Saying.Said();
        var other = Saying.Said();
        one.RefusalOf(Merge(one)).ShouldBe("MergeWithItself");
        one.RefusalOf(new MergeHassle(Saying.Boss, other.Id)).ShouldBe("MergeTargetUnknown");
        one.RefusalOf(Merge(other.After(new WithdrawHassle(), Saying.Sunday))).ShouldBe("MergeTargetWithdrawn");
        one.RefusalOf(Merge(other.After(Merge(one), Saying.Sunday))).ShouldBe("MergeTargetMerged");
        var merged = one.After(Merge(other), Saying.Sunday);
        merged.RefusalOf(Lift).ShouldBe("HassleMerged");
        merged.RefusalOf(new MoveHassle(Saying.Boss, Saying.School)).ShouldBe("HassleMerged");
        merged.RefusalOf(Merge(Saying.Said())).ShouldBe("HassleMerged");
        one.RefusalOf(Lift with { Text = "Spør 13097248022" }).ShouldBe("NationalIdentityNumber");
        one.RefusalOf(Lift with { After = 1 }).ShouldBe("ThreadGrown");
        one.After(new WithdrawHassle(), Saying.Sunday).RefusalOf(Lift).ShouldBe("HassleWithdrawn");
    }

    private static MergeHassle Merge(Hassle into) => new(Saying.Boss, into.Id) { Into = into };
}

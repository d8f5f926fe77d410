using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.Tests.Hassles.Answering;

public sealed class AnswerTimesTests
{
    private static readonly DateOnly Later = new(2026, 3, 12);

    [Theory]
    [InlineData(new[] { 3, 1, 9, 2, 4 }, 3.0)]
    [InlineData(new[] { 3, 1, 9, 2, 4, 5 }, 3.5)]
    [InlineData(new[] { 3, 1, 9, 2 }, null)]
    [InlineData(new int[0], null)]
    public void The_middle_one_is_told_when_there_are_enough(int[] days, double? median) =>
        AnswerTimes.MedianOf(days, fewest: 5).ShouldBe(median);

    [Fact]
    public void The_first_answer_counts_and_words_do_not()
    {
        var words = Saying.Said().After(new AnswerHassle(Saying.Boss, null, "Vi ser på det", 0), Saying.Wednesday);
        AnswerTimes.DaysOf(words).ShouldBeNull();
        var asked = words.After(new AnswerHassle(Saying.Boss, HassleState.NeedsMore, "?", 1), Later);
        var done = asked.After(new AnswerHassle(Saying.Boss, HassleState.WillDo, "", 2), Later.AddDays(9));
        AnswerTimes.DaysOf(done).ShouldBe(8);
    }

    [Fact]
    public void What_was_answered_within_the_week_of_an_anonymous_voice_took_no_days()
    {
        var answered = Saying
            .Said(Speaker.Anonymous)
            .After(new AnswerHassle(Saying.Boss, HassleState.WillDo, "", 0), Saying.Wednesday);
        AnswerTimes.DaysOf(answered).ShouldBe(0);
    }

    [Fact]
    public void Who_got_it_by_moving_is_counted_from_then()
    {
        var moved = Saying
            .Said()
            .After(new AnswerHassle(Saying.Boss, HassleState.WillNot, "Ikke vårt", 0), Saying.Sunday)
            .After(new MoveHassle(Saying.Boss, Saying.School), Later);
        AnswerTimes.DaysOf(moved).ShouldBeNull();
        var answered = moved.After(new AnswerHassle(Saying.Director, HassleState.WillDo, "", 1), Later.AddDays(2));
        AnswerTimes.DaysOf(answered).ShouldBe(2);
    }
}

using CsCheck;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Tests.Improvements.Measures;

public sealed class MeasureReadingTests
{
    private static readonly decimal?[] Before = [9, 12, 7, 11, 8, 13, 10, 7, 12, 9, 11, 8];

    [Fact]
    public void Nothing_is_said_of_an_effect_without_a_baseline()
    {
        var measure = Some.Measure();
        var numbers = Some.Weeks(measure, [.. Before, 7, 6, 5, 6, 5, 4, 5, 4, 3, 4, 3, 2]);
        var story = MeasureReading.Of(measure, numbers).Story;
        story.Kind.ShouldBe(StoryKind.Run);
        story.IsBetter.ShouldBeNull();
    }

    [Fact]
    public void Eight_weeks_in_a_row_better_than_the_baseline_are_said_to_be()
    {
        var measure = Some.Measure();
        var numbers = Some.Weeks(measure, [.. Before, 7, 7, 8, 6, 5, 7, 4, 5]);
        measure = Frozen(measure, numbers, weeksAfter: 8);
        var story = MeasureReading.Of(measure, numbers).Story;
        (story.Kind, story.Count, story.IsBetter, story.IsNow).ShouldBe((StoryKind.Run, 8, true, true));
        story.HasHoles.ShouldBeFalse();
        (story.First, story.Last).ShouldBe((12, 19));
        var worse = MeasureReading.Of(measure with { IsUpBetter = true }, numbers).Story;
        worse.IsBetter.ShouldBe(false);
    }

    [Fact]
    public void A_run_that_is_long_only_together_with_the_baseline_is_not_called_better()
    {
        var measure = Some.Measure();
        // Three of the baseline and seven after it lie under the middle; of nineteen, eight in a row are unusual.
        var numbers = Some.Weeks(measure, [9, 12, 7, 11, 13, 12, 10, 11, 12, 9, 8, 7, 6, 5, 6, 4, 5, 6, 7]);
        measure = Frozen(measure, numbers, weeksAfter: 7);
        var story = MeasureReading.Of(measure, numbers).Story;
        story.Kind.ShouldBe(StoryKind.Run);
        story.Count.ShouldBe(10);
        story.IsBetter.ShouldBeNull();
    }

    [Fact]
    public void A_week_without_a_number_is_missing_and_is_told_as_such()
    {
        var measure = Some.Measure();
        var numbers = Some.Weeks(measure, [.. Before, 7, 7, 8, null, 6, 5, 7, 4, 5]);
        measure = Frozen(measure, numbers, weeksAfter: 9);
        var reading = MeasureReading.Of(measure, numbers);
        reading.Series.Values.Count.ShouldBe(21);
        reading.Series.Values[15].ShouldBeNull();
        (reading.Story.Count, reading.Story.HasHoles).ShouldBe((8, true));
    }

    [Fact]
    public void A_long_pause_is_one_pause_and_only_the_last_thousand_are_drawn()
    {
        var measure = Some.Measure(rhythm: MeasureRhythm.Daily);
        Measurement On(int daysAgo) =>
            new(Guid.CreateVersion7(), measure.Id, Some.Today.AddDays(-daysAgo), At: null, new Amount(daysAgo));
        MeasureSeries.Of(measure, [On(0), On(400)]).Points.Count.ShouldBe(10);
        var many = MeasureSeries.Of(measure, Enumerable.Range(0, 1_500).Select(On));
        many.Points.Count.ShouldBe(RunChart.MostValues);
        many.Points[^1].On.ShouldBe(Some.Today);
    }

    [Fact]
    public void Under_ten_useful_numbers_it_says_how_many_more_are_needed()
    {
        var measure = Some.Measure();
        MeasureReading
            .Of(measure, Some.Weeks(measure, 5, 6, 7, 8))
            .Story.ShouldBe(new MeasureStory(StoryKind.TooFew) { Count = 6 });
        MeasureReading.Of(measure, []).Story.Kind.ShouldBe(StoryKind.NoNumbers);
    }

    [Fact]
    public void The_order_in_which_numbers_were_told_does_not_matter()
    {
        var measure = Some.Measure();
        (from values in Gen.Int[0, 20].Array[10, 40] from seed in Gen.Int[1, 100] select (values, seed)).Sample(drawn =>
        {
            var numbers = Some.Weeks(measure, [.. drawn.values.Select(value => (decimal?)value)]);
            var mixed = numbers.OrderBy(number => (number.On.DayNumber * drawn.seed) % 101).ToList();
            var (one, other) = (MeasureReading.Of(measure, numbers), MeasureReading.Of(measure, mixed));
            return one.Story == other.Story && one.Series.Values.SequenceEqual(other.Series.Values);
        });
    }

    [Fact]
    public void The_mirror_image_is_the_same_story_with_the_other_sign()
    {
        var up = Some.Measure(isUpBetter: true);
        var down = up with { IsUpBetter = false };
        Gen.Int[-20, 20]
            .Array[20, 40]
            .Sample(values =>
            {
                var numbers = Some.Weeks(up, [.. values.Select(value => (decimal?)value)]);
                var mirror = Some.Weeks(up, [.. values.Select(value => (decimal?)-value)]);
                var (one, other) = (Read(up, numbers), Read(down, mirror));
                return one.Kind == other.Kind
                    && one.Count == other.Count
                    && one.IsBetter == other.IsBetter
                    && (one.Kind is not (StoryKind.Run or StoryKind.Trend) || one.IsUp != other.IsUp);
            });

        static MeasureStory Read(Measure measure, IReadOnlyList<Measurement> numbers)
        {
            var until = numbers[11].On;
            var decision = MeasureRules.Decide(measure, numbers, new FreezeBaseline(until), Some.Today);
            return MeasureReading
                .Of(decision.Events is [var frozen] ? MeasureRules.Evolve(measure, frozen) : measure, numbers)
                .Story;
        }
    }

    private static Measure Frozen(Measure measure, IReadOnlyList<Measurement> numbers, int weeksAfter) =>
        MeasureRules.Evolve(
            measure,
            MeasureRules
                .Decide(measure, numbers, new FreezeBaseline(Some.Today.AddDays(-7 * weeksAfter)), Some.Today)
                .Events[0]
        );
}

using System.Text;
using System.Xml.Linq;
using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Web.Features.Improvements.Measures.Drawing;
using SkiaSharp;

namespace Endre.Web.Tests.Features.Improvements.Measures;

/// <summary>What is drawn of a run chart, on the page and in files that stand alone.</summary>
public sealed class MeasureDrawingTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static readonly int[] Numbers = [9, 12, 7, 11, 8, 13, 10, 7, 12, 9, 11, 8, 7, 7, 8, 6, 5, 7, 4, 5];

    [Fact]
    public void A_drawing_that_stands_alone_is_whole_and_a_picture_of_it_has_ink()
    {
        var measure = Made with { Phases = [new MeasurePhase(Monday.AddDays(16), "Sommer")] };
        var drawing = Drawn(measure, Begun);
        drawing.Dots.Count.ShouldBe(20);
        drawing.Marks.Select(mark => mark.Sign).ShouldBe(["1", "1", "A"]);
        var svg = XDocument.Parse(Encoding.UTF8.GetString(SvgFile.Write(drawing, "Letinger <&>", "Ord")));
        svg.Descendants().ShouldAllBe(element => element.Name.NamespaceName == "http://www.w3.org/2000/svg");
        svg.Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(23);
        using var picture = SKBitmap.Decode(PngFile.Write(drawing));
        (picture.Width, picture.Height).ShouldBe((1600, 960));
        picture.Pixels.Count(pixel => pixel != SKColors.White).ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void A_round_is_said_to_be_looked_at_only_when_it_was()
    {
        Drawn(Made, Begun)
            .Marks.Select(mark => (mark.On, mark.IsAhead))
            .ShouldBe([(Monday.AddDays(84), false), (Monday.AddDays(90), true)]);
        var studied = Begun with { Study = new CycleStudy(Verdict.Partly, "Vi leter mindre", Monday.AddDays(98)) };
        Drawn(Made, studied)
            .Marks.Select(mark => (mark.On, mark.IsAhead))
            .ShouldBe([(Monday.AddDays(84), false), (Monday.AddDays(98), false)]);
    }

    [Fact]
    public void As_many_points_are_marked_as_the_sentence_counts()
    {
        // The last of the baseline lies on the same side as the eight that came after it.
        var until = Monday.AddDays((7 * 12) - 1);
        var frozen = Made with { Baseline = new FrozenBaseline(until, 12, 9.5, RunChartRules.Anhoej) };
        var story = MeasureReading.Of(frozen, Measured(frozen)).Story;
        (story.Kind, story.Count, story.IsBetter).ShouldBe((StoryKind.Run, 8, true));
        Drawn(frozen, Begun).Dots.Count(dot => dot.IsMarked).ShouldBe(8);
        Drawn(frozen, Begun).Dots.Take(12).ShouldAllBe(dot => !dot.IsMarked);
    }

    private static Cycle Begun =>
        new(
            1,
            new CyclePlan("Henge nøkler", "Mindre leting", Monday.AddDays(90)),
            Monday.AddDays(84),
            Done: null,
            Study: null,
            Ending: null
        );

    private static Measure Made =>
        MeasureRules.Evolve(
            null,
            MeasureRules
                .Make(
                    new MakeMeasure(
                        Guid.CreateVersion7(),
                        Guid.CreateVersion7(),
                        new TypedWording("Letinger <&>", null, null, "3", null),
                        MeasureKind.Outcome,
                        MeasureType.Count,
                        MeasureRhythm.Weekly,
                        IsUpBetter: false,
                        "hemmelig"
                    ),
                    0
                )
                .Events[0]
        );

    private static MeasureDrawing Drawn(Measure measure, Cycle cycle) =>
        MeasureDrawing.Of(measure, MeasureReading.Of(measure, Measured(measure)), [cycle]).ShouldNotBeNull();

    private static IReadOnlyList<Measurement> Measured(Measure measure) =>
        [
            .. Numbers.Select(
                (number, at) =>
                    new Measurement(
                        Guid.CreateVersion7(),
                        measure.Id,
                        Monday.AddDays(7 * at),
                        At: null,
                        new Amount(number)
                    )
            ),
        ];
}

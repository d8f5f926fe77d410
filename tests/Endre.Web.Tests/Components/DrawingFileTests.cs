using System.Text;
using System.Xml.Linq;
using Endre.Web.Components.Charts;
using Endre.Web.Components.Charts.Files;
using SkiaSharp;

namespace Endre.Web.Tests.Components;

public sealed class DrawingFileTests
{
    private static readonly TreeLayout Tree = TreeLayout.Of(
        "Ærfuglen når ikke blåbærølet",
        [
            new TreeNode("1", null, "Čáhppe båeries", "act", "Ja · Undersøkt"),
            new TreeNode("2", "1", "Ŋ, ŧ og đ", "unchecked"),
        ]
    );

    public static TheoryData<string> Every => ["tree", "drivers", "fishbone", "pareto", "empty pareto"];

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_chart_is_the_same_size_as_svg_and_png(string chart)
    {
        var drawing = Of(chart);
        var svg = XDocument.Parse(Encoding.UTF8.GetString(DrawingSvg.Write(drawing, "Tittel", "Forklaring", "nb")));
        using var png = SKBitmap.Decode(DrawingPng.Write(drawing));
        png.Width.ShouldBe(2 * (drawing.Width + 32));
        png.Height.ShouldBe(2 * (drawing.Height + 32));
        ((int?)svg.Root!.Attribute("width")).ShouldBe(drawing.Width + 32);
        svg.Root.Elements().First().Value.ShouldBe("Tittel");
        // Nothing is drawn into the margin.
        DarkOf(png, SKRectI.Create(0, 0, png.Width, 16)).ShouldBe(0);
        DarkOf(png, SKRectI.Create(0, 0, 16, png.Height)).ShouldBe(0);
        DarkOf(png, SKRectI.Create(png.Width - 16, 0, 16, png.Height)).ShouldBe(0);
    }

    [Fact]
    public void All_that_is_written_stands_in_the_svg()
    {
        var svg = Encoding.UTF8.GetString(DrawingSvg.Write(ChartDrawings.Of(Tree), "Tittel", "Forklaring", "nb"));
        foreach (
            var words in new[] { "Ærfuglen når ikke", "blåbærølet", "Čáhppe båeries", "Ja · Undersøkt", "Ŋ, ŧ og đ" }
        )
            svg.ShouldContain(words);
        svg.ShouldContain("stroke-dasharray");
        svg.ShouldNotContain("var(--");
    }

    [Theory]
    [InlineData("æ")]
    [InlineData("Ø")]
    [InlineData("å")]
    [InlineData("Č")]
    [InlineData("ŋ")]
    [InlineData("ŧ")]
    [InlineData("đ")]
    [InlineData("«")]
    [InlineData("–")]
    [InlineData("…")]
    public void The_picture_has_each_letter_and_no_empty_box(string letter) =>
        Picture(letter).ShouldNotBe(Picture("\uE000"), "a letter that no file has is a box");

    [Fact]
    public void A_strong_word_is_darker_and_stands_where_it_is_anchored()
    {
        DarkOf(Word("Mannskap", strong: true, Anchor.Start))
            .ShouldBeGreaterThan(DarkOf(Word("Mannskap", strong: false, Anchor.Start)));
        var (start, middle, end) = (
            LeftOf(Word("Mannskap", strong: false, Anchor.Start)),
            LeftOf(Word("Mannskap", strong: false, Anchor.Middle)),
            LeftOf(Word("Mannskap", strong: false, Anchor.End))
        );
        middle.ShouldBeLessThan(start);
        end.ShouldBeLessThan(middle);
    }

    [Fact]
    public void A_drawing_beyond_all_measure_takes_no_more_than_sixteen_million_points()
    {
        var nodes = Enumerable.Range(0, 2_000).Select(i => new TreeNode($"{i}", i < 8 ? null : $"{i - 8}", "Hvorfor?"));
        using var png = SKBitmap.Decode(DrawingPng.Write(ChartDrawings.Of(TreeLayout.Of("Behov", [.. nodes]))));
        ((long)png.Width * png.Height).ShouldBeLessThanOrEqualTo(16_000_000);
        DarkOf(png, SKRectI.Create(0, 0, png.Width, png.Height)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Words_that_are_no_text_are_drawn_without_fault()
    {
        var drawing = ChartDrawings.Of(TreeLayout.Of("\uD83D \u0007 👩‍🚒 \uFFFF", []));
        XDocument.Parse(Encoding.UTF8.GetString(DrawingSvg.Write(drawing, "\u0000", "\uDC00", "nb")));
        DrawingPng.Write(drawing).ShouldNotBeEmpty();
    }

    private static FileDrawing Of(string chart) =>
        chart switch
        {
            "tree" => ChartDrawings.Of(Tree),
            "drivers" => ChartDrawings.Of(
                DriverLayout.Of(
                    "Mål",
                    [new("1", null, "Primær"), new("2", "1", "Sekundær"), new("3", "2", "Idé", "idea")],
                    [],
                    ["Mål", "Primære drivere", "Sekundære drivere", "Ideer"]
                )
            ),
            "fishbone" => ChartDrawings.Of(
                FishboneLayout.Of("For sen utskriving", [new("Folk", ["For få", "For nye"]), new("Sted", ["Trangt"])])
            ),
            "pareto" => ChartDrawings.Of(
                ParetoLayout.Of([("Nøkler", 20, 0.5), ("Heis", 12, 0.8), ("Annet", 8, 1)], 40),
                share => $"{share:P0}"
            ),
            _ => ChartDrawings.Of(ParetoLayout.Of([], 0), share => $"{share:P0}"),
        };

    private static string Picture(string letter) =>
        Convert.ToHexString(DrawingPng.Write(new FileDrawing(40, 40, [new Words(letter, 10, 30, "#000000")])));

    private static SKBitmap Word(string text, bool strong, Anchor anchor) =>
        SKBitmap.Decode(
            DrawingPng.Write(
                new FileDrawing(400, 40, [new Words(text, 200, 30, "#000000") { IsStrong = strong, Anchor = anchor }])
            )
        );

    private static int DarkOf(SKBitmap png) => DarkOf(png, SKRectI.Create(0, 0, png.Width, png.Height));

    private static int DarkOf(SKBitmap png, SKRectI place)
    {
        var dark = 0;
        for (var y = place.Top; y < place.Bottom; y++)
        for (var x = place.Left; x < place.Right; x++)
            dark += png.GetPixel(x, y).Green < 128 ? 1 : 0;
        return dark;
    }

    private static int LeftOf(SKBitmap png) =>
        Enumerable
            .Range(0, png.Width)
            .First(x => Enumerable.Range(0, png.Height).Any(y => png.GetPixel(x, y).Green < 128));
}

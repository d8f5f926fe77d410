namespace Endre.Web.Components.Charts.Files;

/// <summary>The charts of the pages as they stand in files: the same places, with colors that need no style sheet.</summary>
internal static class ChartDrawings
{
    private const string Ink = "#1e1e1e";
    private const string Quiet = "#4b4b4b";
    private const string Line = "#6f6f6f";
    private const string Grid = "#d0d0d0";
    private const string Paper = "#ffffff";
    private const string Tinted = "#eaf2fb";
    private const string Accent = "#0b5cad";

    public static FileDrawing Of(TreeLayout tree) => new(tree.Width, tree.Height, [.. Shapes(tree, top: 0)]);

    public static FileDrawing Of(DriverLayout drivers) =>
        new(
            drivers.Width,
            drivers.Height,
            [
                .. drivers.Headings.Select(heading => new Words(heading.Text, heading.X, 16, Quiet)
                {
                    Size = 13,
                    IsStrong = true,
                }),
                .. Shapes(drivers.Tree, DriverLayout.Top),
            ]
        );

    public static FileDrawing Of(FishboneLayout fish)
    {
        var headY = fish.SpineY - (fish.HeadHeight / 2);
        return new FileDrawing(
            fish.Width,
            fish.Height,
            [
                new Stroke($"M20 {fish.SpineY}H{fish.HeadX}", Ink, 3),
                .. fish.Bones.SelectMany(bone => Shapes(bone, fish.SpineY)),
                new Plate(fish.HeadX, headY, FishboneLayout.HeadWidth, fish.HeadHeight, Tinted, Accent),
                .. fish.Head.Select((text, i) => new Words(text, fish.HeadX + 12, headY + 26 + (i * 18), Ink)),
            ]
        );
    }

    public static FileDrawing Of(ParetoLayout pareto, Func<double, string> percent)
    {
        var middle = pareto.Width / 2;
        return new FileDrawing(
            pareto.Width,
            pareto.Height,
            [
                .. new[] { 0, middle, pareto.Width }.Select(x => new Stroke(
                    $"M{x} {ParetoLayout.Axis}V{pareto.Height}",
                    Grid,
                    1
                )),
                Mark(percent(0), 0, Anchor.Start),
                Mark(percent(0.5), middle, Anchor.Middle),
                Mark(percent(1), pareto.Width, Anchor.End),
                .. pareto.Rows.SelectMany(row =>
                    new Shape[]
                    {
                        new Plate(0, row.BarY, Math.Max(row.BarWidth, 2), row.BarHeight, Accent, Edge: null)
                        {
                            Corner = 3,
                        },
                        new Words($"{row.Name}  {row.Count}", 0, row.TextY, Ink),
                    }
                ),
                .. pareto.Rows.Count > 0 ? [new Stroke($"M{pareto.Line}", Ink, 1.5)] : Array.Empty<Shape>(),
                .. pareto.Rows.Select(row => new Ring(row.PointX, row.PointY, 4, Paper, Ink)),
            ]
        );

        static Words Mark(string text, int x, Anchor anchor) => new(text, x, 12, Quiet) { Size = 13, Anchor = anchor };
    }

    /// <summary>Boxes with lines between them, each with a kind over its text or a foot under it.</summary>
    public static IEnumerable<Shape> Lines(IEnumerable<TreeLine> lines, int top) =>
        lines.Select(line => new Stroke(
            (line with { FromY = line.FromY + top, ToY = line.ToY + top }).Path,
            Line,
            1.5
        ));

    public static Plate Box(int x, int y, int width, int height, string? mark)
    {
        var marks = mark?.Split(' ') ?? [];
        return new Plate(x, y, width, height, Paper, Line)
        {
            Fill = marks.Contains("root") ? Tinted : Paper,
            Edge = marks.Contains("root") || marks.Contains("act") ? Accent : Line,
            Thickness = marks.Contains("act") ? 3 : 1.5,
            IsDashed = marks.Contains("unchecked") || marks.Contains("idea"),
        };
    }

    public static Words Text(string text, int x, int y) => new(text, x, y, Ink);

    public static Words QuietText(string text, int x, int y) => new(text, x, y, Quiet) { Size = 13 };

    private static IEnumerable<Shape> Shapes(TreeLayout tree, int top) =>
        [.. Lines(tree.Lines, top), .. tree.Boxes.SelectMany(box => Shapes(box, top))];

    private static IEnumerable<Shape> Shapes(TreeBox box, int top)
    {
        yield return Box(box.X, box.Y + top, box.Width, box.Height, box.Mark);
        for (var i = 0; i < box.Lines.Count; i++)
        {
            yield return Text(box.Lines[i], box.X + 10, box.TextY(i) + top);
        }
        for (var i = 0; i < box.Foot.Count; i++)
        {
            yield return QuietText(box.Foot[i], box.X + 10, box.TextY(box.Lines.Count + i) + top);
        }
    }

    private static IEnumerable<Shape> Shapes(DrawnBone bone, int spineY) =>
        [
            new Stroke($"M{bone.EndX} {bone.EndY}L{bone.JointX} {spineY}", Line, 1.5),
            new Plate(bone.LabelX, bone.LabelY, FishboneLayout.LabelWidth, FishboneLayout.LabelHeight, Tinted, Accent),
            new Words(bone.Name, bone.EndX, bone.LabelY + 20, Ink) { IsStrong = true, Anchor = Anchor.Middle },
            .. bone.Causes.Select(cause => new Words(cause.Text, cause.X, cause.Y, Ink) { Anchor = Anchor.End }),
        ];
}

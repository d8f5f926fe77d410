using Endre.Web.Components.Charts.Files;

namespace Endre.Web.Lineage;

/// <summary>A lineage as it stands in a file.</summary>
internal static class LineageDrawing
{
    public static FileDrawing Of(LineageLayout layout) =>
        new(
            layout.Width,
            layout.Height,
            [.. ChartDrawings.Lines(layout.Lines, top: 0), .. layout.Boxes.SelectMany(Shapes)]
        );

    private static IEnumerable<Shape> Shapes(LineageBox box)
    {
        var x = box.X + LineageLayout.Padding;
        yield return ChartDrawings.Box(box.X, box.Y, box.Width, box.Height, box.IsCenter ? "root" : null);
        yield return ChartDrawings.QuietText(box.Kind, x, box.TextY(0));
        foreach (var (line, text) in box.Lines.Index())
        {
            yield return ChartDrawings.Text(text, x, box.TextY(1 + line));
        }
        foreach (var (line, text) in box.Steps.Index())
        {
            yield return ChartDrawings.QuietText(text, x, box.TextY(1 + box.Lines.Count + line));
        }
    }
}

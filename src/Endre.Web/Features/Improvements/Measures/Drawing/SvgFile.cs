using System.Globalization;
using System.Text;
using System.Xml;

namespace Endre.Web.Features.Improvements.Measures.Drawing;

/// <summary>The run chart as a file that stands alone: with its own colors, dark on white.</summary>
internal static class SvgFile
{
    public const string MediaType = "image/svg+xml";

    private const string Namespace = "http://www.w3.org/2000/svg";

    internal const string Ink = "#1f2933";
    internal const string Quiet = "#52606d";
    internal const string Accent = "#0b5cad";

    public static byte[] Write(MeasureDrawing drawing, string title, string description)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true };
        using (var svg = XmlWriter.Create(bytes, settings))
        {
            svg.WriteStartElement("svg", Namespace);
            Write(svg, ("viewBox", $"0 0 {MeasureDrawing.Width} {MeasureDrawing.Height}"), ("role", "img"));
            Write(svg, ("font-family", "Inter, Arial, Helvetica, sans-serif"), ("font-size", "13"));
            svg.WriteElementString("title", Namespace, title);
            svg.WriteElementString("desc", Namespace, description);
            Shape(svg, "rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
            WriteShapes(svg, drawing);
            svg.WriteEndElement();
        }
        return bytes.ToArray();
    }

    internal static (string Color, double Width, float[]? Dashes) StyleOf(ChartInk ink) =>
        ink switch
        {
            ChartInk.Median => (Accent, 2, null),
            ChartInk.MedianCarriedOn => (Accent, 2, [7, 5]),
            ChartInk.Target => ("#0f7a3d", 1.5, [2, 4]),
            ChartInk.Cycle => (Quiet, 1, null),
            _ => (Quiet, 1, [3, 3]),
        };

    private static void WriteShapes(XmlWriter svg, MeasureDrawing drawing)
    {
        foreach (var line in drawing.Lines)
        {
            var (color, width, dashes) = StyleOf(line.Ink);
            Shape(
                svg,
                "line",
                ("x1", N(line.X1)),
                ("y1", N(line.Y1)),
                ("x2", N(line.X2)),
                ("y2", N(line.Y2)),
                ("stroke", color),
                ("stroke-width", N(width)),
                ("stroke-dasharray", dashes is null ? "none" : string.Join(' ', dashes.Select(dash => N(dash))))
            );
        }
        foreach (var curve in drawing.Curves)
        {
            var points = string.Join(' ', curve.Select(point => $"{N(point.X)},{N(point.Y)}"));
            Shape(svg, "polyline", ("points", points), ("fill", "none"), ("stroke", Ink), ("stroke-width", "1.5"));
        }
        foreach (var dot in drawing.Dots)
        {
            var (radius, color) = dot.IsMarked ? ("5", Accent) : ("3.5", Ink);
            Shape(svg, "circle", ("cx", N(dot.X)), ("cy", N(dot.Y)), ("r", radius), ("fill", color));
        }
        foreach (var flag in drawing.Flags)
        {
            var (back, front) = flag.IsFilled ? (Quiet, "#ffffff") : ("#ffffff", Quiet);
            Shape(svg, "circle", ("cx", N(flag.X)), ("cy", N(flag.Y)), ("r", "8"), ("fill", back), ("stroke", Quiet));
            Word(svg, flag.X, flag.Y + 4, flag.Sign, "middle", front, "600");
        }
        foreach (var word in drawing.Words)
        {
            var anchor = word.IsEnd ? "end" : "start";
            Word(svg, word.X, word.Y, word.Text, anchor, word.IsStrong ? Ink : Quiet, word.IsStrong ? "600" : "400");
        }
    }

    private static void Word(XmlWriter svg, double x, double y, string text, string anchor, string fill, string weight)
    {
        svg.WriteStartElement("text", Namespace);
        Write(svg, ("x", N(x)), ("y", N(y)), ("text-anchor", anchor), ("fill", fill), ("font-weight", weight));
        svg.WriteString(text);
        svg.WriteEndElement();
    }

    private static void Shape(XmlWriter svg, string name, params (string Name, string Value)[] attributes)
    {
        svg.WriteStartElement(name, Namespace);
        Write(svg, attributes);
        svg.WriteEndElement();
    }

    private static void Write(XmlWriter svg, params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            svg.WriteAttributeString(name, value);
        }
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}

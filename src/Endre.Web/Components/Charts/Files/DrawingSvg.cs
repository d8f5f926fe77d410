using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Endre.Web.Components.Charts.Files;

/// <summary>A drawing as an SVG file that looks the same wherever it is opened.</summary>
internal static class DrawingSvg
{
    public const string MediaType = "image/svg+xml";

    private const string Font = "Inter, 'Segoe UI', Arial, sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="drawing">What is drawn.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="description">What it says, for whoever does not see it.</param>
    /// <param name="language">The language of its words.</param>
    public static byte[] Write(FileDrawing drawing, string title, string description, string language)
    {
        const int margin = FileDrawing.Margin;
        var (width, height) = (drawing.Width + (2 * margin), drawing.Height + (2 * margin));
        var root = new XElement(
            Svg + "svg",
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title desc"),
            new XAttribute(XNamespace.Xml + "lang", language),
            new XAttribute("font-family", Font),
            new XElement(Svg + "title", new XAttribute("id", "title"), Clean(title)),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), Clean(description)),
            new XElement(
                Svg + "rect",
                new XAttribute("width", width),
                new XAttribute("height", height),
                new XAttribute("fill", "#ffffff")
            ),
            new XElement(
                Svg + "g",
                new XAttribute("transform", $"translate({margin} {margin})"),
                drawing.Shapes.Select(Element)
            )
        );
        return Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n");
    }

    private static XElement Element(Shape shape) =>
        shape switch
        {
            Plate plate => new XElement(
                Svg + "rect",
                new XAttribute("x", plate.X),
                new XAttribute("y", plate.Y),
                new XAttribute("width", plate.Width),
                new XAttribute("height", plate.Height),
                new XAttribute("rx", plate.Corner),
                new XAttribute("fill", plate.Fill),
                plate.Edge is { } edge
                    ? new[] { new XAttribute("stroke", edge), new XAttribute("stroke-width", plate.Thickness) }
                    : null,
                plate.IsDashed ? new XAttribute("stroke-dasharray", "5 4") : null
            ),
            Stroke stroke => new XElement(
                Svg + "path",
                new XAttribute("d", stroke.Path),
                new XAttribute("fill", "none"),
                new XAttribute("stroke", stroke.Color),
                new XAttribute("stroke-width", stroke.Thickness)
            ),
            Ring ring => new XElement(
                Svg + "circle",
                new XAttribute("cx", ring.X),
                new XAttribute("cy", ring.Y),
                new XAttribute("r", ring.Radius),
                new XAttribute("fill", ring.Fill),
                new XAttribute("stroke", ring.Edge),
                new XAttribute("stroke-width", 2)
            ),
            Words words => new XElement(
                Svg + "text",
                new XAttribute("x", words.X),
                new XAttribute("y", words.Y),
                new XAttribute("fill", words.Color),
                new XAttribute("font-size", words.Size),
                words.IsStrong ? new XAttribute("font-weight", 600) : null,
                words.Anchor == Anchor.Start
                    ? null
                    : new XAttribute("text-anchor", words.Anchor == Anchor.Middle ? "middle" : "end"),
                Clean(words.Text)
            ),
            _ => throw new NotSupportedException($"{shape.GetType().Name} cannot be drawn."),
        };

    // What XML cannot hold, such as half of a character of two, would make a file that nobody can open.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString());
        }
        return clean.ToString();
    }
}

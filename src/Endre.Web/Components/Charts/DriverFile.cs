using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Endre.Web.Components.Charts;

/// <summary>A driver diagram as a file of its own, which looks the same wherever it is opened: its colors are in it.</summary>
internal static class DriverFile
{
    public const string MediaType = "image/svg+xml";

    private const string Font = "Inter, 'Segoe UI', Arial, sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="layout">The diagram.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="description">What it says, for whoever does not see it.</param>
    /// <param name="language">The language of its words.</param>
    public static byte[] Write(DriverLayout layout, string title, string description, string language)
    {
        const int margin = 16;
        var (width, height) = (layout.Width + (2 * margin), layout.Height + (2 * margin));
        var root = new XElement(
            Svg + "svg",
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title desc"),
            new XAttribute(XNamespace.Xml + "lang", language),
            new XAttribute("font-family", Font),
            new XAttribute("font-size", 14),
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
                layout.Headings.Select(heading => Text(heading.Text, heading.X, 16, "#4b4b4b", "600"))
            ),
            new XElement(
                Svg + "g",
                new XAttribute("transform", $"translate({margin} {margin + DriverLayout.Top})"),
                layout.Tree.Lines.Select(line => new XElement(
                    Svg + "path",
                    new XAttribute("d", line.Path),
                    new XAttribute("fill", "none"),
                    new XAttribute("stroke", "#6f6f6f"),
                    new XAttribute("stroke-width", "1.5")
                )),
                layout.Tree.Boxes.SelectMany(Box)
            )
        );
        return Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n");
    }

    private static IEnumerable<XElement> Box(TreeBox box)
    {
        yield return new XElement(
            Svg + "rect",
            new XAttribute("x", box.X),
            new XAttribute("y", box.Y),
            new XAttribute("width", box.Width),
            new XAttribute("height", box.Height),
            new XAttribute("rx", 8),
            new XAttribute("fill", box.Mark == "root" ? "#eaf2fb" : "#ffffff"),
            new XAttribute("stroke", "#6f6f6f"),
            new XAttribute("stroke-width", "1.5")
        );
        for (var i = 0; i < box.Lines.Count; i++)
        {
            yield return Text(box.Lines[i], box.X + 10, box.TextY(i), "#1e1e1e", "400");
        }
        if (box.Foot is { } foot)
        {
            yield return Text(foot, box.X + 10, box.TextY(box.Lines.Count), "#4b4b4b", "400");
        }
    }

    private static XElement Text(string text, int x, int y, string color, string weight) =>
        new(
            Svg + "text",
            new XAttribute("x", x),
            new XAttribute("y", y),
            new XAttribute("fill", color),
            new XAttribute("font-weight", weight),
            Clean(text)
        );

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

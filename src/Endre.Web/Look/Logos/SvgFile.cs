using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Endre.Web.Look.Logos;

/// <summary>
/// SVG, drawn anew from shapes, gradients and clips alone. Scripts, links, styles that fetch, filters, animations and
/// what drawing programs note down are left out; text and pictures inside are refused, because leaving them out would
/// lose what they say.
/// </summary>
internal static class SvgFile
{
    private const int MostElements = 5_000;
    private const int DeepestNesting = 40;
    private const double LargestRatio = 20;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Kept =
    [
        .. "svg g path rect circle ellipse line polyline polygon defs symbol use".Split(' '),
        .. "linearGradient radialGradient stop clipPath mask".Split(' '),
    ];

    private static readonly HashSet<string> Drawn =
    [
        .. "path rect circle ellipse line polyline polygon use".Split(' '),
    ];

    public static bool Is(ReadOnlySpan<byte> file)
    {
        var start = Encoding
            .UTF8.GetString(file[..Math.Min(file.Length, 4_096)])
            .TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith('<') && start.Contains("<svg", StringComparison.Ordinal);
    }

    public static CleanLogo Clean(byte[] file)
    {
        var root = Load(file);
        if (root.DescendantsAndSelf().Take(MostElements + 1).Count() > MostElements)
        {
            throw new LogoFault("SvgTooComplex");
        }
        var rules = SvgStyles.Read(root.Descendants(Svg + "style").Select(style => style.Value));
        var (width, height, viewBox) = Size(root);
        var clean = Copy(root, rules, depth: 0)!;
        if (!clean.Descendants().Any(element => Drawn.Contains(element.Name.LocalName)))
        {
            throw new LogoFault("SvgEmpty");
        }
        RefuseUseOfUse(clean);
        clean.SetAttributeValue("viewBox", viewBox);
        clean.SetAttributeValue("width", width);
        clean.SetAttributeValue("height", height);
        return new CleanLogo("image/svg+xml", Write(clean), width, height);
    }

    private static XElement Load(byte[] file)
    {
        var settings = new XmlReaderSettings
        {
            // Drawing programs write a document type that nobody needs; what it would declare is unknown, and refused.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = LogoFile.LargestFile,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            var root = XDocument.Load(reader).Root!;
            return root.Name == Svg + "svg" ? root : throw new LogoFault(LogoFault.Broken);
        }
        catch (Exception fault) when (fault is XmlException or DecoderFallbackException or ArgumentException)
        {
            throw new LogoFault(LogoFault.Broken);
        }
    }

    private static (double Width, double Height, string ViewBox) Size(XElement root)
    {
        var box = (root.Attribute("viewBox")?.Value ?? "")
            .Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Length)
            .ToList();
        double? width = box.Count == 4 ? box[2] : Length(root.Attribute("width")?.Value ?? "");
        double? height = box.Count == 4 ? box[3] : Length(root.Attribute("height")?.Value ?? "");
        var (x, y) = box.Count == 4 ? (box[0], box[1]) : (0, 0);
        if (width is not > 0 || height is not > 0 || x is null || y is null)
        {
            throw new LogoFault("SvgHasNoSize");
        }
        return width / height > LargestRatio || height / width > LargestRatio
            ? throw new LogoFault("SvgHasNoSize")
            : (width.Value, height.Value, string.Create(CultureInfo.InvariantCulture, $"{x} {y} {width} {height}"));
    }

    private static double? Length(string text) =>
        double.TryParse(
            text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var length
        )
        && Math.Abs(length) <= 100_000
            ? length
            : null;

    private static XElement? Copy(XElement element, SvgStyles rules, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new LogoFault("SvgTooComplex");
        }
        if (element.Name.Namespace != Svg)
        {
            return null;
        }
        // A link around a shape is only the shape.
        var name = element.Name.LocalName is "a" or "switch" ? "g" : element.Name.LocalName;
        switch (name)
        {
            case "text" or "tspan" or "textPath":
                throw new LogoFault("SvgHasText");
            case "image" or "feImage":
                throw new LogoFault("SvgHasPicture");
            case var _ when !Kept.Contains(name):
                return null;
            default:
                break;
        }
        var copy = new XElement(Svg + name);
        foreach (var (attribute, value) in SvgAttributes.Of(element, rules))
        {
            copy.SetAttributeValue(attribute, value);
        }
        if (name == "use" && copy.Attribute("href") is null)
        {
            return null;
        }
        copy.Add(element.Elements().Select(child => Copy(child, rules, depth + 1)));
        return copy;
    }

    // A few lines of things that use each other can become millions of shapes.
    private static void RefuseUseOfUse(XElement root)
    {
        var uses = root.Descendants(Svg + "use").ToList();
        var used = uses.Select(use => use.Attribute("href")!.Value[1..]).ToHashSet(StringComparer.Ordinal);
        var isNested = root.DescendantsAndSelf()
            .Where(element => used.Contains(element.Attribute("id")?.Value ?? ""))
            .Any(element => element.DescendantsAndSelf(Svg + "use").Any());
        if (isNested || uses.Count > 500)
        {
            throw new LogoFault("SvgTooComplex");
        }
    }

    private static byte[] Write(XElement root)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = true,
        };
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            root.Save(writer);
        }
        return bytes.ToArray();
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Xml;

namespace Endre.Documents.TextDocuments;

/// <summary>An image with a text for those who do not see it. Make one with <see cref="Png"/>, <see cref="Jpeg"/> or <see cref="Svg"/>.</summary>
public sealed record Image : Block
{
    private Image(byte[]? png, byte[]? svg, string alternativeText, double widthMillimeters, double heightMillimeters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alternativeText);
        if (!(widthMillimeters is > 0 and <= 2_000) || !(heightMillimeters is > 0 and <= 2_000))
        {
            throw new ArgumentOutOfRangeException(
                nameof(widthMillimeters),
                widthMillimeters,
                "An image is up to 2,000 mm wide and high."
            );
        }

        PngBytes = png;
        SvgBytes = svg;
        AlternativeText = alternativeText;
        WidthMillimeters = widthMillimeters;
        HeightMillimeters = heightMillimeters;
    }

    /// <summary>What the image says, for those who do not see it. Never empty.</summary>
    public string AlternativeText { get; }

    /// <summary>The width it asks for; shrunk in proportion when the page has less room.</summary>
    public double WidthMillimeters { get; }

    /// <summary>The height that follows from the width.</summary>
    public double HeightMillimeters { get; }

    /// <summary>What it shows, written below with a number («Figur 1: …»).</summary>
    public string? Caption { get; init; }

    internal byte[]? PngBytes { get; }

    internal byte[]? SvgBytes { get; }

    internal byte[]? JpegBytes { get; private init; }

    /// <summary>A PNG image; the height follows from its pixels.</summary>
    /// <param name="png">The file.</param>
    /// <param name="alternativeText">What it says, for those who do not see it.</param>
    /// <param name="widthMillimeters">Above 0, up to 2,000.</param>
    /// <exception cref="ArgumentException">It is not a PNG, or the text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside its limits.</exception>
    public static Image Png(byte[] png, string alternativeText, double widthMillimeters)
    {
        ArgumentNullException.ThrowIfNull(png);
        return new(png, svg: null, alternativeText, widthMillimeters, widthMillimeters * HeightPerWidthOfPng(png));
    }

    /// <summary>A JPEG image.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="alternativeText">What it says, for those who do not see it.</param>
    /// <param name="widthMillimeters">Above 0, up to 2,000.</param>
    /// <param name="heightMillimeters">In the proportions of the picture: above 0, up to 2,000.</param>
    /// <exception cref="ArgumentException">It is not a JPEG, or the text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside its limits.</exception>
    public static Image Jpeg(byte[] jpeg, string alternativeText, double widthMillimeters, double heightMillimeters)
    {
        ArgumentNullException.ThrowIfNull(jpeg);
        return jpeg.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            ? new(png: null, svg: null, alternativeText, widthMillimeters, heightMillimeters) { JpegBytes = jpeg }
            : throw new ArgumentException("This is not a JPEG file.", nameof(jpeg));
    }

    /// <summary>
    /// An SVG image; the height follows from its <c>viewBox</c>, or its <c>width</c> and <c>height</c>.
    /// </summary>
    /// <param name="svg">The file, UTF-8. Fonts it names must be on the reader's machine, so give generic ones last.</param>
    /// <param name="alternativeText">What it says, for those who do not see it.</param>
    /// <param name="widthMillimeters">Above 0, up to 2,000.</param>
    /// <param name="fallbackPng">The same image for programs that know no SVG (Word before 2019, LibreOffice before 7.6), which show nothing without it.</param>
    /// <exception cref="ArgumentException">It is not well-formed SVG of known proportions, has a document type, or the text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside its limits.</exception>
    public static Image Svg(byte[] svg, string alternativeText, double widthMillimeters, byte[]? fallbackPng = null)
    {
        ArgumentNullException.ThrowIfNull(svg);
        if (fallbackPng is not null)
        {
            _ = HeightPerWidthOfPng(fallbackPng);
        }

        var height = widthMillimeters * HeightPerWidthOfSvg(svg);
        return new(fallbackPng, svg, alternativeText, widthMillimeters, height);
    }

    private static double HeightPerWidthOfPng(byte[] png)
    {
        ReadOnlySpan<byte> start = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        if (png.Length < 33 || !png.AsSpan().StartsWith(start) || !png.AsSpan(12, 4).SequenceEqual("IHDR"u8))
        {
            throw new ArgumentException("This is not a PNG file.", nameof(png));
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(16));
        var height = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(20));
        return width is 0 || height is 0
            ? throw new ArgumentException("This PNG file has no pixels.", nameof(png))
            : (double)height / width;
    }

    private static double HeightPerWidthOfSvg(byte[] svg)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(svg), settings);
            reader.MoveToContent();
            if (reader is not { LocalName: "svg", NamespaceURI: "http://www.w3.org/2000/svg" })
            {
                throw new ArgumentException("This is not an SVG file.", nameof(svg));
            }

            var box = reader
                .GetAttribute("viewBox")
                ?.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
            var (width, height) = box is { Length: 4 }
                ? (Length(box[2]), Length(box[3]))
                : (Length(reader.GetAttribute("width")), Length(reader.GetAttribute("height")));
            while (reader.Read())
            {
                // To the end, so that a file that breaks off is refused here and not by Word.
            }

            return width > 0 && height > 0
                ? height / width
                : throw new ArgumentException("This SVG file does not tell its proportions.", nameof(svg));
        }
        catch (XmlException fault)
        {
            throw new ArgumentException($"This is not a readable SVG file: {fault.Message}", nameof(svg), fault);
        }
    }

    private static double Length(string? text) =>
        double.TryParse(
            text?.EndsWith("px", StringComparison.Ordinal) == true ? text[..^2] : text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var length
        ) && double.IsFinite(length)
            ? length
            : 0;
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>
/// What distinguishes one paragraph style. Distances are in twentieths of a point, type sizes in half points,
/// rules in eighths of a point with their distance from the text in points; nothing said, the document's default.
/// </summary>
internal sealed record ParagraphLook(string Id, string Name)
{
    public bool IsDefault { get; init; }

    /// <summary>Does Word choose it by itself, so that it need not clutter the gallery?</summary>
    public bool IsAutomatic { get; init; }

    public int? Size { get; init; }

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    public string? Color { get; init; }

    public string? Fill { get; init; }

    public int? Before { get; init; }

    public int? After { get; init; }

    /// <summary>Line height in 240ths of a line.</summary>
    public int? Line { get; init; }

    public int? Left { get; init; }

    public int? Right { get; init; }

    public bool KeepNext { get; init; }

    public int? OutlineLevel { get; init; }

    public (int Width, int Distance)? TopRule { get; init; }

    public (int Width, int Distance, string Color)? LeftRule { get; init; }

    /// <summary>
    /// Is it a box, with air of its color above and below? Word draws paragraphs whose rules, indents and color are
    /// alike as one box, so styles that stand together must agree on all of them.
    /// </summary>
    public bool IsBox { get; init; }

    public static implicit operator Style(ParagraphLook look) => look.ToStyle();

    public Style ToStyle()
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = Id };
        style.Append(new StyleName { Val = Name });
        if (IsDefault)
        {
            style.Default = true;
        }
        else
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        if (OutlineLevel is not null)
        {
            style.Append(new NextParagraphStyle { Val = StyleNames.BodyText });
        }

        style.Append(new UIPriority { Val = OutlineLevel is null ? 10 : 9 });
        if (IsAutomatic)
        {
            style.Append(new UnhideWhenUsed());
        }

        style.Append(new PrimaryStyle());
        style.Append(ParagraphProperties());
        style.Append(RunProperties());
        return style;
    }

    private StyleParagraphProperties ParagraphProperties()
    {
        var properties = new StyleParagraphProperties();
        if (KeepNext)
        {
            properties.Append(new KeepNext(), new KeepLines());
        }

        if (TopRule is not null || LeftRule is not null)
        {
            properties.Append(Rules());
        }

        if (Fill is not null)
        {
            properties.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = Fill,
                }
            );
        }

        if ((Before ?? After ?? Line) is not null)
        {
            properties.Append(
                new SpacingBetweenLines
                {
                    Before = Text(Before),
                    After = Text(After),
                    Line = Text(Line),
                    LineRule = Line is null ? null : LineSpacingRuleValues.Auto,
                }
            );
        }

        if ((Left ?? Right) is not null)
        {
            properties.Append(new Indentation { Left = Text(Left), Right = Text(Right) });
        }

        if (OutlineLevel is { } level)
        {
            properties.Append(new OutlineLevel { Val = level });
        }

        return properties;
    }

    private ParagraphBorders Rules()
    {
        var rules = new ParagraphBorders();
        if (TopRule is var (width, distance))
        {
            rules.Append(Rule<TopBorder>(width, distance, Palette.Accent));
        }

        if (IsBox)
        {
            rules.Append(Rule<TopBorder>(4, 6, Fill!));
        }

        if (LeftRule is var (leftWidth, leftDistance, color))
        {
            rules.Append(Rule<LeftBorder>(leftWidth, leftDistance, color));
        }

        if (IsBox)
        {
            rules.Append(Rule<BottomBorder>(4, 6, Fill!));
        }

        return rules;
    }

    private static T Rule<T>(int width, int distance, string color)
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = (uint)width,
            Space = (uint)distance,
            Color = color,
        };

    private StyleRunProperties RunProperties()
    {
        var properties = new StyleRunProperties();
        if (IsBold)
        {
            properties.Append(new Bold(), new BoldComplexScript());
        }

        if (IsItalic)
        {
            properties.Append(new Italic(), new ItalicComplexScript());
        }

        if (Color is not null)
        {
            properties.Append(new Color { Val = Color });
        }

        if (Size is not null)
        {
            properties.Append(new FontSize { Val = Text(Size) }, new FontSizeComplexScript { Val = Text(Size) });
        }

        return properties;
    }

    // Not value?.ToString(): a null string converts to an attribute that is there and empty.
    private static StringValue? Text(int? value) =>
        value is { } number ? new StringValue(number.ToString(CultureInfo.InvariantCulture)) : null;
}

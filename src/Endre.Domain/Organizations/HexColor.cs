using System.Globalization;

namespace Endre.Domain.Organizations;

/// <summary>A color of the screen (sRGB), written <c>#rrggbb</c> in lower case.</summary>
public readonly record struct HexColor
{
    private readonly int rgb;

    private HexColor(int rgb) => this.rgb = rgb;

    /// <summary>Black, which an unset color also is.</summary>
    public static readonly HexColor Black = new(0);

    /// <summary>White.</summary>
    public static readonly HexColor White = new(0xFFFFFF);

    /// <summary>
    /// How light it is, from 0 to 1: the relative luminance of WCAG 2.1,
    /// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance.
    /// </summary>
    public double Luminance =>
        (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 0xFF)) + (0.0722 * Linear(rgb & 0xFF));

    /// <summary>Reads a color as people write it: <c>#0a6</c>, <c>#00AA66</c>, with or without the sign.</summary>
    /// <param name="text">As it came from outside.</param>
    /// <returns>The color, or null when it is not one.</returns>
    public static HexColor? Find(string? text)
    {
        var digits = text?.Trim().TrimStart('#') ?? "";
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }
        return
            digits.Length == 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var read)
            ? new HexColor(read)
            : null;
    }

    /// <summary>
    /// How well the two can be told apart, from 1 to 21: the contrast ratio of WCAG 2.1,
    /// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio.
    /// </summary>
    /// <param name="other">What it stands on, or what stands on it.</param>
    public double Contrast(HexColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary><c>#rrggbb</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{rgb:x6}");

    // WCAG 2.1 as published says 0.03928; sRGB says 0.04045. For whole steps of 255 it is the same.
    private static double Linear(int channel)
    {
        var share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}

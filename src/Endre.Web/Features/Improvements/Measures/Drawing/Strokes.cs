using SkiaSharp;

namespace Endre.Web.Features.Improvements.Measures.Drawing;

/// <summary>
/// Digits and a few letters as strokes. A server has no fonts that one could count on, and a picture of a run chart needs
/// nothing but numbers, days and the signs of its flags.
/// </summary>
internal static class Strokes
{
    private const float Tall = 10;
    private const float Gap = 2.2f;

    // On a grid of 6 by 10, from the top left; a stroke is "x,y x,y …", and several are parted by "|".
    private static readonly Dictionary<char, string> Glyphs = new()
    {
        ['0'] = "3,0 5,1 6,3 6,7 5,9 3,10 1,9 0,7 0,3 1,1 3,0",
        ['1'] = "1,2 3.4,0 3.4,10",
        ['2'] = "0,2.5 0.8,0.8 3,0 5.2,0.8 6,2.6 5.4,4.4 0,10 6,10",
        ['3'] = "0.3,1.4 2,0 4,0 5.6,1.2 5.6,3.4 4,4.7 2,4.7|4,4.7 6,6.1 6,8.3 4.4,10 1.8,10 0,8.6",
        ['4'] = "4.4,10 4.4,0 0,7 6,7",
        ['5'] = "5.6,0 0.8,0 0.4,4.6 3,3.8 5.2,4.8 6,7 5,9.2 2.8,10 0.8,9.4 0,8.4",
        ['6'] = "5.4,0.8 3.4,0 1.2,1.4 0,4.4 0,7 1,9.2 3,10 5,9.2 6,7 5,4.8 3,4 1,4.8 0,7",
        ['7'] = "0,0 6,0 2,10",
        ['8'] =
            "3,4.6 0.9,3.6 0.6,1.6 1.6,0.2 3,0 4.4,0.2 5.4,1.6 5.1,3.6 3,4.6 0.6,5.8 0,7.6 1,9.4 3,10 5,9.4 6,7.6 5.4,5.8 3,4.6",
        ['9'] = "0.6,9.2 2.6,10 4.8,8.6 6,5.6 6,3 5,0.8 3,0 1,0.8 0,3 1,5.2 3,6 5,5.2 6,3",
        ['-'] = "0.8,5.4 5.2,5.4",
        ['.'] = "0.6,9.6 0.6,10",
        [','] = "1,9.4 0.2,11.6",
        ['A'] = "0,10 3,0 6,10|1,6.8 5,6.8",
        ['B'] = "0.5,0 0.5,10 4,10 5.8,8.6 5.8,6.4 4,4.9 0.5,4.9|4,4.9 5.4,3.6 5.4,1.4 4,0 0.5,0",
        ['C'] = "5.8,1.8 4.2,0 2,0 0.2,2.4 0.2,7.6 2,10 4.2,10 5.8,8.2",
        ['D'] = "0.5,0 0.5,10 3.4,10 5.8,7.4 5.8,2.6 3.4,0 0.5,0",
        ['E'] = "5.6,0 0.5,0 0.5,10 5.6,10|0.5,4.9 4.8,4.9",
        ['F'] = "5.6,0 0.5,0 0.5,10|0.5,4.9 4.8,4.9",
        ['G'] = "5.8,1.8 4.2,0 2,0 0.2,2.4 0.2,7.6 2,10 4.2,10 5.8,8.4 5.8,5.6 3.4,5.6",
        ['H'] = "0.5,0 0.5,10|5.5,0 5.5,10|0.5,5 5.5,5",
        ['I'] = "3,0 3,10",
        ['J'] = "5,0 5,7.6 3.6,10 1.8,10 0.4,8",
        ['K'] = "0.5,0 0.5,10|5.6,0 0.5,6|2.4,4 5.8,10",
        ['L'] = "0.5,0 0.5,10 5.6,10",
    };

    /// <summary>Draws a word on a line.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="text">Digits, points, commas, minus, spaces, and the letters A to L.</param>
    /// <param name="x">Where it begins, ends or has its middle.</param>
    /// <param name="y">The line it stands on.</param>
    /// <param name="height">How high a digit is.</param>
    /// <param name="from">Which share of the word lies to the left of x: 0, 0.5 or 1.</param>
    /// <param name="paint">With what.</param>
    public static void Draw(SKCanvas canvas, string text, float x, float y, float height, float from, SKPaint paint)
    {
        var scale = height / Tall;
        var at = x - (WidthOf(text) * scale * from);
        foreach (var letter in text)
        {
            var sign = letter == '−' ? '-' : letter;
            if (Glyphs.TryGetValue(sign, out var glyph))
            {
                foreach (var stroke in glyph.Split('|'))
                {
                    using var path = new SKPath();
                    foreach (var (place, point) in stroke.Split(' ').Index())
                    {
                        var comma = point.IndexOf(',', StringComparison.Ordinal);
                        var to = new SKPoint(
                            at + (Read(point[..comma]) * scale),
                            y - ((Tall - Read(point[(comma + 1)..])) * scale)
                        );
                        if (place == 0)
                        {
                            path.MoveTo(to);
                        }
                        else
                        {
                            path.LineTo(to);
                        }
                    }
                    canvas.DrawPath(path, paint);
                }
            }
            at += (WidthOf(sign) + Gap) * scale;
        }
    }

    private static float WidthOf(string text) => text.Sum(letter => WidthOf(letter == '−' ? '-' : letter) + Gap) - Gap;

    private static float WidthOf(char sign) =>
        sign switch
        {
            '.' or ',' => 1.2f,
            _ when Glyphs.ContainsKey(sign) => 6,
            _ => 2,
        };

    private static float Read(string number) => float.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}

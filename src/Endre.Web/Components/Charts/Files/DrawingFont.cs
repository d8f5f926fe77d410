using System.Text;
using SkiaSharp;

namespace Endre.Web.Components.Charts.Files;

/// <summary>
/// Inter, which lies in the program: a server has no fonts that one could count on. Its letters come in two files, the
/// second with those that Sámi has beside Norwegian.
/// </summary>
internal static class DrawingFont
{
    private static readonly Lazy<SKTypeface[]> Ordinary = new(() => Read(400));
    private static readonly Lazy<SKTypeface[]> Strong = new(() => Read(600));

    /// <summary>Draws words, each letter from the file that has it.</summary>
    public static void Draw(SKCanvas canvas, Words words, SKPaint paint)
    {
        var parts = Parts(words.Text, (words.IsStrong ? Strong : Ordinary).Value).ToList();
        var fonts = parts.ConvertAll(part => new SKFont(part.Face, words.Size) { Subpixel = true });
        var widths = parts.Select((part, i) => fonts[i].MeasureText(part.Text)).ToList();
        var x =
            words.X
            - (
                widths.Sum()
                * words.Anchor switch
                {
                    Anchor.Middle => 0.5f,
                    Anchor.End => 1,
                    _ => 0,
                }
            );
        for (var i = 0; i < parts.Count; i++)
        {
            canvas.DrawText(parts[i].Text, x, words.Y, SKTextAlign.Left, fonts[i], paint);
            x += widths[i];
            fonts[i].Dispose();
        }
    }

    private static IEnumerable<(SKTypeface Face, string Text)> Parts(string text, SKTypeface[] faces)
    {
        var part = new StringBuilder();
        var face = faces[0];
        foreach (var rune in text.EnumerateRunes())
        {
            // What no file has is shown as a box by the first.
            var has = face.ContainsGlyph(rune.Value)
                ? face
                : faces.FirstOrDefault(one => one.ContainsGlyph(rune.Value), faces[0]);
            if (has != face && part.Length > 0)
            {
                yield return (face, $"{part}");
                part.Clear();
            }
            face = has;
            part.Append(rune);
        }
        if (part.Length > 0)
        {
            yield return (face, $"{part}");
        }
    }

    private static SKTypeface[] Read(int weight) =>
        [
            .. new[] { "latin", "latin-ext" }.Select(letters =>
            {
                var name = $"fonts/inter-{letters}-{weight}-normal.woff";
                using var file =
                    typeof(DrawingFont).Assembly.GetManifestResourceStream(name)
                    ?? throw new InvalidOperationException($"The program lacks {name}.");
                using var bytes = SKData.Create(file);
                return SKTypeface.FromData(bytes)
                    ?? throw new InvalidOperationException($"{name} is no font that can be read.");
            }),
        ];
}

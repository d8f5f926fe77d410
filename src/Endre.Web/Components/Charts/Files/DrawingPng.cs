using SkiaSharp;

namespace Endre.Web.Components.Charts.Files;

/// <summary>A drawing as a picture, for programs that show no SVG.</summary>
internal static class DrawingPng
{
    public const string MediaType = "image/png";

    // Sharp on paper, and never a picture that takes the server's memory: 16 million points are 64 MB.
    private const double Sharpness = 2;
    private const double MostPoints = 16_000_000;

    public static byte[] Write(FileDrawing drawing)
    {
        const int margin = FileDrawing.Margin;
        var (width, height) = (drawing.Width + (2 * margin), drawing.Height + (2 * margin));
        var scale = Math.Min(Sharpness, Math.Sqrt(MostPoints / ((double)width * height)));
        using var bitmap = new SKBitmap(
            Math.Max(1, (int)(width * scale)),
            Math.Max(1, (int)(height * scale)),
            SKColorType.Rgba8888,
            SKAlphaType.Opaque
        );
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)scale);
        canvas.Translate(margin, margin);
        foreach (var shape in drawing.Shapes)
        {
            Draw(canvas, shape);
        }
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>Draws one shape where the canvas is.</summary>
    public static void Draw(SKCanvas canvas, Shape shape)
    {
        switch (shape)
        {
            case Plate plate:
                Draw(canvas, plate);
                break;
            case Stroke stroke:
                using (var path = SKPath.ParseSvgPathData(stroke.Path))
                using (var pen = Pen(stroke.Color, stroke.Thickness))
                {
                    canvas.DrawPath(path, pen);
                }
                break;
            case Ring ring:
                using (var fill = Fill(ring.Fill))
                using (var pen = Pen(ring.Edge, 2))
                {
                    canvas.DrawCircle(ring.X, ring.Y, ring.Radius, fill);
                    canvas.DrawCircle(ring.X, ring.Y, ring.Radius, pen);
                }
                break;
            case Words words:
                using (var ink = Fill(words.Color))
                {
                    DrawingFont.Draw(canvas, words, ink);
                }
                break;
        }
    }

    private static void Draw(SKCanvas canvas, Plate plate)
    {
        var place = SKRect.Create(plate.X, plate.Y, plate.Width, plate.Height);
        using var fill = Fill(plate.Fill);
        canvas.DrawRoundRect(place, plate.Corner, plate.Corner, fill);
        if (plate.Edge is { } edge)
        {
            using var pen = Pen(edge, plate.Thickness);
            using var dash = plate.IsDashed ? SKPathEffect.CreateDash([5, 4], 0) : null;
            pen.PathEffect = dash;
            canvas.DrawRoundRect(place, plate.Corner, plate.Corner, pen);
        }
    }

    private static SKPaint Pen(string color, double thickness) =>
        new()
        {
            Color = SKColor.Parse(color),
            StrokeWidth = (float)thickness,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
        };

    /// <summary>What a surface is filled with.</summary>
    public static SKPaint Fill(string color) =>
        new()
        {
            Color = SKColor.Parse(color),
            Style = SKPaintStyle.Fill,
            IsAntialias = true,
        };
}

using Endre.Web.Components.Charts.Files;
using SkiaSharp;

namespace Endre.Web.Features.Improvements.Measures.Drawing;

/// <summary>The run chart as a picture, dark on white, for slides and documents.</summary>
internal static class PngFile
{
    public const string MediaType = "image/png";

    private const int Scale = 4;
    private const int WordSize = 13;

    public static byte[] Write(MeasureDrawing drawing)
    {
        using var bitmap = new SKBitmap(MeasureDrawing.Width * Scale, MeasureDrawing.Height * Scale);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(Scale);
        DrawLines(canvas, drawing);
        DrawPoints(canvas, drawing);
        DrawFlags(canvas, drawing);
        foreach (var word in drawing.Words)
        {
            DrawingPng.Draw(
                canvas,
                new Words(
                    word.Text,
                    (int)Math.Round(word.X),
                    (int)Math.Round(word.Y),
                    word.IsStrong ? SvgFile.Ink : SvgFile.Quiet
                )
                {
                    Size = WordSize,
                    IsStrong = word.IsStrong,
                    Anchor = word.IsEnd ? Anchor.End : Anchor.Start,
                }
            );
        }
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void DrawLines(SKCanvas canvas, MeasureDrawing drawing)
    {
        foreach (var line in drawing.Lines)
        {
            var (color, width, dashes) = SvgFile.StyleOf(line.Ink);
            using var pen = Pen(color, (float)width);
            using var dash = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
            pen.PathEffect = dash;
            pen.StrokeCap = SKStrokeCap.Butt;
            canvas.DrawLine((float)line.X1, (float)line.Y1, (float)line.X2, (float)line.Y2, pen);
        }
        using var ink = Pen(SvgFile.Ink, 1.5f);
        foreach (var curve in drawing.Curves)
        {
            for (var at = 1; at < curve.Count; at++)
            {
                var (from, to) = (curve[at - 1], curve[at]);
                canvas.DrawLine((float)from.X, (float)from.Y, (float)to.X, (float)to.Y, ink);
            }
        }
    }

    private static void DrawPoints(SKCanvas canvas, MeasureDrawing drawing)
    {
        foreach (var dot in drawing.Dots)
        {
            using var fill = DrawingPng.Fill(dot.IsMarked ? SvgFile.Accent : SvgFile.Ink);
            canvas.DrawCircle((float)dot.X, (float)dot.Y, dot.IsMarked ? 5 : 3.5f, fill);
        }
    }

    private static void DrawFlags(SKCanvas canvas, MeasureDrawing drawing)
    {
        foreach (var flag in drawing.Flags)
        {
            using var back = DrawingPng.Fill(flag.IsFilled ? SvgFile.Quiet : "#ffffff");
            using var edge = Pen(SvgFile.Quiet, 1);
            canvas.DrawCircle((float)flag.X, (float)flag.Y, 8, back);
            canvas.DrawCircle((float)flag.X, (float)flag.Y, 8, edge);
            var (x, y) = ((int)Math.Round(flag.X), (int)Math.Round(flag.Y + 4));
            DrawingPng.Draw(
                canvas,
                new Words(flag.Sign, x, y, flag.IsFilled ? "#ffffff" : SvgFile.Quiet)
                {
                    Size = WordSize,
                    IsStrong = true,
                    Anchor = Anchor.Middle,
                }
            );
        }
    }

    private static SKPaint Pen(string color, float width) =>
        new()
        {
            Color = SKColor.Parse(color),
            StrokeWidth = width,
            Style = SKPaintStyle.Stroke,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
            IsAntialias = true,
        };
}

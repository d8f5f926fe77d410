using Endre.Documents.TextDocuments;
using Endre.Web.Texts;

namespace Endre.Web.Components.Charts.Files;

/// <summary>A drawing in a document, with its text for those who do not see it.</summary>
internal static class DrawingImage
{
    // A point on the screen is 1/96 inch (CSS Values 4 § 6.2).
    private const double MillimetersPerPoint = 25.4 / 96;
    private const double Widest = 2_000;

    /// <param name="drawing">What is drawn.</param>
    /// <param name="title">What it is called; its caption.</param>
    /// <param name="description">What it says, in words.</param>
    public static Image Of(FileDrawing drawing, string title, string description)
    {
        var (width, height) = (drawing.Width + (2 * FileDrawing.Margin), drawing.Height + (2 * FileDrawing.Margin));
        var longest = Math.Max(width, height) * MillimetersPerPoint;
        return Image.Svg(
            DrawingSvg.Write(drawing, title, description, Language.Current.Code),
            description,
            width * MillimetersPerPoint * Math.Min(1, Widest / longest),
            DrawingPng.Write(drawing)
        ) with
        {
            Caption = title,
        };
    }
}

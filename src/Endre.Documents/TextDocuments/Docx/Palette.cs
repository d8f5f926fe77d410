namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The colors and the typeface of our documents. Each text color has a contrast of at least 4.5 on white and on the tint.</summary>
internal static class Palette
{
    public const string Ink = "1B2A36";
    public const string Quiet = "51626F";
    public const string Accent = "12556B";
    public const string Rule = "C6D2D9";
    public const string Tint = "EEF5F7";

    /// <summary>On every machine with Word; LibreOffice has Carlito, which is cut to the same measures.</summary>
    public const string Typeface = "Calibri";
}

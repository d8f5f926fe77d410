namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The colors and the typeface of our documents: the spruce of the pages. Each text color has a contrast of at least 4.5 on white and on the tint.</summary>
internal static class Palette
{
    public const string Ink = "1B2824";
    public const string Quiet = "52605B";
    public const string Accent = "17594C";
    public const string Rule = "C5D3CC";
    public const string Tint = "EEF5F1";

    /// <summary>On every machine with Word; LibreOffice has Carlito, which is cut to the same measures.</summary>
    public const string Typeface = "Calibri";
}

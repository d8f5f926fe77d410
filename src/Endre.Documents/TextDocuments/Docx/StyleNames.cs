namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The ids of the styles that the writer uses; <see cref="NamedStyles"/> defines each of them.</summary>
internal static class StyleNames
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string BodyText = "BodyText";
    public const string Note = "Note";
    public const string ListBullet = "ListBullet";
    public const string ListNumber = "ListNumber";
    public const string Quote = "Quote";
    public const string QuoteSource = "QuoteSource";
    public const string CalloutLabel = "CalloutLabel";
    public const string Callout = "Callout";
    public const string Caption = "Caption";
    public const string Figure = "Figure";
    public const string PageBreak = "PageBreak";
    public const string Table = "EndreTable";
    public const string TableHeading = "TableHeading";
    public const string TableText = "TableText";
    public const string Air = "Air";
    public const string ContentsTitle = "TOCHeading";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Hyperlink = "Hyperlink";

    public static string Heading(int level) => $"Heading{level}";

    public static string Contents(int level) => $"TOC{level}";
}

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>The types of relationships that this file format names by address.</summary>
internal static class Relations
{
    public const string Namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string OfficeDocument = $"{Namespace}/officeDocument";
    public const string Hyperlink = $"{Namespace}/hyperlink";
    public const string Image = $"{Namespace}/image";
}

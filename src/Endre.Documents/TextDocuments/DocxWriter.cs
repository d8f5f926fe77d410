using DocumentFormat.OpenXml.Wordprocessing;
using Endre.Documents.Packaging;
using Endre.Documents.TextDocuments.Docx;

namespace Endre.Documents.TextDocuments;

/// <summary>Writes a <see cref="TextDocument"/> as a Word file (Office Open XML, transitional).</summary>
public static class DocxWriter
{
    /// <summary>The media type of what <see cref="Write"/> makes.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string WordprocessingType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>
    /// The document as a file: named styles, real lists and fields, marked header rows, alternative texts and
    /// language. The same document gives the same bytes. Any text can be written: what XML cannot carry becomes U+FFFD.
    /// </summary>
    /// <param name="document">What to write. The blocks have refused what cannot be written, so this does not fail on content.</param>
    /// <returns>The bytes of the .docx file.</returns>
    public static byte[] Write(TextDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var package = new OfficePackage();
        package.Relate("", Relations.OfficeDocument, DocxDraft.MainPart);
        var draft = new DocxDraft(document, package);

        var body = new Body();
        var blocks = new BlockWriter(draft);
        if (document.Logo is { } logo)
        {
            body.Append(blocks.Write([logo]));
        }
        body.Append(TitleBlock(document));
        body.Append(blocks.Write(document.Blocks));
        body.Append(PageFrame.Section(draft));
        var main = new Document(body);
        main.AddNamespaceDeclaration("r", Relations.Namespace);
        package.Add(DocxDraft.MainPart, $"{WordprocessingType}document.main+xml", main);
        draft.AddPart("styles", "styles", NamedStyles.For(document.Language));
        draft.AddPart("numbering", "numbering", ListNumbering.For(draft.NumberedLists));
        draft.AddPart("settings", "settings", FileSettings.For(document.Language));
        draft.AddPart("fontTable", "fontTable", FileSettings.Fonts());
        draft.Properties.AddTo(package);
        return package.ToBytes();
    }

    private static IEnumerable<DocumentFormat.OpenXml.OpenXmlElement> TitleBlock(TextDocument document)
    {
        yield return RunWriter.Plain(StyleNames.Title, SafeText.OneLine(document.Title));
        if (!string.IsNullOrWhiteSpace(document.Subtitle))
        {
            yield return RunWriter.Plain(StyleNames.Subtitle, document.Subtitle);
        }
    }
}

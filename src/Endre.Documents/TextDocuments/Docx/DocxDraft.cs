using DocumentFormat.OpenXml;
using Endre.Documents.Packaging;

namespace Endre.Documents.TextDocuments.Docx;

/// <summary>What is known while one document is written: its package, its places to refer to and its running numbers.</summary>
internal sealed class DocxDraft
{
    public const string MainPart = "word/document.xml";

    private readonly Dictionary<string, string> bookmarks = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);
    private readonly OfficePackage package;
    private int lastId;
    private int headings;
    private int images;

    public DocxDraft(TextDocument document, OfficePackage package)
    {
        Document = document;
        this.package = package;
        foreach (var anchor in document.Blocks.SelectMany(Anchors).OfType<string>())
        {
            // Word takes 40 letters, digits and underscores; an anchor is any text, so it gets a number.
            bookmarks.TryAdd(anchor, $"ref_{bookmarks.Count + 1}");
        }

        HasContents = document.Blocks.Any(block => block is TableOfContents);
    }

    public TextDocument Document { get; }

    public PageMeasure Page => PageMeasure.Of(Document.Page);

    public DocumentLanguage Language => Document.Language;

    /// <summary>Does something list the headings, so that they must be places to go to?</summary>
    public bool HasContents { get; }

    /// <summary>How many numbered lists there are: each has a numbering of its own, which starts at one.</summary>
    public int NumberedLists { get; private set; }

    public int Tables { get; private set; }

    public int Figures { get; private set; }

    public FileProperties Properties =>
        new()
        {
            Title = Document.Title,
            Subject = Document.Subject,
            Author = Document.Author,
            Organization = Document.Organization,
            Language = Document.Language,
            CreatedAt = Document.CreatedAt,
        };

    /// <summary>A number that no other element of this document has.</summary>
    public int NextId() => ++lastId;

    public int NextNumberedList() => ++NumberedLists;

    public int NextTable() => ++Tables;

    public int NextFigure() => ++Figures;

    /// <summary>The bookmark of the next heading in the order of the document.</summary>
    public string NextHeadingBookmark() => HeadingBookmark(++headings);

    public static string HeadingBookmark(int number) => $"_Toc{number:D8}";

    /// <summary>The bookmark a reference leads to, or null when nothing has that anchor.</summary>
    public string? BookmarkOf(string anchor) => bookmarks.GetValueOrDefault(anchor);

    /// <summary>The bookmark to place here, or null when there is none or it already stands elsewhere.</summary>
    public string? BookmarkToPlace(string? anchor) =>
        anchor is not null && placed.Add(anchor) ? bookmarks[anchor] : null;

    /// <summary>Adds a part beside the main one, and gives the id of its relationship.</summary>
    public string AddPart(string name, string kind, OpenXmlElement root)
    {
        package.Add(
            $"word/{name}.xml",
            $"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml",
            root
        );
        return package.Relate(MainPart, $"{Relations.Namespace}/{kind}", $"{name}.xml");
    }

    /// <summary>Adds an image, and gives the id of its relationship.</summary>
    public string AddImage(byte[] bytes, string extension)
    {
        var name = $"media/image{++images}.{extension}";
        package.Add($"word/{name}", MediaTypeOf(extension), bytes);
        return package.Relate(MainPart, Relations.Image, name);
    }

    private static string MediaTypeOf(string extension) =>
        extension switch
        {
            "svg" => "image/svg+xml",
            "jpeg" => "image/jpeg",
            _ => "image/png",
        };

    public string AddLink(Uri target) =>
        package.Relate(MainPart, Relations.Hyperlink, target.AbsoluteUri, isExternal: true);

    private static IEnumerable<string?> Anchors(Block block)
    {
        yield return block.Anchor;
        var inside = block switch
        {
            BulletList list => list.Items.SelectMany(Anchors),
            NumberedList list => list.Items.SelectMany(Anchors),
            Table table => table.Rows.Select(row => row.Anchor),
            _ => [],
        };
        foreach (var anchor in inside)
        {
            yield return anchor;
        }
    }

    private static IEnumerable<string?> Anchors(ListItem item) =>
        item.Children.Select(child => child.Anchor).Prepend(item.Anchor);
}

/// <summary>The measures of a page in twentieths of a point, which is how Word counts.</summary>
internal sealed record PageMeasure(uint Width, uint Height, uint Side, uint Top, uint Bottom)
{
    public int TextWidth => (int)(Width - 2 * Side);

    public int TextHeight => (int)(Height - Top - Bottom);

    public bool IsLandscape => Width > Height;

    public static PageMeasure Of(PageFormat page) =>
        page switch
        {
            PageFormat.A4 => new(11_906, 16_838, 1_361, 1_417, 1_361),
            PageFormat.A4Landscape => new(16_838, 11_906, 1_134, 1_247, 1_134),
            PageFormat.A3Landscape => new(23_811, 16_838, 1_134, 1_247, 1_134),
            _ => throw new ArgumentOutOfRangeException(nameof(page), page, "Unknown page."),
        };
}

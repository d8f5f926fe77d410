namespace Endre.Documents.TextDocuments;

/// <summary>
/// A document of text, such as a report or minutes: what <see cref="DocxWriter"/> writes.
/// Its title stands first, followed by the blocks.
/// </summary>
public sealed record TextDocument
{
    /// <summary>The title, shown on top and in the file's properties. Empty is refused with <see cref="ArgumentException"/>.</summary>
    public required string Title
    {
        get;
        init =>
            field = string.IsNullOrWhiteSpace(value)
                ? throw new ArgumentException("A document has a title.", nameof(value))
                : value;
    }

    /// <summary>A line below the title, such as place and date.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What it is about, for the file's properties only.</summary>
    public string? Subject { get; init; }

    /// <summary>Who wrote it, for the file's properties only; the organization when not given.</summary>
    public string? Author { get; init; }

    /// <summary>Whose document it is, for the file's properties only.</summary>
    public string? Organization { get; init; }

    /// <summary>The logo above the title, or null.</summary>
    public Image? Logo { get; init; }

    /// <summary>The language of the text and of the words the writer adds (Tabell, Figur, Side).</summary>
    public DocumentLanguage Language { get; init; } = DocumentLanguage.Bokmal;

    /// <summary>When it was made; the same instant gives the same bytes.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The size and direction of the paper.</summary>
    public PageFormat Page { get; init; } = PageFormat.A4;

    /// <summary>A line on top of each page but the first.</summary>
    public string? HeaderText { get; init; }

    /// <summary>A line at the foot of each page.</summary>
    public string? FooterText { get; init; }

    /// <summary>Does the foot of each page say «Side 1 av 3»?</summary>
    public bool HasPageNumbers { get; init; } = true;

    /// <summary>The content, from top to bottom.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>The size and direction of the paper.</summary>
public enum PageFormat
{
    /// <summary>A4, upright: 210 × 297 mm.</summary>
    A4,

    /// <summary>A4, lying: 297 × 210 mm.</summary>
    A4Landscape,

    /// <summary>A3, lying: 420 × 297 mm.</summary>
    A3Landscape,
}

namespace Endre.Documents.TextDocuments;

/// <summary>One piece of a <see cref="TextDocument"/>, from top to bottom.</summary>
public abstract record Block
{
    private protected Block() { }

    /// <summary>
    /// A name that a <see cref="ReferenceRun"/> can lead to; any text, never shown. Where several things in one
    /// document have the same anchor, references lead to the first.
    /// </summary>
    public string? Anchor { get; init; }
}

/// <summary>A heading. Level 1 is the highest below the document's title.</summary>
/// <param name="Level">1 to 4; otherwise <see cref="ArgumentOutOfRangeException"/>.</param>
/// <param name="Text">What it says.</param>
public sealed record Heading(int Level, RichText Text) : Block
{
    /// <summary>1 to 4.</summary>
    public int Level { get; } =
        Level is >= 1 and <= 4
            ? Level
            : throw new ArgumentOutOfRangeException(nameof(Level), Level, "A heading has level 1 to 4.");
}

/// <summary>A paragraph of running text.</summary>
/// <param name="Text">What it says; line breaks inside it stay line breaks.</param>
public sealed record Paragraph(RichText Text) : Block;

/// <summary>A small, quiet paragraph: a source, a reservation, a word about how something was counted.</summary>
/// <param name="Text">What it says.</param>
public sealed record Note(RichText Text) : Block;

/// <summary>A list without order.</summary>
/// <param name="Items">Its items; an empty list writes nothing.</param>
public sealed record BulletList(params IReadOnlyList<ListItem> Items) : Block;

/// <summary>A list with order: 1, 2, 3, and a, b, c below. Each list starts at one.</summary>
/// <param name="Items">Its items; an empty list writes nothing.</param>
public sealed record NumberedList(params IReadOnlyList<ListItem> Items) : Block;

/// <summary>An item of a list, with at most one level of items below it.</summary>
public sealed record ListItem
{
    /// <summary>An item, perhaps with items below it.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="children">Items one level down, which have none themselves.</param>
    /// <exception cref="ArgumentException">A child has children: a list has two levels.</exception>
    public ListItem(RichText text, params IReadOnlyList<ListItem> children)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(children);
        if (children.Any(child => child.Children.Count > 0))
        {
            throw new ArgumentException("A list has two levels.", nameof(children));
        }

        (Text, Children) = (text, children);
    }

    /// <summary>What it says.</summary>
    public RichText Text { get; }

    /// <summary>The items below it.</summary>
    public IReadOnlyList<ListItem> Children { get; }

    /// <summary>As <see cref="Block.Anchor"/>.</summary>
    public string? Anchor { get; init; }

    /// <summary>An item of plain text.</summary>
    /// <param name="text">What it says.</param>
    public static implicit operator ListItem(string text) => new(text);

    /// <summary>An item without children.</summary>
    /// <param name="text">What it says.</param>
    public static implicit operator ListItem(RichText text) => new(text);
}

/// <summary>Somebody's own words, set apart.</summary>
/// <param name="Text">The words; quotation marks are the caller's.</param>
/// <param name="Source">Whose they are or where they stand, on a line of its own.</param>
public sealed record Quote(RichText Text, RichText? Source = null) : Block;

/// <summary>
/// A marked passage, such as an interpretation that must not be taken for the participants' words: shown as a box
/// with its label, and held together as a named content control in the file.
/// </summary>
/// <param name="Label">What it is, such as «Tolkning»; empty is refused with <see cref="ArgumentException"/>.</param>
/// <param name="Paragraphs">What it says.</param>
public sealed record Callout(string Label, params IReadOnlyList<RichText> Paragraphs) : Block
{
    /// <summary>What it is.</summary>
    public string Label { get; } =
        string.IsNullOrWhiteSpace(Label)
            ? throw new ArgumentException("A callout says what it is.", nameof(Label))
            : Label;
}

/// <summary>What follows begins on a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>
/// A table of contents that leads to the headings. It is a real field: the entries are written as links, and Word
/// adds page numbers when the field is updated (the file does not ask for that by itself, since Word would then
/// meet the reader with a warning).
/// </summary>
/// <param name="Title">What stands above it, such as «Innhold»; empty is refused with <see cref="ArgumentException"/>.</param>
/// <param name="Levels">Down to which level headings are listed, 1 to 4; otherwise <see cref="ArgumentOutOfRangeException"/>.</param>
public sealed record TableOfContents(string Title, int Levels = 2) : Block
{
    /// <summary>What stands above it.</summary>
    public string Title { get; } =
        string.IsNullOrWhiteSpace(Title)
            ? throw new ArgumentException("A table of contents has a title.", nameof(Title))
            : Title;

    /// <summary>Down to which level headings are listed.</summary>
    public int Levels { get; } =
        Levels is >= 1 and <= 4
            ? Levels
            : throw new ArgumentOutOfRangeException(nameof(Levels), Levels, "Headings have level 1 to 4.");
}

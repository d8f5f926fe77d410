using System.Collections;
using System.Runtime.CompilerServices;

namespace Endre.Documents.TextDocuments;

/// <summary>
/// A piece of running text with one look or one destination. A plain string is one by itself:
/// <c>RichText text = ["Vi prøver ", Run.Bold("én ting"), " i gangen."];</c>.
/// Line breaks inside the text become line breaks in the document; characters that XML cannot carry become U+FFFD.
/// </summary>
public abstract record Run
{
    private protected Run(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The words themselves; may be empty.</summary>
    public string Text { get; }

    /// <summary>Plain text.</summary>
    /// <param name="text">The words.</param>
    public static implicit operator Run(string text) => new TextRun(text);

    /// <summary>Text in bold.</summary>
    /// <param name="text">The words.</param>
    public static TextRun Bold(string text) => new(text) { IsBold = true };

    /// <summary>Text in italics.</summary>
    /// <param name="text">The words.</param>
    public static TextRun Italic(string text) => new(text) { IsItalic = true };

    /// <summary>A link out of the document.</summary>
    /// <param name="text">The words to follow.</param>
    /// <param name="target">An absolute http, https, mailto or tel address of at most 2,000 characters.</param>
    /// <exception cref="ArgumentException">The address is relative, of another scheme, or too long for Word.</exception>
    public static LinkRun Link(string text, Uri target) => new(text, target);

    /// <summary>A reference to a block, list item or table row of the same document: a quote that leads to its source.</summary>
    /// <param name="anchor">The <see cref="Block.Anchor"/> that is meant.</param>
    /// <param name="text">The words to follow.</param>
    /// <exception cref="ArgumentException">The anchor is empty.</exception>
    public static ReferenceRun To(string anchor, string text) => new(anchor, text);
}

/// <summary>Text that is plain, bold, italic or both.</summary>
public sealed record TextRun : Run
{
    /// <summary>Plain text.</summary>
    /// <param name="text">The words; may be empty.</param>
    public TextRun(string text)
        : base(text) { }

    /// <summary>Is it set in bold?</summary>
    public bool IsBold { get; init; }

    /// <summary>Is it set in italics?</summary>
    public bool IsItalic { get; init; }
}

/// <summary>A link to an address outside the document.</summary>
public sealed record LinkRun : Run
{
    private const int LongestAddress = 2_000;

    /// <summary>A link out of the document.</summary>
    /// <param name="text">The words to follow.</param>
    /// <param name="target">An absolute http, https, mailto or tel address of at most 2,000 characters.</param>
    /// <exception cref="ArgumentException">The address is relative, of another scheme, or too long for Word.</exception>
    public LinkRun(string text, Uri target)
        : base(text)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.IsAbsoluteUri || target.Scheme is not ("http" or "https" or "mailto" or "tel"))
        {
            throw new ArgumentException("A link is an absolute http, https, mailto or tel address.", nameof(target));
        }

        if (target.AbsoluteUri.Length > LongestAddress)
        {
            throw new ArgumentException($"A link has at most {LongestAddress} characters.", nameof(target));
        }

        Target = target;
    }

    /// <summary>Where it leads.</summary>
    public Uri Target { get; }
}

/// <summary>A reference to a place in the same document. If nothing there has the anchor, its text is written alone.</summary>
public sealed record ReferenceRun : Run
{
    /// <summary>A reference inside the document.</summary>
    /// <param name="anchor">The <see cref="Block.Anchor"/> that is meant.</param>
    /// <param name="text">The words to follow.</param>
    /// <exception cref="ArgumentException">The anchor is empty.</exception>
    public ReferenceRun(string anchor, string text)
        : base(text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(anchor);
        Anchor = anchor;
    }

    /// <summary>The anchor of the block, list item or row that is referred to.</summary>
    public string Anchor { get; }
}

/// <summary>Text made of runs. Converts from a string and from a collection expression of runs and strings.</summary>
[CollectionBuilder(typeof(RichText), nameof(Create))]
public sealed class RichText : IReadOnlyList<Run>
{
    private readonly Run[] runs;

    private RichText(Run[] runs) => this.runs = runs;

    /// <summary>No text.</summary>
    public static RichText Empty { get; } = new([]);

    /// <summary>The number of runs.</summary>
    public int Count => runs.Length;

    /// <summary>The run at a position.</summary>
    /// <param name="index">From 0.</param>
    public Run this[int index] => runs[index];

    /// <summary>Text of the given runs, in their order.</summary>
    /// <param name="runs">None of them may be null.</param>
    /// <exception cref="ArgumentNullException">A run is null.</exception>
    public static RichText Create(ReadOnlySpan<Run> runs)
    {
        foreach (var run in runs)
        {
            ArgumentNullException.ThrowIfNull(run, nameof(runs));
        }

        return new(runs.ToArray());
    }

    /// <summary>Plain text.</summary>
    /// <param name="text">The words; may be empty.</param>
    public static implicit operator RichText(string text) => new([text]);

    /// <inheritdoc />
    public IEnumerator<Run> GetEnumerator() => ((IEnumerable<Run>)runs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => runs.GetEnumerator();

    /// <summary>The words without looks and destinations.</summary>
    public override string ToString() => string.Concat(runs.Select(run => run.Text));
}

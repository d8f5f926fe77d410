using Endre.Norwegian.Words;

namespace Endre.Norwegian.Searching;

/// <summary>A word that is looked for.</summary>
/// <param name="Form">The word.</param>
/// <param name="Folded">As it is written without the letters that not all keyboards have.</param>
/// <param name="Errors">How many wrong keys it is forgiven.</param>
/// <param name="IsUnfinished">Whether more letters may follow.</param>
public sealed record QueryWord(WordForm Form, string Folded, int Errors, bool IsUnfinished)
{
    private const int ShortestUnfinished = 2;
    private const int ShortestCompounding = 4;
    private const int ShortestPart = 3;
    private const int ShortestKnownTypo = 6;

    // Endings as much as words: what stands before them must be a word for them to be the last of two.
    private static readonly string[] AlsoEndings = ["full", "loes", "messig", "verdig"];

    // They end as a cupboard does, and are none.
    private static readonly HashSet<string> NotCompounds =
    [
        .. "kunnskap egenskap selskap vitenskap medlemskap landskap fellesskap budskap vennskap eierskap lederskap mannskap beredskap regnskap redskap ekteskap"
            .Split(' ')
            .Select(word => WordForm.Of(word).Root),
    ];

    internal static QueryWord Of(string word, bool isUnfinished) =>
        new(WordForm.Of(word), Folding.Of(word), TypingError.Forgiven(word), isUnfinished);

    /// <summary>Whether longer words that begin with it answer it.</summary>
    internal bool Opens =>
        Form.Surface.Length >= ShortestCompounding || (IsUnfinished && Form.Surface.Length >= ShortestUnfinished);

    /// <summary>Whether compounds that end in it answer it.</summary>
    internal bool Closes => Form.Root.Length >= ShortestPart && !StopWords.Contains(Form.Surface);

    /// <summary>Whether words near it are thought of, also when it is a word that texts have.</summary>
    internal bool IsDoubted => Form.Surface.Length >= ShortestKnownTypo;

    /// <summary>How a word answers it, as far as the two tell by themselves.</summary>
    /// <param name="word">A word of a text.</param>
    public MatchKind Compare(WordForm word) =>
        word.Surface == Form.Surface ? MatchKind.Exact
        : word.Root == Form.Root
            ? word.Stem == Form.Stem ? MatchKind.Stem
                : MatchKind.Variant
        : CompareFolded(word, Folding.Of(word.Surface));

    private MatchKind CompareFolded(WordForm word, string folded) =>
        folded == Folded ? MatchKind.Variant
        : Opens && folded.StartsWith(Folded, StringComparison.Ordinal) ? MatchKind.Prefix
        : !StopWords.Contains(word.Surface)
        && (TypingError.IsNear(Form.Surface, word.Surface, Errors) || IsNearRoot(word.Root))
            ? MatchKind.Typo
        : HasAsLastPart(word.Root) ? MatchKind.Part
        : MatchKind.None;

    /// <summary>Whether a root may have been meant, whatever hangs on it.</summary>
    /// <param name="root">The root of a word of a text.</param>
    internal bool IsNearRoot(string root) =>
        Errors > 0
        && (
            TypingError.IsNear(Form.Root, root, Math.Min(Errors, TypingError.Forgiven(Form.Root)))
            || (root.Length > Form.Root.Length && Folding.IsBareOf(Form.Root, root))
        );

    /// <summary>Whether a root may be a compound whose last part this is.</summary>
    /// <param name="root">The root of a word of a text.</param>
    public bool HasAsLastPart(string root) =>
        root is not null
        && Closes
        && !NotCompounds.Contains(root)
        && root.Length >= Form.Root.Length + ShortestPart
        && root.EndsWith(Form.Root, StringComparison.Ordinal);

    /// <summary>Whether it is a compound only when it begins with a word: vaktrom for rom, and feilfull for full only where there is feil.</summary>
    internal bool NeedsFirstPart => Form.Surface.Length <= ShortestPart || AlsoEndings.Contains(Form.Root);

    /// <summary>The roots of what a compound may begin with when this is its last part: nøkkel, and pasient of pasients.</summary>
    /// <param name="root">A root that <see cref="HasAsLastPart"/>.</param>
    internal IEnumerable<string> FirstPartsOf(string root)
    {
        var first = root[..^Form.Root.Length];
        yield return WordForm.Of(first).Root;
        if (first.Length > ShortestPart && first[^1] is 's' or 'e')
        {
            yield return WordForm.Of(first[..^1]).Root;
        }
    }
}

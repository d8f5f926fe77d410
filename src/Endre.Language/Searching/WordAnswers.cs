namespace Endre.Norwegian.Searching;

/// <summary>The words of the vocabulary that answer a word that is looked for, the best kind first.</summary>
internal sealed class WordAnswers
{
    private const int MostNear = 24;
    private const int RareBeside = 10;

    private readonly Vocabulary vocabulary;
    private readonly HashSet<int> taken = [];
    private readonly List<Answer> answers = [];

    private WordAnswers(Vocabulary vocabulary) => this.vocabulary = vocabulary;

    /// <summary>A word, and what it is worth.</summary>
    public readonly record struct Answer(int Word, MatchKind Kind)
    {
        public float Weight => MatchWeight.Of(Kind);
    }

    public IReadOnlyList<Answer> All => answers;

    /// <summary>How many texts have one of them, counted once for each word.</summary>
    public long Texts { get; private set; }

    /// <summary>How rare the word is among so many texts.</summary>
    public float Rarity { get; private set; }

    /// <summary>Finds them.</summary>
    /// <param name="wanted">The word.</param>
    /// <param name="vocabulary">Where.</param>
    /// <param name="texts">How many texts there are.</param>
    public static WordAnswers Of(QueryWord wanted, Vocabulary vocabulary, int texts)
    {
        var found = new WordAnswers(vocabulary);
        var known = found.AddRoot(wanted) + found.Add(vocabulary.WrittenAs(wanted.Folded), MatchKind.Variant);
        // What the word itself is rare as; what only resembles it says nothing of that.
        var counted = known;
        if (wanted.Opens)
        {
            counted += found.Add(vocabulary.BeginningWith(wanted.Folded), MatchKind.Prefix);
        }
        if (wanted.Closes)
        {
            counted += found.Add(vocabulary.CompoundsOf(wanted).SelectMany(vocabulary.OfRoot), MatchKind.Part);
        }
        found.AddNear(wanted, counted);
        found.answers.Sort((one, other) => one.Kind.CompareTo(other.Kind));
        found.Texts = found.answers.Sum(answer => (long)vocabulary.PostingsOf(answer.Word).Count);
        var frequency = Math.Min(texts, known > 0 ? known : found.Texts);
        found.Rarity = MathF.Log(1f + ((texts + 1f) / (frequency + 1f)));
        return found;
    }

    private long AddRoot(QueryWord wanted)
    {
        var count = 0L;
        foreach (var word in vocabulary.OfRoot(wanted.Form.Root))
        {
            var surface = vocabulary.Surface(word);
            count += Add(
                word,
                surface == wanted.Form.Surface ? MatchKind.Exact
                    : Words.NorwegianStem.Of(surface) == wanted.Form.Stem ? MatchKind.Stem
                    : MatchKind.Variant
            );
        }
        return count;
    }

    // A word that many texts have was hardly mistyped; but some who wrote it were, and of their words few texts have one.
    private void AddNear(QueryWord wanted, long known)
    {
        if (wanted.Errors == 0 || (known > 0 && !wanted.IsDoubted))
        {
            return;
        }
        var most = known > 0 ? Math.Max(1, known / RareBeside) : long.MaxValue;
        var near = vocabulary
            .NearTo(wanted, withEndings: known > 0)
            .Select(root =>
                (Root: root, Texts: vocabulary.OfRoot(root).Sum(word => (long)vocabulary.PostingsOf(word).Count))
            )
            .Where(root => root.Texts <= most && !vocabulary.OfRoot(root.Root).All(IsStopWord))
            .OrderByDescending(root => root.Texts)
            .ThenBy(root => root.Root, StringComparer.Ordinal)
            .Take(MostNear);
        foreach (var (root, _) in near)
        {
            Add(vocabulary.OfRoot(root), MatchKind.Typo);
        }
    }

    // Nobody who types skap means skal.
    private bool IsStopWord(int word) => Words.StopWords.Contains(vocabulary.Surface(word));

    private long Add(IEnumerable<int> words, MatchKind kind)
    {
        var count = 0L;
        foreach (var word in words)
        {
            count += Add(word, kind);
        }
        return count;
    }

    private long Add(int word, MatchKind kind)
    {
        if (!taken.Add(word))
        {
            return 0;
        }
        answers.Add(new Answer(word, kind));
        return vocabulary.PostingsOf(word).Count;
    }
}

using System.Numerics;
using Endre.Norwegian.Words;

namespace Endre.Norwegian.Searching;

/// <summary>Every word of the texts, and which texts have it.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Dictionary<string, int> rootNumbers = new(StringComparer.Ordinal);
    private readonly WordOrder beginnings = new(Compare);
    private readonly WordOrder endings = new(CompareFromEnd);
    private string[] surfaces = new string[16];
    private string[] folded = new string[16];
    private string[] roots = new string[16];
    private int[] rootOf = new int[16];
    private int[] nextOfRoot = new int[16];
    private int[] firstOfRoot = new int[16];

    // What tells most words apart from a mistyped one without comparing them: length, and which letters they have.
    private byte[] lengths = new byte[16];
    private uint[] letters = new uint[16];
    private uint[] rootLetters = new uint[16];
    private PostingList[] postings = new PostingList[16];

    public Vocabulary() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => numbers.Count;

    public string Surface(int word) => surfaces[word];

    public ref PostingList PostingsOf(int word) => ref postings[word];

    /// <summary>Notes that a text has a word.</summary>
    public void Add(ReadOnlySpan<char> word, int text)
    {
        if (!bySpan.TryGetValue(word, out var number))
        {
            number = New(word.ToString());
        }
        postings[number].Add(text);
    }

    /// <summary>The words with a root, or none.</summary>
    public IEnumerable<int> OfRoot(string root)
    {
        if (!rootNumbers.TryGetValue(root, out var number))
        {
            yield break;
        }
        for (var word = firstOfRoot[number]; word >= 0; word = nextOfRoot[word])
        {
            yield return word;
        }
    }

    /// <summary>The words that begin so, folded.</summary>
    public IEnumerable<int> BeginningWith(string beginning) =>
        beginnings.With(folded, beginning, static (word, part) => word.StartsWith(part, StringComparison.Ordinal));

    /// <summary>The roots of compounds whose last part this is.</summary>
    public IEnumerable<string> CompoundsOf(QueryWord last)
    {
        foreach (
            var root in endings.With(
                roots,
                last.Form.Root,
                static (word, part) => word.EndsWith(part, StringComparison.Ordinal)
            )
        )
        {
            if (
                last.HasAsLastPart(roots[root])
                && (!last.NeedsFirstPart || last.FirstPartsOf(roots[root]).Any(rootNumbers.ContainsKey))
            )
            {
                yield return roots[root];
            }
        }
    }

    /// <summary>The words that are written so on a keyboard without some of their letters.</summary>
    public IEnumerable<int> WrittenAs(string letters) =>
        beginnings.With(folded, letters, static (word, other) => word == other);

    /// <summary>The roots of words that may have been meant.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="withEndings">Whether only words that are near it as they stand are taken.</param>
    public HashSet<string> NearTo(QueryWord typed, bool withEndings)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var wanted = typed.Form.Surface;
        var mask = LettersOf(wanted);
        var most = typed.Errors * 2;
        for (var word = 0; word < Count; word++)
        {
            if (
                Math.Abs(lengths[word] - wanted.Length) <= typed.Errors
                && BitOperations.PopCount(letters[word] ^ mask) <= most
                && TypingError.IsNear(wanted, surfaces[word], typed.Errors)
            )
            {
                found.Add(roots[rootOf[word]]);
            }
        }
        mask = LettersOf(typed.Form.Root);
        for (var root = 0; !withEndings && root < rootNumbers.Count; root++)
        {
            if (BitOperations.PopCount(rootLetters[root] ^ mask) <= most && typed.IsNearRoot(roots[root]))
            {
                found.Add(roots[root]);
            }
        }
        return found;
    }

    /// <summary>The same words without texts that are gone, and without words that no text has.</summary>
    /// <param name="renumbered">The new number of each text, or −1.</param>
    public Vocabulary Tidied(int[] renumbered)
    {
        var tidy = new Vocabulary();
        for (var word = 0; word < Count; word++)
        {
            var number = -1;
            foreach (var text in Texts(word))
            {
                if (renumbered[text] >= 0)
                {
                    number = number < 0 ? tidy.New(surfaces[word]) : number;
                    tidy.postings[number].Add(renumbered[text]);
                }
            }
        }
        return tidy;
    }

    private List<int> Texts(int word)
    {
        var texts = new List<int>(postings[word].Count);
        var reader = postings[word].Read();
        while (reader.MoveNext())
        {
            texts.Add(reader.Current);
        }
        return texts;
    }

    private int New(string surface)
    {
        var number = numbers.Count;
        if (number == surfaces.Length)
        {
            var size = number + Math.Max(16, number / 2);
            Array.Resize(ref surfaces, size);
            Array.Resize(ref folded, size);
            Array.Resize(ref rootOf, size);
            Array.Resize(ref nextOfRoot, size);
            Array.Resize(ref lengths, size);
            Array.Resize(ref letters, size);
            Array.Resize(ref postings, size);
        }
        numbers.Add(surface, number);
        var root = RootNumber(WordForm.Of(surface).Root);
        (surfaces[number], folded[number]) = (surface, Folding.Of(surface));
        (lengths[number], letters[number]) = ((byte)Math.Min(surface.Length, byte.MaxValue), LettersOf(surface));
        (rootOf[number], nextOfRoot[number], firstOfRoot[root]) = (root, firstOfRoot[root], number);
        beginnings.Add(number, folded);
        return number;
    }

    private int RootNumber(string root)
    {
        if (rootNumbers.TryGetValue(root, out var number))
        {
            return number;
        }
        number = rootNumbers.Count;
        if (number == roots.Length)
        {
            var size = number + Math.Max(16, number / 2);
            Array.Resize(ref roots, size);
            Array.Resize(ref rootLetters, size);
            Array.Resize(ref firstOfRoot, size);
        }
        rootNumbers.Add(root, number);
        (roots[number], rootLetters[number], firstOfRoot[number]) = (root, LettersOf(root), -1);
        endings.Add(number, roots);
        return number;
    }

    private static uint LettersOf(string word)
    {
        var mask = 0u;
        foreach (var letter in word)
        {
            mask |= 1u << (letter is >= 'a' and <= 'z' ? letter - 'a' : 26 + (letter % 6));
        }
        return mask;
    }

    private static int Compare(string word, string other) => string.CompareOrdinal(word, other);

    private static int CompareFromEnd(string word, string other)
    {
        for (int i = word.Length - 1, j = other.Length - 1; i >= 0 && j >= 0; i--, j--)
        {
            if (word[i] != other[j])
            {
                return word[i] - other[j];
            }
        }
        return word.Length - other.Length;
    }
}

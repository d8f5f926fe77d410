namespace Endre.Norwegian.Words;

/// <summary>Takes one word after another.</summary>
/// <param name="word">The word, in small letters; valid during the call only.</param>
public delegate void WordTaker(ReadOnlySpan<char> word);

/// <summary>The words under which a text is found.</summary>
public static class TextWords
{
    private const int LongestWord = 64;

    // What Norwegian hangs on abbreviations with a hyphen: PC-en, SMS-ar, NAV-s.
    private static readonly string[] Endings = ["en", "et", "er", "ene", "a", "ane", "ar", "ens", "ets", "s", "n"];

    /// <summary>
    /// Gives every word of a text. What is written with hyphens is given whole, without them, and part by part, so that
    /// e-post is found as epost and as post; an ending after a hyphen is left out.
    /// </summary>
    /// <param name="lower">The text as <see cref="Folding.Lower"/> gives it.</param>
    /// <param name="take">Takes the words, some of them maybe several times.</param>
    public static void Read(string lower, WordTaker take)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(take);
        var text = lower.AsSpan();
        var reader = new WordReader(text);
        var begins = -1;
        var ends = 0;
        var parts = 0;
        while (reader.MoveNext())
        {
            var word = text.Slice(reader.Start, reader.Length);
            if (!reader.IsJoined)
            {
                Join(text, begins, ends, parts, take);
                (begins, parts) = (reader.Start, 0);
            }
            else if (IsEnding(word))
            {
                continue;
            }
            (ends, parts) = (reader.Start + reader.Length, parts + 1);
            Give(word, take);
        }
        Join(text, begins, ends, parts, take);
    }

    /// <summary>The words that somebody looks for, in their order, each whole or in parts as it is best found.</summary>
    /// <param name="lower">What was typed, as <see cref="Folding.Lower"/> gives it.</param>
    /// <param name="most">No more than so many.</param>
    public static IReadOnlyList<string> ReadQuery(string lower, int most)
    {
        ArgumentNullException.ThrowIfNull(lower);
        var found = new List<string>();
        var parts = new List<string>();
        var reader = new WordReader(lower);
        while (found.Count < most && reader.MoveNext())
        {
            var word = lower.Substring(reader.Start, Math.Min(reader.Length, LongestWord));
            if (!reader.IsJoined)
            {
                Close(found, parts);
            }
            else if (IsEnding(word))
            {
                continue;
            }
            parts.Add(word);
        }
        Close(found, parts);
        return [.. found.Take(most)];
    }

    /// <summary>Whether it is what hangs on an abbreviation: the <c>en</c> of PC-en.</summary>
    /// <param name="word">The part after the hyphen, in small letters.</param>
    internal static bool IsEnding(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.SequenceEqual(ending))
            {
                return true;
            }
        }
        return false;
    }

    private static void Close(List<string> found, List<string> parts)
    {
        // e-post is a word of its own; IKT-system is looked for as both of its words.
        if (parts.Count > 1 && parts.Exists(part => part.Length < 3))
        {
            found.Add(string.Concat(parts));
        }
        else
        {
            found.AddRange(parts);
        }
        parts.Clear();
    }

    private static void Join(ReadOnlySpan<char> text, int begins, int ends, int parts, WordTaker take)
    {
        if (parts < 2 || ends - begins > LongestWord)
        {
            return;
        }
        Span<char> joined = stackalloc char[LongestWord];
        var length = 0;
        foreach (var letter in text[begins..ends])
        {
            if (letter is not ('-' or '\u2010' or '\u2011'))
            {
                joined[length++] = letter;
            }
        }
        take(joined[..length]);
    }

    private static void Give(ReadOnlySpan<char> word, WordTaker take) =>
        take(word.Length > LongestWord ? word[..LongestWord] : word);
}

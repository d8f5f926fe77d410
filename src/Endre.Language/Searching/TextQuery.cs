using System.Collections.Immutable;
using Endre.Norwegian.Words;

namespace Endre.Norwegian.Searching;

/// <summary>What somebody looks for.</summary>
public sealed class TextQuery
{
    /// <summary>The most words that are looked for; the rest of a long text says the same once more.</summary>
    public const int MostWords = 12;

    private TextQuery(ImmutableArray<QueryWord> words) => Words = words;

    /// <summary>The words, each once, without those that say nothing.</summary>
    public ImmutableArray<QueryWord> Words { get; }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => Words.IsEmpty;

    /// <summary>Reads what was typed.</summary>
    /// <param name="text">As it came; null is nothing.</param>
    /// <param name="isTyping">Whether the last word may be unfinished.</param>
    public static TextQuery Read(string? text, bool isTyping = true)
    {
        var lower = Folding.Lower(text ?? "");
        var typed = TextWords.ReadQuery(lower, MostWords * 4);
        var goesOn = isTyping && lower is [.., var end] && char.IsLetterOrDigit(end);
        var told = typed.Where(word => !StopWords.Contains(word)).ToList();
        if (told.Count == 0)
        {
            told = [.. typed];
        }
        var last = typed.Count > 0 ? typed[^1] : null;
        var words = ImmutableArray.CreateBuilder<QueryWord>();
        for (var i = 0; i < told.Count && words.Count < MostWords; i++)
        {
            var isLast = goesOn && i == told.Count - 1 && told[i] == last;
            // One letter of the next word says nothing yet.
            if (isLast && told[i].Length == 1 && told.Count > 1)
            {
                continue;
            }
            var word = QueryWord.Of(told[i], isLast);
            if (words.All(before => before.Form.Root != word.Form.Root))
            {
                words.Add(word);
            }
        }
        return new TextQuery(words.ToImmutable());
    }

    /// <summary>How well a single text answers, without an index: for short lists such as names.</summary>
    /// <param name="text">The text.</param>
    /// <returns>0 when no word is in it, 1 when all are, letter by letter.</returns>
    public double ScoreOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsEmpty ? 0 : BestOf(text).Sum(kind => MatchWeight.Of(kind)) / Words.Length;
    }

    /// <summary>Whether a single text has all the words in one way or another.</summary>
    /// <param name="text">The text.</param>
    public bool IsAnsweredBy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !IsEmpty && !BestOf(text).Contains(MatchKind.None);
    }

    /// <summary>Whether a single text has at least half of the words in one way or another.</summary>
    /// <param name="text">The text.</param>
    public bool IsTouchedBy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !IsEmpty && BestOf(text).Count(kind => kind != MatchKind.None) >= Enough;
    }

    /// <summary>Where a text has what was looked for, to be marked.</summary>
    /// <param name="text">The text, composed as texts are stored.</param>
    /// <returns>Places in the text, in order, none in another.</returns>
    public IReadOnlyList<TextMark> MarksIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var marks = new List<TextMark>();
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            var form = WordForm.Of(text.Substring(reader.Start, reader.Length).ToLowerInvariant());
            if (Words.Any(word => word.Compare(form) != MatchKind.None))
            {
                marks.Add(new TextMark(reader.Start, reader.Length));
            }
        }
        return marks;
    }

    /// <summary>How many of the words a text must have when none has all.</summary>
    internal int Enough => (Words.Length + 1) / 2;

    private MatchKind[] BestOf(string text)
    {
        var best = new MatchKind[Words.Length];
        Array.Fill(best, MatchKind.None);
        TextWords.Read(
            Folding.Lower(text),
            found =>
            {
                var form = WordForm.Of(found.ToString());
                for (var i = 0; i < best.Length; i++)
                {
                    var kind = Words[i].Compare(form);
                    best[i] = kind < best[i] ? kind : best[i];
                }
            }
        );
        return best;
    }
}

/// <summary>A place in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextMark(int Start, int Length);

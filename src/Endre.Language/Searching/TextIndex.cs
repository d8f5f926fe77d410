using Endre.Norwegian.Words;

namespace Endre.Norwegian.Searching;

/// <summary>How much of what is looked for a text must have.</summary>
public enum Matching
{
    /// <summary>Every word; only where no text has all of them, at least half.</summary>
    All,

    /// <summary>At least half of the words: for texts that resemble what somebody writes.</summary>
    Half,
}

/// <summary>Which texts are looked among.</summary>
/// <param name="Places">Those of these places.</param>
/// <param name="Also">And these, wherever they belong.</param>
public sealed record TextScope(IReadOnlySet<Guid> Places, IReadOnlySet<Guid> Also);

/// <summary>A text that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">How well it answers, from 0 to 1; 1 has every word, letter by letter.</param>
public readonly record struct TextHit(Guid Id, double Score);

/// <summary>What was found.</summary>
/// <param name="Hits">The best, best first; where they are equally good, by their ids, which tell no time.</param>
/// <param name="HasMore">Whether there are others.</param>
public sealed record TextHits(IReadOnlyList<TextHit> Hits, bool HasMore)
{
    /// <summary>Nothing.</summary>
    public static TextHits None { get; } = new([], HasMore: false);
}

/// <summary>
/// Texts in memory, found by their words while somebody types. An inverted index: each word knows its texts. It keeps no
/// texts and decides on no rights: whoever shows a hit loads it, and looks again whether it is still so.
/// </summary>
/// <remarks>Any number of threads may look while one changes it; a change waits for those who look, some milliseconds.</remarks>
public sealed class TextIndex : IDisposable
{
    private const int FewestGone = 4_096;

    private readonly ReaderWriterLockSlim door = new();
    private Vocabulary vocabulary = new();
    private DocumentTable documents = new();

    /// <summary>How many texts there are.</summary>
    public int Count => Look(() => documents.Count);

    /// <summary>How many words they have in all; those of texts that are gone are counted until <see cref="Tidy"/>.</summary>
    public int WordCount => Look(() => vocabulary.Count);

    /// <summary>Adds a text, or puts it in the place of the one with the same id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="place">Where it belongs: a unit, a workshop; see <see cref="TextScope"/>.</param>
    /// <param name="stamp">Which version of it this is; only kept.</param>
    /// <param name="text">The text.</param>
    public void Put(Guid id, Guid place, int stamp, string text)
    {
        var lower = Folding.Lower(text);
        door.EnterWriteLock();
        try
        {
            var number = documents.Add(id, place, stamp);
            var words = 0;
            TextWords.Read(
                lower,
                word =>
                {
                    vocabulary.Add(word, number);
                    words++;
                }
            );
            documents.SetLength(number, words);
            if (documents.Numbers - documents.Count > Math.Max(FewestGone, documents.Count / 4))
            {
                TidyNow();
            }
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    /// <summary>Takes a text out: from now on nothing finds it.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>False when there was none.</returns>
    public bool Remove(Guid id)
    {
        door.EnterWriteLock();
        try
        {
            return documents.Remove(id);
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    /// <summary>Forgets the words of texts that have been taken out or replaced. It happens by itself when there are many.</summary>
    public void Tidy()
    {
        door.EnterWriteLock();
        try
        {
            if (documents.Numbers > documents.Count)
            {
                TidyNow();
            }
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    /// <summary>Which version of a text is here; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    public int? StampOf(Guid id) =>
        Look(() => documents.Find(id) is >= 0 and var at ? documents.StampOf(at) : (int?)null);

    /// <summary>The ids of all texts.</summary>
    public IReadOnlyList<Guid> Ids() => Look(() => documents.Ids().ToList());

    /// <summary>Finds texts.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="most">How many hits are wanted at most.</param>
    /// <param name="scope">Among which texts; null is all.</param>
    /// <param name="matching">How much of it a text must have.</param>
    public TextHits Find(TextQuery query, int most, TextScope? scope = null, Matching matching = Matching.All)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.IsEmpty || most <= 0)
        {
            return TextHits.None;
        }
        return Look(() => new SearchRound(vocabulary, documents, scope).Find(query, most, matching));
    }

    /// <inheritdoc/>
    public void Dispose() => door.Dispose();

    private T Look<T>(Func<T> look)
    {
        door.EnterReadLock();
        try
        {
            return look();
        }
        finally
        {
            door.ExitReadLock();
        }
    }

    private void TidyNow()
    {
        documents = documents.Tidied(out var renumbered);
        vocabulary = vocabulary.Tidied(renumbered);
    }
}

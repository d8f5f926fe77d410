namespace Endre.Norwegian.Searching;

/// <summary>
/// Words in an order in which those that begin, or end, alike stand together. New ones wait in a heap of their own, which is
/// gone through one by one, until there are enough of them to be worth sorting in.
/// </summary>
/// <param name="compare">The order.</param>
internal sealed class WordOrder(Comparison<string> compare)
{
    private const int FewestWaiting = 512;

    private int[] sorted = [];
    private readonly List<int> waiting = [];

    /// <summary>Adds a word.</summary>
    /// <param name="word">Its number.</param>
    /// <param name="words">All words by number.</param>
    public void Add(int word, string[] words)
    {
        waiting.Add(word);
        if (waiting.Count >= Math.Max(FewestWaiting, sorted.Length / 8))
        {
            Sort(words);
        }
    }

    /// <summary>The words that have a part where the order begins.</summary>
    /// <param name="words">All words by number.</param>
    /// <param name="part">The part.</param>
    /// <param name="has">Whether a word has it.</param>
    public IEnumerable<int> With(string[] words, string part, Func<string, string, bool> has)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(words[sorted[middle]], part) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        for (; low < sorted.Length && has(words[sorted[low]], part); low++)
        {
            yield return sorted[low];
        }
        foreach (var word in waiting)
        {
            if (has(words[word], part))
            {
                yield return word;
            }
        }
    }

    private void Sort(string[] words)
    {
        waiting.Sort((word, other) => compare(words[word], words[other]));
        var merged = new int[sorted.Length + waiting.Count];
        var (from, next) = (0, 0);
        for (var at = 0; at < merged.Length; at++)
        {
            merged[at] =
                next == waiting.Count
                || (from < sorted.Length && compare(words[sorted[from]], words[waiting[next]]) <= 0)
                    ? sorted[from++]
                    : waiting[next++];
        }
        sorted = merged;
        waiting.Clear();
    }
}

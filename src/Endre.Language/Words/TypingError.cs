namespace Endre.Norwegian.Words;

/// <summary>How near two words are when somebody hits the wrong key.</summary>
public static class TypingError
{
    private const int LongestWord = 64;

    /// <summary>How many wrong keys a word is forgiven: none under four letters, one to seven, two from eight.</summary>
    /// <param name="word">What was typed, in small letters. Something with a digit in it is a number of something, and exact.</param>
    public static int Forgiven(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length < 4 || word.AsSpan().ContainsAnyInRange('0', '9') ? 0
            : word.Length < 8 ? 1
            : 2;
    }

    /// <summary>
    /// Whether one word may be the other with so many errors: a letter too many, too few, another one, or two that have
    /// changed places (optimal string alignment). A first letter that differs counts one more, because people hit it right.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="word">What may have been meant.</param>
    /// <param name="errors">The most errors, at most 2.</param>
    public static bool IsNear(string typed, string word, int errors)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(word);
        if (errors <= 0 || typed.Length == 0 || word.Length == 0)
        {
            return false;
        }
        var left = typed[0] == word[0] ? errors : errors - 1;
        return left > 0
            && Math.Abs(typed.Length - word.Length) <= left
            && Math.Max(typed.Length, word.Length) <= LongestWord
            && Distance(typed, word, left) <= left;
    }

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        Span<int> before = stackalloc int[LongestWord + 1];
        Span<int> last = stackalloc int[LongestWord + 1];
        Span<int> row = stackalloc int[LongestWord + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }
                row[j] = value;
                least = Math.Min(least, value);
            }
            if (least > most)
            {
                return least;
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.Length];
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Endre.Domain.Hassles.Redactions;

/// <summary>A text with words taken out.</summary>
public static partial class RedactedText
{
    /// <summary>What stands where words were: Norwegian, as the texts themselves mostly are.</summary>
    public const string Gap = "[fjernet]";

    /// <summary>The words of a text, in order, with the signs that stand at them.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> WordsOf(string text) => [.. Words().Matches(text).Select(word => word.Value)];

    /// <summary>The text without some of its words: words beside each other leave one gap, everything else stands.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="words">Which words, from 0; those that there are none of are nothing.</param>
    public static string Without(string text, IReadOnlySet<int> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        var left = new StringBuilder(text.Length);
        var (at, isGap) = (0, false);
        foreach (var (i, word) in Words().Matches(text).Index())
        {
            var isOut = words.Contains(i);
            if (!(isOut && isGap))
            {
                left.Append(text.AsSpan(at, word.Index - at)).Append(isOut ? Gap : word.ValueSpan);
            }
            (at, isGap) = (word.Index + word.Length, isOut);
        }
        return left.Append(text.AsSpan(at)).ToString();
    }

    /// <summary>The mark of a text, so that words are never counted in another one than was seen.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Sixteen letters and digits.</returns>
    public static string MarkOf(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    [GeneratedRegex(@"\S+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}

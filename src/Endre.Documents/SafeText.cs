using System.Text;

namespace Endre.Documents;

/// <summary>Makes any string safe to write, without hiding that something was there.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Puts U+FFFD in the place of everything XML 1.0 cannot carry: control characters other than tab and
    /// line breaks, lone surrogates, U+FFFE and U+FFFF. All else, marks of direction included, stays.
    /// </summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!IsAllowed(text[i]))
            {
                return Replace(text);
            }
        }

        return text;
    }

    /// <summary>As <see cref="Clean"/>, with every line break and tab as one space: for titles, names and headings of columns.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in WithPlainBreaks(text))
        {
            line.Append(character is '\n' or '\t' ? ' ' : character);
        }

        return line.ToString().Trim();
    }

    /// <summary>As <see cref="Clean"/>, with every kind of line break as a single line feed.</summary>
    public static string WithPlainBreaks(string text)
    {
        // Word's own vertical tab is a line break, so it is turned before it would be replaced.
        if (text.AsSpan().IndexOfAny("\r\v\f\u0085\u2028\u2029") >= 0)
        {
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
            foreach (var other in "\r\v\f\u0085\u2028\u2029")
            {
                text = text.Replace(other, '\n');
            }
        }

        return Clean(text);
    }

    /// <summary>At most <paramref name="limit"/> UTF-16 units; what is cut ends in an ellipsis and never in half a character.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Replace(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(IsAllowed(text[i]) ? text[i] : Replacement);
            }
        }

        return clean.ToString();
    }

    private static bool IsAllowed(char character) =>
        character is '\t' or '\n' or '\r' or >= ' ' and <= '\uFFFD' && !char.IsSurrogate(character);
}

using System.Text;

namespace Endre.Norwegian.Words;

/// <summary>Letters as somebody writes them who has another keyboard: å as aa, ø as oe, č as c.</summary>
public static class Folding
{
    /// <summary>A text as words are read from it: composed (NFC) and in small letters.</summary>
    /// <param name="text">Any text.</param>
    public static string Lower(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Half a pair of a letter outside the first plane is no text; it is left as it is and matches nothing.
        var composed = IsWhole(text) ? text.Normalize(NormalizationForm.FormC) : text;
        return composed.ToLowerInvariant();
    }

    /// <summary>The word with every letter that is not on all keyboards written as it is written without it.</summary>
    /// <param name="word">A word in small letters.</param>
    /// <returns>The same instance when there is nothing to fold.</returns>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] >= 0x80)
            {
                return Fold(word, i);
            }
        }
        return word;
    }

    /// <summary>Whether somebody wrote a word with o for ø, a for å and a or e for æ, in at most three places.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="folded">The word, folded.</param>
    public static bool IsBareOf(ReadOnlySpan<char> written, ReadOnlySpan<char> folded)
    {
        const int MostPlaces = 3;
        var places = folded.Length - written.Length;
        if (places is < 0 or > MostPlaces)
        {
            return false;
        }
        // In how many places two letters may have been written as one, up to here: a bit for each number.
        var (here, next, after) = (1, 0, 0);
        for (var i = 0; i < folded.Length && (here | next) != 0; i++)
        {
            for (var used = 0; used <= places; used++)
            {
                var at = i - used;
                if ((here & (1 << used)) == 0 || at < 0 || at >= written.Length)
                {
                    continue;
                }
                if (written[at] == folded[i])
                {
                    next |= 1 << used;
                }
                if (i + 1 < folded.Length && IsOneLetter(folded[i], folded[i + 1], written[at]))
                {
                    after |= 1 << (used + 1);
                }
            }
            (here, next, after) = (next, after, 0);
        }
        return (here & (1 << places)) != 0;
    }

    private static bool IsOneLetter(char first, char second, char written) =>
        (first, second) switch
        {
            ('a', 'a') => written == 'a',
            ('o', 'e') => written == 'o',
            ('a', 'e') => written is 'a' or 'e',
            _ => false,
        };

    private static string Fold(string word, int from)
    {
        var folded = new StringBuilder(word.Length + 4).Append(word, 0, from);
        foreach (var letter in word.AsSpan(from))
        {
            folded.Append(
                letter switch
                {
                    'æ' or 'ä' => "ae",
                    'ø' or 'ö' => "oe",
                    'å' => "aa",
                    'á' or 'à' or 'â' or 'ã' => "a",
                    'č' or 'ć' or 'ç' => "c",
                    'đ' or 'ð' => "d",
                    'é' or 'è' or 'ê' or 'ë' => "e",
                    'ǥ' or 'ǧ' => "g",
                    'í' or 'ì' or 'î' or 'ï' => "i",
                    'ǩ' => "k",
                    'ł' => "l",
                    'ŋ' or 'ñ' or 'ń' => "n",
                    'ó' or 'ò' or 'ô' or 'õ' => "o",
                    'š' or 'ś' => "s",
                    'ß' => "ss",
                    'ŧ' or 'þ' => "t",
                    'ú' or 'ù' or 'û' or 'ü' => "u",
                    'ý' or 'ÿ' => "y",
                    'ž' or 'ź' or 'ż' or 'ʒ' or 'ǯ' => "z",
                    _ => [letter],
                }
            );
        }
        return folded.ToString();
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return false;
            }
            i++;
        }
        return true;
    }
}

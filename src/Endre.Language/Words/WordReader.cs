using System.Globalization;
using System.Text;

namespace Endre.Norwegian.Words;

/// <summary>
/// Finds the words of a text: runs of letters, marks and digits of any script. A word of several parts with hyphens
/// between them is read part by part.
/// </summary>
/// <param name="text">The text, composed; case does not matter.</param>
public ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    /// <summary>Where the word begins.</summary>
    public int Start { get; private set; }

    /// <summary>How long it is.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing but a hyphen stands between it and the word before.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>Goes to the next word.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        var end = Start + Length;
        var at = next;
        while (at < text.Length && !IsPart(text, at, out _))
        {
            at++;
        }
        if (at >= text.Length)
        {
            return false;
        }
        IsJoined = end > 0 && at == end + 1 && text[end] is '-' or '\u2010' or '\u2011';
        Start = at;
        while (at < text.Length && IsPart(text, at, out var width))
        {
            at += width;
        }
        Length = at - Start;
        next = at;
        return true;
    }

    private static bool IsPart(ReadOnlySpan<char> text, int at, out int width)
    {
        width = 1;
        var letter = text[at];
        if (letter < 0x80)
        {
            return char.IsAsciiLetterOrDigit(letter);
        }
        if (char.IsSurrogate(letter))
        {
            return Rune.DecodeFromUtf16(text[at..], out var rune, out width) == System.Buffers.OperationStatus.Done
                && IsPart(Rune.GetUnicodeCategory(rune));
        }
        return IsPart(char.GetUnicodeCategory(letter));
    }

    private static bool IsPart(UnicodeCategory category) =>
        category
            is UnicodeCategory.LowercaseLetter
                or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}

using System.Globalization;

namespace Endre.Domain.Shared;

/// <summary>
/// Finds what may be a Norwegian national identity number (fødselsnummer, D-number, H-number: eleven digits).
/// The check digits are not asked: the Tax Administration loosens them for numbers given from 2032, and a wrong
/// refusal costs the writer one rewritten sentence, while a wrong pass puts a patient on a board.
/// </summary>
public static class NationalIdentityNumber
{
    private const int Length = 11;

    /// <summary>Whether eleven digits stand alone in the text, together or with a break after the birth date.</summary>
    /// <param name="text">Any text.</param>
    public static bool StandsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<int> digits = stackalloc int[Length];
        var count = 0;
        var breakAfter = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var digit = i < text.Length ? CharUnicodeInfo.GetDecimalDigitValue(text, i) : -1;
            if (digit >= 0)
            {
                if (count < Length)
                {
                    digits[count] = digit;
                }
                count++;
                continue;
            }
            if (count == 6 && breakAfter < 0 && IsBreak(text, i))
            {
                breakAfter = 6;
                continue;
            }
            if (count == Length && (breakAfter < 0 || BeginsWithDate(digits)))
            {
                return true;
            }
            count = 0;
            breakAfter = -1;
        }
        return false;
    }

    private static bool IsBreak(string text, int i) =>
        i < text.Length - 1
        && text[i] is ' ' or '\u00A0' or '\u202F' or '\u2009' or '.' or '-'
        && CharUnicodeInfo.GetDecimalDigitValue(text, i + 1) >= 0;

    // D-numbers add 40 to the day; H-numbers 40 and synthetic numbers 65 or 80 to the month.
    private static bool BeginsWithDate(ReadOnlySpan<int> digits)
    {
        var day = (digits[0] * 10) + digits[1];
        var month = (digits[2] * 10) + digits[3];
        return day is (>= 1 and <= 31) or (>= 41 and <= 71)
            && month is (>= 1 and <= 12) or (>= 41 and <= 52) or (>= 66 and <= 77) or (>= 81 and <= 92);
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Endre.Domain.Shared;

/// <summary>
/// Finds what may be a Norwegian national identity number (fødselsnummer, D-number, H-number: eleven digits).
/// The check digits are not asked: the Tax Administration loosens them for numbers given from 2032, and a wrong
/// refusal costs the writer one rewritten sentence, while a wrong pass puts a patient on a board.
/// </summary>
public static partial class NationalIdentityNumber
{
    private const char Break = '-';

    /// <summary>Whether eleven digits stand alone in the text, together or with a break after the birth date.</summary>
    /// <param name="text">Any text.</param>
    public static bool StandsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!MayHold(text))
        {
            return false;
        }
        var found = Shape().Match(Plain(text));
        while (found.Success)
        {
            if (found.Groups["birth"] is not { Success: true, ValueSpan: var birth } || IsDate(birth))
            {
                return true;
            }
            found = found.NextMatch();
        }
        return false;
    }

    // Nearly every text has fewer than eleven digits; half a surrogate pair may be half of one.
    private static bool MayHold(string text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits += char.IsDigit(letter) || char.IsSurrogate(letter) ? 1 : 0;
        }
        return digits >= 11;
    }

    // Eleven digits inside a word of letters and digits are part of a code or a key, not of a sentence.
    private const char Letter = 'x';

    // Digits of any script as 0–9, breaks as one sign; what else there is only keeps digits apart.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(
                Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
                    ? (char)('0' + (int)Rune.GetNumericValue(rune))
                : IsBreak(rune) ? Break
                : Rune.IsLetter(rune) ? Letter
                : '_'
            );
        }
        return plain.ToString();
    }

    private static bool IsBreak(Rune rune) =>
        rune.Value is '.' or '/' or '\t' or '\n'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation;

    [GeneratedRegex(
        "(?<![0-9])(?!(?<=x)[0-9]{11}x)([0-9]{11}|(?<birth>[0-9]{6})-{1,3}[0-9]{5})(?![0-9])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Shape();

    // D-numbers add 40 to the day; H-numbers 40 and synthetic numbers 65 or 80 to the month.
    private static bool IsDate(ReadOnlySpan<char> birth)
    {
        var day = int.Parse(birth[..2], CultureInfo.InvariantCulture);
        var month = int.Parse(birth[2..4], CultureInfo.InvariantCulture);
        return day is (>= 1 and <= 31) or (>= 41 and <= 71)
            && month is (>= 1 and <= 12) or (>= 41 and <= 52) or (>= 66 and <= 77) or (>= 81 and <= 92);
    }
}

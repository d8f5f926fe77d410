using System.Buffers;
using System.Globalization;
using System.Text;

namespace Endre.Domain.Shared;

/// <summary>
/// What a person wrote, made safe to keep: normalized (NFC), trimmed, without invisible or direction-changing
/// characters that could make a text look like another, never over its limit, never with a national identity number.
/// </summary>
public static class FreeText
{
    private const int Joiner = 0x200D;
    private const int EmojiStyle = 0xFE0F;

    // Basic Latin, Latin-1 and Latin Extended-A without the soft hyphen: seen, composed, and so nearly every text.
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        '\n',
        '\t',
        .. Enumerable.Range(0x20, 0x5F).Concat(Enumerable.Range(0xA0, 0xE0)).Where(c => c != 0xAD).Select(c => (char)c),
    ]);

    /// <summary>Cleans a text that must not be empty.</summary>
    /// <param name="text">As it came from outside; null counts as empty.</param>
    /// <param name="maximum">The most characters (Unicode scalar values) it may have.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <param name="clean">The cleaned text, or an empty text when refused.</param>
    /// <returns>Null when it is fine; otherwise <c>TextMissing</c>, <c>TextTooLong</c> or <c>NationalIdentityNumber</c>.</returns>
    public static Refusal? Require(string? text, int maximum, string field, out string clean)
    {
        var refusal = Accept(text, maximum, field, out clean);
        return refusal ?? (clean.Length == 0 ? new Refusal("TextMissing", field) : null);
    }

    /// <summary>Cleans a text that may be empty.</summary>
    /// <param name="text">As it came from outside; null counts as empty.</param>
    /// <param name="maximum">The most characters (Unicode scalar values) it may have.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <param name="clean">The cleaned text, or an empty text when refused.</param>
    /// <returns>Null when it is fine; otherwise <c>TextTooLong</c> or <c>NationalIdentityNumber</c>.</returns>
    public static Refusal? Accept(string? text, int maximum, string field, out string clean)
    {
        clean = "";
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        // Far over the limit is refused before any work is done on it.
        if (text.Length > (maximum * 8) + 64)
        {
            return TooLong(text.Length, maximum, field);
        }
        var tidy = Tidy(text);
        var length = 0;
        foreach (var _ in tidy.EnumerateRunes())
        {
            length++;
        }
        if (length > maximum)
        {
            return TooLong(length, maximum, field);
        }
        if (NationalIdentityNumber.StandsIn(tidy))
        {
            return new Refusal("NationalIdentityNumber", field);
        }
        clean = tidy;
        return null;
    }

    /// <summary>The text normalized, trimmed and without characters that nobody can see. Tidying twice changes nothing more.</summary>
    /// <param name="text">Any text.</param>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return text.Trim();
        }
        var kept = new StringBuilder(text.Length);
        var last = default(Rune);
        var joins = false;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == Joiner)
            {
                // The joiner that holds an emoji of several parts together is wanted there, and only there.
                joins = IsSymbol(last) || last.Value == EmojiStyle;
                continue;
            }
            if (!IsKept(rune, last))
            {
                continue;
            }
            if (joins && IsSymbol(rune))
            {
                kept.Append((char)Joiner);
            }
            kept.Append(rune.ToString());
            (last, joins) = (rune, false);
        }
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>The wording with each of its texts tidied; a language that nothing is left of is not there.</summary>
    /// <param name="wording">Any wording.</param>
    public static Wording Tidy(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return new Wording(Tidy(wording.Nb ?? ""), TidyOrNull(wording.Nn), TidyOrNull(wording.En));
    }

    private static string? TidyOrNull(string? text) =>
        text is null || Tidy(text) is not { Length: > 0 } tidy ? null : tidy;

    private static Refusal TooLong(int length, int maximum, string field) =>
        new(
            "TextTooLong",
            field,
            maximum.ToString(CultureInfo.InvariantCulture),
            length.ToString(CultureInfo.InvariantCulture)
        );

    private static bool IsKept(Rune rune, Rune last) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => rune.Value is '\n' or '\t',
            // Zero-width characters, direction marks and overrides, byte order marks, tags.
            UnicodeCategory.Format => false,
            UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => rune.Value > 0xFFFF,
            UnicodeCategory.NonSpacingMark when IsVariation(rune) => rune.Value == EmojiStyle && MayBeEmoji(last),
            // Letters and symbols that are drawn as nothing: Hangul fillers, the empty braille cell, a joiner by another name.
            _ => rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0),
        };

    private static bool IsVariation(Rune rune) =>
        rune.Value is (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsSymbol(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned && rune.Value > 0xFFFF);

    private static bool MayBeEmoji(Rune rune) =>
        IsSymbol(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.MathSymbol
                or UnicodeCategory.OtherPunctuation
                or UnicodeCategory.DashPunctuation
                or UnicodeCategory.DecimalDigitNumber;
}

using System.Globalization;
using System.Text;

namespace Endre.Domain.Shared;

/// <summary>
/// What a person wrote, made safe to keep: normalized (NFC), trimmed, without invisible or direction-changing
/// characters that could make a text look like another, never over its limit, never with a national identity number.
/// </summary>
public static class FreeText
{
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
        var length = tidy.EnumerateRunes().Count();
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

    /// <summary>The text normalized, trimmed and without characters that nobody can see.</summary>
    /// <param name="text">Any text.</param>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\r')
            {
                continue;
            }
            if (IsKept(rune, last))
            {
                kept.Append(rune.ToString());
                last = rune;
            }
        }
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static Refusal TooLong(int length, int maximum, string field) =>
        new(
            "TextTooLong",
            field,
            maximum.ToString(CultureInfo.InvariantCulture),
            length.ToString(CultureInfo.InvariantCulture)
        );

    private static bool IsKept(Rune rune, Rune last)
    {
        // The joiner that holds an emoji of several parts together is wanted there, and only there.
        if (rune.Value == 0x200D)
        {
            return Rune.GetUnicodeCategory(last) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol
                || last.Value == 0xFE0F;
        }
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => rune.Value is '\n' or '\t',
            // Zero-width characters, direction marks and overrides, byte order marks, tags.
            UnicodeCategory.Format => false,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
            UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => rune.Value > 0xFFFF,
            _ => rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0),
        };
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Measures;

/// <summary>Numbers as they are typed here: <c>12,5</c>, <c>1 234</c>, <c>−3</c>.</summary>
public static partial class TypedNumber
{
    private const int LongestShown = 20;

    /// <summary>Reads a number.</summary>
    /// <param name="typed">As it was typed; spaces may part thousands, a comma or a point parts the decimals.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <param name="number">The number; null when nothing was typed, or when refused.</param>
    /// <returns>
    /// Null when it is read, or when nothing was typed; otherwise <c>NumberUnreadable</c>, <c>NumberTooLarge</c> or
    /// <c>NumberTooFine</c>.
    /// </returns>
    public static Refusal? Read(string? typed, string field, out decimal? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        var shown = typed.Trim();
        var tidy = Spaces().Replace(shown.Length > 64 ? shown[..64] : shown, " ").Replace('−', '-').Replace('–', '-');
        if (
            shown.Length > 64
            || !Number().IsMatch(tidy)
            || !decimal.TryParse(
                tidy.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var read
            )
        )
        {
            return new Refusal(
                "NumberUnreadable",
                field,
                shown.Length > LongestShown ? $"{shown[..LongestShown]}…" : shown
            );
        }
        if (Math.Abs(read) > Amount.Largest)
        {
            return new Refusal("NumberTooLarge", field);
        }
        if (decimal.Round(read, Amount.MostDecimals) != read)
        {
            return new Refusal("NumberTooFine", field, Amount.MostDecimals.ToString(CultureInfo.InvariantCulture));
        }
        number = read;
        return null;
    }

    /// <summary>Reads what was counted.</summary>
    /// <param name="type">What is counted.</param>
    /// <param name="number">How many, as typed.</param>
    /// <param name="outOf">Of how many, as typed; only looked at where it is a proportion.</param>
    /// <param name="amount">What was counted; null when refused.</param>
    /// <returns>
    /// Null when it is read; otherwise what <see cref="Read"/> says, <c>NumberMissing</c>, <c>NumberNegative</c> or
    /// <c>NumberOverOutOf</c> (field <c>number</c>), <c>OutOfMissing</c> or <c>OutOfNotPositive</c> (field <c>outOf</c>).
    /// </returns>
    public static Refusal? ReadAmount(MeasureType type, string? number, string? outOf, out Amount? amount)
    {
        amount = null;
        if (Read(number, "number", out var many) is { } fault)
        {
            return fault;
        }
        if (many is not { } counted)
        {
            return new Refusal("NumberMissing", "number");
        }
        if (counted < 0 && type != MeasureType.Count)
        {
            return new Refusal("NumberNegative", "number");
        }
        if (type != MeasureType.Proportion)
        {
            amount = new Amount(counted);
            return null;
        }
        if (Read(outOf, "outOf", out var all) is { } unclear)
        {
            return unclear;
        }
        if (all is not { } whole)
        {
            return new Refusal("OutOfMissing", "outOf");
        }
        if (whole <= 0)
        {
            return new Refusal("OutOfNotPositive", "outOf");
        }
        if (counted > whole)
        {
            return new Refusal("NumberOverOutOf", "number");
        }
        amount = new Amount(counted, whole);
        return null;
    }

    [GeneratedRegex(@"[\s\u00A0\u2007\u2009\u202F]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[+-]? ?([0-9]{1,3}( [0-9]{3})+|[0-9]+)([.,][0-9]+)?$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Number();
}

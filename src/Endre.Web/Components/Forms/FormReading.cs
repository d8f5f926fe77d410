using System.Collections.Immutable;
using System.Globalization;

namespace Endre.Web.Components.Forms;

/// <summary>The whole numbers, ids and words of forms, null when they are not what they should be.</summary>
internal static class FormReading
{
    public static Guid? Id(this IFormCollection form, string field) =>
        Guid.TryParse(form[field], out var id) ? id : null;

    /// <summary>All ids of a field that may stand many times, such as ticked notes.</summary>
    public static ImmutableList<Guid> Ids(this IFormCollection form, string field) =>
        [.. form[field].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)];

    /// <summary>A whole number, or null.</summary>
    public static int? Number(this IFormCollection form, string field) =>
        int.TryParse(form[field], CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text of a field, or null when it was not sent.</summary>
    public static string? Text(this IFormCollection form, string field) =>
        form.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>
    /// A number as it is typed, with a comma or a point; null when nothing is. What is no number is −1, which no rule takes,
    /// so that it is told at its field.
    /// </summary>
    public static double? Amount(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : double.TryParse(
            typed.Trim().Replace(',', '.'),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
        && Math.Abs(number) < int.MaxValue
            ? number
        : -1;

    /// <summary>A date as browsers send it, or as it is written here when the browser has no calendar; else null.</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(
            typed?.Trim(),
            ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    /// <summary>Whether the client wants only the part that changes, without the page around it.</summary>
    public static bool WantsPart(this HttpRequest request) => request.Headers.ContainsKey("Endre-Part");
}

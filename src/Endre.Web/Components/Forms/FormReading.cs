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

    /// <summary>Whether the client wants only the part that changes, without the page around it.</summary>
    public static bool WantsPart(this HttpRequest request) => request.Headers.ContainsKey("Endre-Part");
}

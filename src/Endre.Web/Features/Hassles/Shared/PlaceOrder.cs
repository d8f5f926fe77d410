using System.Globalization;

namespace Endre.Web.Features.Hassles;

/// <summary>The order of places: room 2 before room 10.</summary>
internal static class PlaceOrder
{
    public static StringComparer ByTitle =>
        StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
}

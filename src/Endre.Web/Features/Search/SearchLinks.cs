using System.Globalization;

namespace Endre.Web.Features.Search;

internal static class SearchLinks
{
    public const string Search = "/sok";

    /// <summary>The names of what stands in the address.</summary>
    public const string Query = "q";
    public const string Kind = "i";
    public const string PageNumber = "side";

    /// <summary>A page of what was found.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="kind">Of one kind, or of all.</param>
    /// <param name="page">From 1.</param>
    public static string Of(string query, string? kind = null, int page = 1)
    {
        var address = $"{Search}?{Query}={Uri.EscapeDataString(query)}";
        address = kind is null ? address : $"{address}&{Kind}={kind}";
        return page > 1 ? $"{address}&{PageNumber}={page.ToString(CultureInfo.InvariantCulture)}" : address;
    }
}

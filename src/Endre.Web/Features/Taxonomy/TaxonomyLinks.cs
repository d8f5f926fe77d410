namespace Endre.Web.Features.Taxonomy;

/// <summary>The addresses of the drivers and barriers; no other file spells them.</summary>
internal static class TaxonomyLinks
{
    public const string List = "/drivere-og-barrierer";
    public const string Arrange = $"{List}/rediger";
    public const string OnePattern = $"{Arrange}/{{id}}";
    public const string Add = $"{List}/ny";
    public const string History = $"{List}/historikk";

    /// <summary>Where one of them is worded, with its history.</summary>
    public static string One(string id) => $"{Arrange}/{id}";

    public static string SavedOne(string id) => $"{One(id)}?lagret=ja";

    public static string ArrangedAt(string id) => $"{Arrange}#{id}";

    public static string AddOf(string kind) => $"{Add}?slag={kind}";

    public static string HistoryPage(int page) => $"{History}?side={page}";
}

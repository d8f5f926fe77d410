namespace Endre.Web.Features.Audit;

internal static class AuditLinks
{
    public const string Log = "/sporingslogg";
    public const string Csv = "/sporingslogg/alt.csv";

    public static string Page(int page, string? act) =>
        act is null ? $"{Log}?side={page}" : $"{Log}?side={page}&handling={Uri.EscapeDataString(act)}";
}

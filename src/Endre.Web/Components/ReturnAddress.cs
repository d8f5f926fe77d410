namespace Endre.Web.Components;

/// <summary>Where a form leads afterwards; never to another site, whatever the form says.</summary>
internal static class ReturnAddress
{
    public static string Local(string? asked, string otherwise = "/") =>
        asked is ['/', .., _] or ['/']
        && !asked.StartsWith("//", StringComparison.Ordinal)
        && !asked.StartsWith("/\\", StringComparison.Ordinal)
        && !asked.Any(char.IsControl)
            ? asked
            : otherwise;
}

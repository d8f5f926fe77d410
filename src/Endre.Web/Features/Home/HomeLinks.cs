namespace Endre.Web.Features.Home;

internal static class HomeLinks
{
    public const string Home = "/";

    /// <summary>What makes the site an app that a phone can install.</summary>
    public const string Manifest = "/app.webmanifest";

    /// <summary>The manifest in a language: browsers ask for it as nobody.</summary>
    public static string ManifestIn(string language) => $"{Manifest}?sprak={language}";

    /// <summary>Where the code field on the front page leads: <c>/bli-med?code=482913</c>.</summary>
    public const string Join = "/bli-med";
}

namespace Endre.Web.Features.Home;

internal static class HomeLinks
{
    public const string Home = "/";

    /// <summary>Where the code field on the front page leads: <c>/bli-med?code=482913</c>.</summary>
    public const string Join = "/bli-med";
}

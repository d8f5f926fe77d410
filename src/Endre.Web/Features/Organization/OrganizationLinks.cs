using Endre.Domain.Organizations;

namespace Endre.Web.Features.Organization;

internal static class OrganizationLinks
{
    public const string Look = "/virksomhet/utseende";
    public const string Description = "/virksomhet/utseende/navn";
    public const string Colors = "/virksomhet/utseende/farger";
    public const string ColorSheet = "/virksomhet/utseende/prove.css";
    public const string Logo = "/virksomhet/utseende/logo";
    public const string RemoveLogo = "/virksomhet/utseende/logo/fjern";

    public static string Done(string what) => $"{Look}?done={what}";

    /// <summary>The style sheet of colors that are only tried out.</summary>
    public static string SheetOf(LookColors colors) =>
        $"{ColorSheet}?main={Query(colors.Main)}&support={Query(colors.Support)}&secondSupport={Query(colors.SecondSupport)}";

    private static string? Query(HexColor? color) => color?.ToString().TrimStart('#');
}

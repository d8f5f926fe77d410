namespace Endre.Web.Features.Hassles.RemoveHassle;

/// <summary>Where one says that something is gone, or is not: with an account, as its writer, and with the claim code.</summary>
internal static class RemovalLinks
{
    public const string GoneRoute = $"{HassleLinks.OneRoute}/borte";
    public const string BackRoute = $"{HassleLinks.OneRoute}/ikke-borte";
    public const string MineGoneRoute = $"{HassleLinks.MineRoute}/borte";
    public const string MineBackRoute = $"{HassleLinks.MineRoute}/ikke-borte";
    public const string ClaimGone = $"{HassleLinks.Claim}/borte";
    public const string ClaimBack = $"{HassleLinks.Claim}/ikke-borte";

    public static string Gone(Guid id) => $"{HassleLinks.One(id)}/borte";

    public static string Back(Guid id) => $"{HassleLinks.One(id)}/ikke-borte";

    public static string MineGone(Guid id) => $"{HassleLinks.OneOfMine(id)}/borte";

    public static string MineBack(Guid id) => $"{HassleLinks.OneOfMine(id)}/ikke-borte";
}

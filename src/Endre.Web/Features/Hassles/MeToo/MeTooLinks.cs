namespace Endre.Web.Features.Hassles.MeToo;

/// <summary>«Meg også», from the form where something is being said and from the page of what was said.</summary>
internal static class MeTooLinks
{
    /// <summary>The field that says which hassle.</summary>
    public const string Field = "meToo";

    public const string Mark = "/si-fra/meg-ogsa";
    public const string TakeBack = $"{Mark}/angre";
    public const string Similar = "/si-fra/lignende";
    public const string OneRoute = $"{HassleLinks.OneRoute}/meg-ogsa";
    public const string OneBackRoute = $"{OneRoute}/angre";
    public const string Api = $"{HassleLinks.Api}/me-too";
    public const string ApiUndo = $"{Api}/undo";

    public static string One(Guid id) => $"{HassleLinks.One(id)}/meg-ogsa";

    public static string OneBack(Guid id) => $"{One(id)}/angre";

    public static string Counted(Guid id) => $"{HassleLinks.One(id)}?lagret=MeToo";

    public static string NotCounted(Guid id) => $"{HassleLinks.One(id)}?lagret=NotMeToo";
}

using Endre.Web.Access;

namespace Endre.Web.Features.Privacy;

internal static class PrivacyLinks
{
    /// <summary>What Endre stores, for everybody.</summary>
    public const string Privacy = "/personvern";

    /// <summary>What is stored about the one who is signed in.</summary>
    public const string Stored = $"{AccessLinks.MyPage}/lagret";

    public const string StoredFile = $"{AccessLinks.MyPage}/lagret.json";
    public const string Settings = "/personverninnstillinger";
    public const string EraseRoute = "/personer/{id:guid}/slett";
    public const string AccessRoute = "/personer/{id:guid}/innsyn.json";

    public static string Erase(Guid id) => $"/personer/{id}/slett";

    public static string Access(Guid id) => $"/personer/{id}/innsyn.json";
}

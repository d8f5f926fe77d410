namespace Endre.Web.Features.Absences;

/// <summary>The addresses of absences; no other file spells them.</summary>
internal static class AbsenceLinks
{
    public const string Mine = "/fravar";
    public const string EndMine = "/fravar/avslutt";
    public const string PersonRoute = "/personer/{id:guid}/fravar";
    public const string EndPersonRoute = "/personer/{id:guid}/fravar/avslutt";

    public static string Person(Guid id) => $"/personer/{id}/fravar";

    public static string EndPerson(Guid id) => $"/personer/{id}/fravar/avslutt";
}

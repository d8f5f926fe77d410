namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>The addresses of the change teams; no other file spells them.</summary>
internal static class ChangeTeamLinks
{
    public const string List = "/endringsteam";
    public const string Create = $"{List}/nytt";
    public const string OnePattern = $"{List}/{{id:guid}}";
    public const string ChangePattern = $"{OnePattern}/endre";
    public const string DissolvePattern = $"{OnePattern}/opplos";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Change(Guid id) => $"{One(id)}/endre";

    public static string Dissolve(Guid id) => $"{One(id)}/opplos";

    public static string Saved(Guid id) => $"{One(id)}?lagret=ja";
}

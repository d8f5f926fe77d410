namespace Endre.Web.Features.Toolbox;

/// <summary>The addresses of the toolbox; no other file spells them.</summary>
internal static class ToolboxLinks
{
    public const string List = "/verktoykasse";
    public const string OneRoute = $"{List}/{{tool}}";

    public static string One(string tool) => $"{List}/{tool}";
}

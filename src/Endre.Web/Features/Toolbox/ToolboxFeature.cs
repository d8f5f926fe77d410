namespace Endre.Web.Features.Toolbox;

/// <summary>Verktøykasse: a page for each method, to read, to print and to hold up in a meeting.</summary>
public static class ToolboxFeature
{
    public static IEndpointRouteBuilder MapToolbox(this IEndpointRouteBuilder pages)
    {
        // Nothing in it is anybody's; whoever joins a workshop by a code may look up how it is done.
        var open = pages.MapGroup("").AllowAnonymous();
        open.MapGet(ToolboxLinks.List, ListTools.ListTools.Handle);
        open.MapGet(ToolboxLinks.OneRoute, ShowTool.ShowTool.Handle);
        return pages;
    }
}

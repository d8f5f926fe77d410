using Endre.Web.Components;

namespace Endre.Web.Features.Toolbox.ListTools;

/// <summary><c>/verktoykasse</c>: all tools, with what each is for.</summary>
internal static class ListTools
{
    public static IResult Handle() => Page.Of<ListToolsPage>();
}

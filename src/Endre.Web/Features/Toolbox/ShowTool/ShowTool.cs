using Endre.Web.Components;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Toolbox.ShowTool;

/// <summary><c>/verktoykasse/{tool}</c>: one page, that fits on one sheet.</summary>
internal static class ShowTool
{
    public static IResult Handle(string tool) =>
        Tool.All.FirstOrDefault(one => one.Address == tool) is { } found
            ? Page.Of<ShowToolPage>(new { Tool = found })
            : ErrorResult.NotFound;
}

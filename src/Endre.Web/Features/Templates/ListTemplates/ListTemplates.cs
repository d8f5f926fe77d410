using Endre.Web.Components;
using Endre.Web.Texts;

namespace Endre.Web.Features.Templates.ListTemplates;

/// <summary>All templates one may use, what they contain in a line, and the way to make them one's own.</summary>
internal static class ListTemplates
{
    public static IEndpointRouteBuilder MapListTemplates(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(TemplateLinks.List, HandleAsync);
        return pages;
    }

    private static async Task<IResult> HandleAsync(OwnTemplates templates, string? slettet, CancellationToken ct)
    {
        var own = await templates.ListAsync(Language.Current.Code, ct);
        return Page.Of<ListTemplatesPage>(new { Own = own, JustDeleted = slettet });
    }
}

using Endre.Web.Components;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Templates.ShowTemplate;

/// <summary>Everything a template contains.</summary>
internal static class ShowTemplate
{
    public static IEndpointRouteBuilder MapShowTemplate(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(TemplateLinks.OnePattern, HandleAsync);
        return pages;
    }

    private static async Task<IResult> HandleAsync(
        string key,
        string? lagret,
        OwnTemplates templates,
        CancellationToken ct
    )
    {
        var own = await templates.FindAsync(key, ct);
        return (own?.Template ?? ShippedTemplates.Find(key)) is { } template
            ? Page.Of<ShowTemplatePage>(
                new
                {
                    Template = template,
                    Own = own,
                    IsSaved = lagret is not null,
                }
            )
            : ErrorResult.NotFound;
    }
}

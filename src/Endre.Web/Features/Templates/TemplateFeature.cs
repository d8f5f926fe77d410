using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Templates.CopyTemplate;
using Endre.Web.Features.Templates.DeleteTemplate;
using Endre.Web.Features.Templates.DescribeTemplate;
using Endre.Web.Features.Templates.ListTemplates;
using Endre.Web.Features.Templates.ShowTemplate;

namespace Endre.Web.Features.Templates;

/// <summary>Plans to make workshops from.</summary>
public static class TemplateFeature
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services
            .AddScoped<TemplateLibrary>()
            .AddScoped<OwnTemplates>()
            .AddNavigation<TemplateTexts>(
                14,
                TemplateLinks.List,
                "Title",
                person => person.IsFacilitator,
                NavigationGroup.Workshops
            );

    public static IEndpointRouteBuilder MapTemplates(this IEndpointRouteBuilder pages)
    {
        var all = pages.MapGroup("").RequireAuthorization(Policies.Facilitator);
        all.MapListTemplates();
        all.MapShowTemplate();
        all.MapCopyTemplate();
        all.MapDescribeTemplate();
        all.MapDeleteTemplate();
        return pages;
    }
}

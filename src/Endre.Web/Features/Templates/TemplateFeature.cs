namespace Endre.Web.Features.Templates;

/// <summary>Plans to make workshops from.</summary>
public static class TemplateFeature
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services.AddScoped<TemplateLibrary>();
}

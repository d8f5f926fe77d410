using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Endre.Web.Pdf;

/// <summary>PDF/A of what Endre writes for Word, where LibreOffice is installed.</summary>
public static class PdfFeature
{
    internal static IServiceCollection AddPdf(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => OfficeProgram.Find());
        services.TryAddSingleton<NoNetwork>();
        services.TryAddSingleton<PdfConverter>();
        return services;
    }
}

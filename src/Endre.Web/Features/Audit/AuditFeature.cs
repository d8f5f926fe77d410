using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Audit.ShowAuditLog;

namespace Endre.Web.Features.Audit;

/// <summary>What administrators did, for the security reader only.</summary>
public static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services
            .AddHostedService<SealAudit.SealAudit>()
            .AddScoped<ShowAuditLog.ShowAuditLog>()
            .AddNavigation<AuditTexts>(
                98,
                AuditLinks.Log,
                "Navigation",
                person => person.Is(Roles.SecurityReader),
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder pages)
    {
        var readers = pages.MapGroup("").RequireAuthorization(Policies.SecurityReader);
        readers.MapGet(AuditLinks.Log, ShowAuditLog.ShowAuditLog.HandleAsync);
        readers.MapGet(AuditLinks.Csv, DownloadAuditLog.HandleAsync);
        return pages;
    }
}

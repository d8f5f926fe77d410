using Endre.Web.Features.Administration.BreakGlass;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Administration;

public static class AdministrationFeature
{
    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<FirstAdministratorInvitation>();
        services.AddScoped<IStartupPart>(provider => provider.GetRequiredService<FirstAdministratorInvitation>());
        services.AddSingleton<InvitationLine>();
        services.AddSingleton<IAnnouncement>(provider => provider.GetRequiredService<InvitationLine>());
        services.AddScoped<CreateFirstAdministrator>();
        services.AddScoped<OpenBreakGlass>();
        return services;
    }

    public static IEndpointRouteBuilder MapAdministration(this IEndpointRouteBuilder app)
    {
        var first = app.MapGroup(AdministrationLinks.FirstAdministrator).AllowAnonymous();
        first.MapGet("", CreateFirstAdministrator.ShowAsync);
        first.MapPost("", CreateFirstAdministrator.HandleAsync);

        var glass = app.MapGroup(AdministrationLinks.BreakGlass).AllowAnonymous();
        glass.MapGet("", OpenBreakGlass.ShowAsync);
        glass.MapPost("", OpenBreakGlass.HandleAsync);
        return app;
    }
}

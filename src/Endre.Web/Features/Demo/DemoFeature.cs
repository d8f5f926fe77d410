using Endre.Web.Hosting;

namespace Endre.Web.Features.Demo;

public static class DemoFeature
{
    internal static IServiceCollection AddDemo(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<DemoLines>();
        services.AddSingleton<IAnnouncement>(provider => provider.GetRequiredService<DemoLines>());
        return settings.Demo
            ? services.AddScoped<IStartupPart, DemoStart>()
            : services.AddScoped<IStartupPart, DemoEnd>();
    }
}

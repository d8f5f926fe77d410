namespace Endre.Web.Lineage;

/// <summary>From a note in a workshop to what became of it, and back.</summary>
public static class LineageFeature
{
    internal static IServiceCollection AddLineage(this IServiceCollection services) => services.AddScoped<RecordWalk>();
}

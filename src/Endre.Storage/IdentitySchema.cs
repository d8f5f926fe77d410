using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Storage;

/// <summary>
/// Which tables Identity has. Its context reads that from the options of the running host, so whoever opens the
/// database, also the tools that make migrations, must choose the same.
/// </summary>
public static class IdentitySchema
{
    /// <summary>Version 3 has the passkeys.</summary>
    public static Version Version => IdentitySchemaVersions.Version3;

    /// <summary>Chooses <see cref="Version"/> in the host's options.</summary>
    public static IServiceCollection AddIdentitySchema(this IServiceCollection services) =>
        services.AddOptions().Configure<IdentityOptions>(options => options.Stores.SchemaVersion = Version);

    /// <summary>The least host there is, for tools that open the model without the program.</summary>
    public static ServiceProvider DesignTimeHost() =>
        new ServiceCollection().AddIdentitySchema().BuildServiceProvider();
}

using Endre.Storage;
using Endre.Storage.Access;
using Endre.Web.Access;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Administration.BreakGlass;

/// <summary>
/// <c>endre break-glass</c>, on the server, with the settings that Endre runs with: prints a link by which an administrator
/// is made or opened, also when no provider answers. It may be called while Endre runs.
/// </summary>
internal static partial class BreakGlassCommand
{
    public static async Task RunAsync(Settings settings, TextWriter console)
    {
        await using var services = Compose(settings);
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<EndreContext>();
        if (!await IsReadyAsync(context, scope.ServiceProvider.GetRequiredService<StorageOptions>()))
            throw new SettingsFault([
                "There is no database of this version here. Give break-glass the same settings as Endre, and start Endre "
                    + "once before it.",
            ]);

        var (secret, expiresAt) = await scope
            .ServiceProvider.GetRequiredService<OneTimeLinks>()
            .MakeAsync(OneTimeLinkPurpose.BreakGlass, personId: null, CancellationToken.None);
        var link = new Uri(AddressOf(settings), AdministrationLinks.BreakGlassWith(secret));
        var until = TimeZoneInfo.ConvertTime(expiresAt, settings.TimeZone);
        LogMade(services.GetRequiredService<ILoggerFactory>().CreateLogger("Endre.BreakGlass"), expiresAt);
        await console.WriteLineAsync($"break-glass: {link}");
        await console.WriteLineAsync($"It opens once, until {until:HH:mm}. Whoever has it becomes an administrator.");
    }

    // Not the whole program: that would want the data folder for itself.
    private static ServiceProvider Compose(Settings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(logging => Logging.Use(logging, settings));
        services.AddEndreStorage(
            new StorageOptions { DataDirectory = settings.Data, PostgresConnectionString = settings.Database }
        );
        services.AddScoped<OneTimeLinks>();
        return services.BuildServiceProvider();
    }

    private static async Task<bool> IsReadyAsync(EndreContext context, StorageOptions options)
    {
        // Opening a file that is not there would make it.
        if (options.PostgresConnectionString is null && !File.Exists(options.SqliteFile))
            return false;
        return !(await context.Database.GetPendingMigrationsAsync()).Any();
    }

    private static Uri AddressOf(Settings settings)
    {
        if (settings.PublicAddress is { } address)
            return address;
        var listening = BindingAddress.Parse(settings.ListenUrls.Split(';')[0]);
        var host = listening.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : listening.Host;
        return new UriBuilder(listening.Scheme, host, listening.Port).Uri;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A break-glass link was made. It opens until {ExpiresAt:O}.")]
    private static partial void LogMade(ILogger logger, DateTimeOffset expiresAt);
}

using Endre.Storage.Upgrades;
using Endre.Web.Operation;

namespace Endre.Web.Hosting;

/// <summary>What an area does between an upgraded database and the first request; lower order first.</summary>
internal interface IStartupPart
{
    int Order { get; }

    Task PrepareAsync(CancellationToken ct);
}

/// <summary>What an area tells the operator once the addresses are known, a line each, on standard output.</summary>
internal interface IAnnouncement
{
    int Order { get; }

    IEnumerable<string> Lines(ListeningAddress address);
}

internal static class Startup
{
    /// <summary>Does what the arguments ask for: a verb, or to serve people until stopped.</summary>
    /// <returns>The exit code: 2 when the operator has something to repair, which is told in a line each.</returns>
    public static async Task<int> RunAsync(string[] args, Func<WebApplication> compose)
    {
        try
        {
            if (await Verbs.RunAsync(args, Console.Out) is { } code)
                return code;
            while (await ServeAsync(compose))
            {
                // A restored database takes the place of the present one: begin anew on that.
            }
            return 0;
        }
        catch (Exception fault) when (StartFault.Explain(fault) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 2;
        }
    }

    private static async Task<bool> ServeAsync(Func<WebApplication> compose)
    {
        await using var app = compose();
        await app.OpenAsync(Console.Out);
        await app.WaitForShutdownAsync();
        return app.Services.GetRequiredService<RestoreWatch>().WasAsked;
    }

    /// <summary>Upgrades the database, prepares every area, opens the doors and says where they are.</summary>
    public static async Task OpenAsync(this WebApplication app, TextWriter console)
    {
        foreach (var warning in app.Services.GetRequiredService<Settings>().Warnings)
            await console.WriteLineAsync($"note: {warning}");
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var part in scope.ServiceProvider.GetServices<IStartupPart>().OrderBy(part => part.Order))
                await part.PrepareAsync(CancellationToken.None);
        }

        await app.StartAsync();
        var address = app.Services.GetRequiredService<ListeningAddress>();
        foreach (var announcement in app.Services.GetServices<IAnnouncement>().OrderBy(part => part.Order))
        foreach (var line in announcement.Lines(address))
            await console.WriteLineAsync(line);
        await console.FlushAsync();
    }
}

internal sealed class AddressAnnouncement : IAnnouncement
{
    public int Order => 0;

    public IEnumerable<string> Lines(ListeningAddress address) =>
        address.All.Prepend(address.ForPeople).Distinct().Select(uri => $"address: {uri.ToString().TrimEnd('/')}");
}

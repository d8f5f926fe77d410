using Endre.Web.Hosting;

namespace Endre.Web.Features.WeeklyMessages.SendWeekly;

/// <summary>Every quarter of an hour, writes the messages whose time has come. Any number of nodes may; each is written once.</summary>
internal sealed partial class WeeklyClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WeeklyClock> logger)
    : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendWeekly>().RunAsync(ct);
        await scope.ServiceProvider.GetRequiredService<ForgetWords>().RunAsync(ct);
    }

    // The database may be away; the next quarter does it.
    protected override void Tell(Exception fault) => NotRun(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The weekly messages could not be written now.")]
    private static partial void NotRun(ILogger logger, Exception fault);
}

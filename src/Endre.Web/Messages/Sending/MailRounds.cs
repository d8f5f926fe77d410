using Endre.Web.Hosting;

namespace Endre.Web.Messages.Sending;

/// <summary>Sends mail every few seconds, on every node.</summary>
internal sealed partial class MailRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailRounds> logger)
    : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(ct);
    }

    protected override void Tell(Exception fault) => NotRun(fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of mail could not run.")]
    private partial void NotRun(Exception fault);
}

using Endre.Storage;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Access;

/// <summary>
/// Deactivates those whose last day is over. They cannot sign in from midnight anyway (<see cref="SignInRight"/>); this
/// makes it stand in the lists, and takes their keys.
/// </summary>
internal sealed partial class LastDays(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LastDays> logger)
    : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    protected override bool BeginsAtOnce => true;

    // The next hour tries again, and nobody gets in meanwhile.
    protected override void Tell(Exception fault) => NotEnded(logger, fault);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = scope.ServiceProvider.GetRequiredService<SignInRight>().Today;
        var over = await scope
            .ServiceProvider.GetRequiredService<EndreContext>()
            .Users.Where(person => person.DeactivatedAt == null && person.EndsOn < today)
            .Select(person => person.Id)
            .ToListAsync(ct);
        foreach (var id in over)
        {
            await using var own = scopes.CreateAsyncScope();
            own.ServiceProvider.GetRequiredService<AuditLog>().Program = "schedule";
            var departures = own.ServiceProvider.GetRequiredService<Departures>();
            if (await departures.LeaveAsync(id, successorId: null, mayLeaveOpen: true, ct) is { } refusal)
                NotLeft(logger, id, refusal.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Those whose last day is over could not be deactivated.")]
    private static partial void NotEnded(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Person {Id}, whose last day is over, stays active: {Reason}.")]
    private static partial void NotLeft(ILogger logger, Guid id, string reason);
}

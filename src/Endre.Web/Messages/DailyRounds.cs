using Endre.Web.Hosting;

namespace Endre.Web.Messages;

/// <summary>
/// Once each working day, from seven in the morning. Looks every quarter of an hour whether this node has done it today, so a
/// machine that was off does it when it is on, and one whose database was away does it when it is back.
/// </summary>
internal abstract class DailyRounds(IServiceScopeFactory scopes, TimeProvider clock) : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private DateOnly _done;

    /// <summary>Does what there is to do today.</summary>
    protected abstract Task RunAsync(IServiceProvider services, DateOnly today, CancellationToken ct);

    protected sealed override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<TellingHours>().Day is { } today && today != _done)
        {
            await RunAsync(scope.ServiceProvider, today, ct);
            _done = today;
        }
    }
}

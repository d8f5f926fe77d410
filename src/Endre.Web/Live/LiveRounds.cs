using System.Globalization;

namespace Endre.Web.Live;

/// <summary>Keeps quiet lines alive and puts away workshops that nobody uses.</summary>
internal sealed class LiveRounds(LiveWorkshops workshops, TimeProvider clock) : BackgroundService
{
    /// <summary>A line that has been silent for so long is greeted, before proxies and phones give it up.</summary>
    private const long LongestSilence = 15_000;
    private const long UnusedFor = 30 * 60 * 1000;

    /// <summary>The server's now, by which a client sets its clock.</summary>
    public static byte[] Hello(DateTimeOffset now, long sequence) =>
        Frame.Signal(
            "hello",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"now\":{now.ToUnixTimeMilliseconds()},\"sequence\":{sequence}}}"
            )
        );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var rounds = 0;
        while (await NextAsync(timer, stoppingToken))
        {
            foreach (var workshop in workshops.Loaded)
            {
                workshop.LookAgain();
                var hello = Hello(clock.GetUtcNow(), workshop.State.Sequence);
                foreach (
                    var silent in workshop.Feeds.All.SelectMany(f => f.Roster).Where(s => s.Silence > LongestSilence)
                )
                {
                    silent.Greet(hello);
                    silent.Push();
                }
            }
            if (++rounds % 60 == 0)
            {
                await workshops.PutAwayAsync(UnusedFor);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

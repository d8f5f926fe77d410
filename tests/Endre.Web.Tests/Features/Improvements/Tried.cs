using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Testing;
using Endre.Web.Tests.Features.WeeklyMessages;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>Improvements as tests start them, and what they do with them.</summary>
internal static class Tried
{
    public static async Task<Guid> TryAsync(
        this AppUnderTest app,
        Guid unit,
        Guid owner,
        string trying = "Ringe runden klokka ti",
        int days = 7,
        ImprovementSize size = ImprovementSize.Pdca
    )
    {
        var id = Guid.CreateVersion7();
        var start = new StartImprovement(
            id,
            unit,
            trying,
            "Halvparten så mange telefoner",
            app.Today().AddDays(days),
            size,
            owner
        );
        (
            await app.InStorageAsync(storage =>
                storage.StartImprovementAsync(start, origin: null, app.Hand(owner), CancellationToken.None)
            )
        ).ShouldBeNull();
        return id;
    }

    public static async Task DoAsync(
        this AppUnderTest app,
        Guid id,
        Guid by,
        params IReadOnlyList<ImprovementCommand> commands
    )
    {
        foreach (var command in commands)
        {
            (
                await app.InStorageAsync(storage =>
                    storage.DoWithImprovementAsync(id, command, app.Hand(by), CancellationToken.None)
                )
            ).ShouldBeNull();
        }
    }

    public static ImprovementCommand[] Studied(int cycle) =>
        [
            new BeginCycle(cycle),
            new TellCycle(cycle, "Fire telefoner", null),
            new StudyCycle(cycle, Verdict.Partly, "Ni er for tidlig"),
        ];

    private static Hand Hand(this AppUnderTest app, Guid person) => new(person, app.Time.GetUtcNow(), app.Today());
}

using Endre.Domain.Improvements;
using Endre.Domain.Lineage;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.DemoImprovements;

/// <summary>What was done in Fjordvik some days ago, by the rules that hold for everybody.</summary>
internal sealed class DemoTrials(EndreContext database, TimeProvider clock, Formats formats)
{
    /// <summary>Starts an improvement.</summary>
    /// <param name="unit">Where.</param>
    /// <param name="trying">What is tried.</param>
    /// <param name="prediction">What they think will happen.</param>
    /// <param name="owner">Who answers for it.</param>
    /// <param name="days">How many days ago it was started, and how many days after that it was to be looked at.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="origin">What it came from, or null.</param>
    /// <param name="size">How much of a method it takes.</param>
    public async Task<Guid> StartAsync(
        Guid unit,
        string trying,
        string prediction,
        Guid owner,
        (int Ago, int For) days,
        CancellationToken ct,
        RecordReference? origin = null,
        ImprovementSize size = ImprovementSize.Pdca
    )
    {
        var hand = Hand(owner, days.Ago);
        var start = new Domain.Improvements.StartImprovement(
            Guid.CreateVersion7(),
            unit,
            trying,
            prediction,
            hand.Today.AddDays(days.For),
            size,
            owner
        );
        Check(await database.StartImprovementAsync(start, origin, hand, ct));
        return start.Id;
    }

    public async Task DoAsync(
        Guid id,
        Guid person,
        int daysAgo,
        CancellationToken ct,
        params IReadOnlyList<ImprovementCommand> commands
    )
    {
        foreach (var command in commands)
        {
            Check(await database.DoWithImprovementAsync(id, command, Hand(person, daysAgo), ct));
        }
    }

    /// <summary>The day so many days ago; ahead when it is less than none.</summary>
    public DateOnly Day(int ago) => formats.Day(clock.GetUtcNow().AddDays(-ago));

    public Hand Hand(Guid person, int daysAgo)
    {
        var then = clock.GetUtcNow().AddDays(-daysAgo);
        return new Hand(person, then, formats.Day(then));
    }

    /// <summary>The demo does nothing that would be refused.</summary>
    public static void Check(Refusal? refused)
    {
        if (refused is not null)
        {
            throw new InvalidOperationException($"The demo's improvement is refused: {refused.Reason}.");
        }
    }
}

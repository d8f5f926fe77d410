using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Agendas;

/// <summary>How the time of a meeting is divided among its matters.</summary>
public static class AgendaTimes
{
    /// <summary>The most minutes of one matter.</summary>
    public const int MostMinutes = 120;

    /// <summary>Gives each matter without a time of its own a share of what is left.</summary>
    /// <param name="matters">The matters, in their order.</param>
    /// <param name="minutes">How long the meeting is meant to last.</param>
    /// <returns>
    /// The same matters, each with its minutes, at least one. Together they last as long as the meeting, unless what was set
    /// by hand and one minute for each of the others is more already.
    /// </returns>
    public static ImmutableArray<Matter> Spread(ImmutableArray<Matter> matters, int minutes)
    {
        var shares = matters.Where(matter => matter.Minutes is null).ToList();
        var left = minutes - matters.Sum(matter => matter.Minutes ?? 1);
        var weight = shares.Sum(matter => WeightOf(matter.Kind));
        var given = new Dictionary<Guid, int>();
        var passed = 0;
        foreach (var matter in shares)
        {
            // Each ends where its share of the whole ends, so that no minute is lost by rounding.
            var before = Math.Max(0, left) * passed / Math.Max(1, weight);
            passed += WeightOf(matter.Kind);
            given[matter.Id] = 1 + (Math.Max(0, left) * passed / Math.Max(1, weight)) - before;
        }
        return
        [
            .. matters.Select(matter =>
                matter with
                {
                    Minutes = Math.Min(matter.Minutes ?? given[matter.Id], MostMinutes),
                }
            ),
        ];
    }

    // What is only asked how it goes takes less than what has to be thought about.
    private static int WeightOf(MatterKind kind) =>
        kind switch
        {
            MatterKind.ActionItem or MatterKind.EffectCheck or MatterKind.Information => 1,
            MatterKind.LateAnswer or MatterKind.Returned or MatterKind.NewHassle => 2,
            MatterKind.Pilot or MatterKind.Planning => 3,
            _ => 4,
        };
}

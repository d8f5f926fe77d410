using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Web.Weekly;

namespace Endre.Web.Features.WeeklyMessages;

/// <summary>What waits for the person of this scope, of all areas.</summary>
internal sealed class Decisions(IEnumerable<IWeeklyDecisions> areas)
{
    /// <summary>As many as one can decide on before the first meeting of the week.</summary>
    internal const int Handful = 5;

    // More than one reads; whoever has so much waiting begins with these.
    private const int Most = 100;

    /// <summary>The easy first, among equals the oldest; and how many there are in all.</summary>
    public async Task<WaitingDecisions> ReadAsync(bool isAll, CancellationToken ct)
    {
        var all = new List<WeeklyDecision>();
        foreach (var area in areas)
            all.AddRange(await area.ListAsync(ct));
        var ordered = EasyFirst.Order(
            all.OrderBy(decision => HassleId.Shuffled(decision.Id), StringComparer.Ordinal),
            decision => decision.Ease
        );
        return new WaitingDecisions([.. ordered.Take(isAll ? Most : Handful)], all.Count);
    }

    public IWeeklyDecisions? Area(string word) => areas.SingleOrDefault(area => area.Area == word);
}

/// <summary>What waits for a leader.</summary>
/// <param name="Shown">The first of them.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record WaitingDecisions(IReadOnlyList<WeeklyDecision> Shown, int Count)
{
    public int More => Count - Shown.Count;
}

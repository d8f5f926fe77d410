using System.Collections.Immutable;
using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Hassles.Pulses;

/// <summary>What a unit answered in a round, as far as it may be shown.</summary>
/// <param name="All">How many answered; null when it may not be shown.</param>
/// <param name="Yes">How many said yes; null when it may not be shown.</param>
/// <param name="Some">How many said a little; null when it may not be shown.</param>
/// <param name="No">How many said no; null when it may not be shown.</param>
public sealed record PulseResult(int? All, int? Yes, int? Some, int? No)
{
    /// <summary>Whether all of it may be shown.</summary>
    public bool IsWhole => Yes is not null && Some is not null && No is not null;

    /// <summary>What may be shown of the answers to one round.</summary>
    /// <param name="yes">How many said yes.</param>
    /// <param name="some">How many said a little.</param>
    /// <param name="no">How many said no.</param>
    /// <param name="limit">The smallest count that may be shown.</param>
    /// <remarks>
    /// The three answers are the parts of the sum, as units are parts of one above them: <see cref="SmallGroupRules"/>
    /// hides the small ones, and one more where a small one could be found by taking the others away.
    /// </remarks>
    public static PulseResult Of(int yes, int some, int no, SmallGroupLimit limit)
    {
        var (all, one, two, three) = (new Guid(1, 0, 0, new byte[8]), Part(2), Part(3), Part(4));
        var shown = SmallGroupRules.Decide(
            [new CountedUnit(all, null, [0]), Answers(one, yes), Answers(two, some), Answers(three, no)],
            [SliceLevel.Whole(1)],
            limit,
            // That nobody gave an answer of no kind is known to all.
            known: ImmutableHashSet.Create(all)
        );
        return new PulseResult(Shown(all), Shown(one), Shown(two), Shown(three));

        CountedUnit Answers(Guid part, int count) => new(part, all, [count]);

        int? Shown(Guid part) => shown.Whole(part, level: 0, group: 0);

        static Guid Part(int number) => new(number, 0, 0, new byte[8]);
    }
}

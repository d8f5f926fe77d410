using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Organizations;
using Endre.Web.Features.Hassles.AskPulse;

namespace Endre.Web.Features.Hassles.ShowHappened;

/// <summary>What has happened in a unit, as one reader sees it.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Above">The unit above, where the reader may look too; else null.</param>
/// <param name="Under">The units directly under, where the reader may look too.</param>
/// <param name="Counts">How many stand where.</param>
/// <param name="Items">What stands on this page.</param>
/// <param name="Page">Which page.</param>
/// <param name="Last">The last page.</param>
/// <param name="Leads">Whether the reader answers for the unit.</param>
/// <param name="Pulse">What the pulse of the unit is now; null where there is nothing to tell.</param>
/// <param name="IsSaved">Whether something was changed just now.</param>
public sealed record HappenedView(
    Unit Unit,
    Unit? Above,
    IReadOnlyList<Unit> Under,
    HappenedCounts Counts,
    IReadOnlyList<HappenedItem> Items,
    int Page,
    int Last,
    bool Leads,
    PulseNews? Pulse,
    bool IsSaved
);

/// <summary>How many stand where, and what was saved.</summary>
/// <param name="Gone">Borte.</param>
/// <param name="OnItsWay">På vei.</param>
/// <param name="No">Sagt nei.</param>
/// <param name="Waiting">Venter.</param>
/// <param name="Saved">What was saved by what is gone, as far as it is known.</param>
public sealed record HappenedCounts(int Gone, int OnItsWay, int No, int Waiting, HoursSum Saved)
{
    public bool IsEmpty => Gone + OnItsWay + No + Waiting == 0;

    internal static HappenedCounts Of(IReadOnlyList<HappenedLine> lines)
    {
        int Count(HappenedPart part) => lines.Count(line => line.Part == part);
        return new HappenedCounts(
            Count(HappenedPart.Gone),
            Count(HappenedPart.OnItsWay),
            Count(HappenedPart.No),
            Count(HappenedPart.Waiting),
            HoursSum.Over(lines.Where(line => line.Part == HappenedPart.Gone).Select(line => line.Price.Saved))
        );
    }
}

/// <summary>One thing that was said, and what became of it.</summary>
/// <param name="Hassle">As the reader sees it.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="Removal">What was done, when it is gone.</param>
/// <param name="Promise">Who does it and by when.</param>
/// <param name="Words">What was answered, in words; null where nothing was.</param>
/// <param name="WeeksOld">How many weeks ago it was said.</param>
/// <param name="MayAnswer">Whether the reader answers it.</param>
public sealed record HappenedItem(
    HassleView Hassle,
    HappenedPart Part,
    Removal? Removal,
    Promise? Promise,
    string? Words,
    int WeeksOld,
    bool MayAnswer
)
{
    public Price Price => Price.Of(Hassle.Effort, Removal?.Left);

    internal static HappenedItem Of(Hassle hassle, HassleView view, DateOnly today, bool mayAnswer) =>
        new(
            view,
            HappenedRows.PartOf(hassle.State),
            hassle.Removal,
            hassle.Promise,
            WordsOf(hassle),
            (HassleRules.WeekOf(today).DayNumber - hassle.Week.DayNumber) / 7,
            mayAnswer
        );

    // The words of the answer that holds now; of one that was given before it came back, nothing.
    private static string? WordsOf(Hassle hassle) =>
        hassle.Thread.LastOrDefault(message => message.Answer is not null) is { Text.Length: > 0 } last
        && last.Answer == hassle.State
            ? last.Text
            : null;
}

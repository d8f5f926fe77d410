using Endre.Domain.Hassles;
using Endre.Domain.Insights;
using Endre.Domain.Needs;
using Endre.Web.Components.Forms;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Needs.Shared;

/// <summary>A need as one reader sees it.</summary>
/// <param name="Need">The need.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="MayChange">Whether the reader works with it.</param>
/// <param name="Hassles">What it stands on.</param>
/// <param name="Offered">What else it could stand on.</param>
/// <param name="Lineage">Where it comes from, hassles aside.</param>
/// <param name="History">What was done, latest first.</param>
/// <param name="Attempt">What was tried and refused, or null.</param>
public sealed record NeedView(
    Need Need,
    string Unit,
    bool MayChange,
    IReadOnlyList<NeedHassle> Hassles,
    IReadOnlyList<NeedHassle> Offered,
    LineageView Lineage,
    IReadOnlyList<NeedEntry> History,
    Attempt? Attempt
)
{
    /// <summary>What the hassles that one sees cost in a year, as those who said them believe; null when nobody said.</summary>
    public double? HoursAYear =>
        Hassles.Select(hassle => hassle.Effort.HoursAYear).OfType<double>().ToList() is { Count: > 0 } known
            ? known.Sum()
            : null;

    /// <summary>The hassle of a leaf.</summary>
    public NeedHassle HassleOf(Guid id) => Hassles.FirstOrDefault(hassle => hassle.Id == id) ?? NeedHassle.Unseen(id);
}

/// <summary>A hassle that a need stands on, as one reader sees it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Text">What was said; null when it was taken back, or is not for this reader.</param>
/// <param name="State">Where it stands; null when it is not for this reader.</param>
/// <param name="Effort">What it costs.</param>
/// <param name="Unit">The unit's name.</param>
public sealed record NeedHassle(Guid Id, string? Text, HassleState? State, Effort Effort, string Unit)
{
    internal static NeedHassle Unseen(Guid id) => new(id, null, null, Effort.Unknown, "");

    public bool IsWithdrawn => State == HassleState.Withdrawn;
}

/// <summary>An entry in the history.</summary>
/// <param name="What">The word of what was done.</param>
/// <param name="Diamond">Which diamond, or null.</param>
/// <param name="Who">Who did it, or null.</param>
/// <param name="At">When.</param>
public sealed record NeedEntry(string What, Diamond? Diamond, string? Who, DateTimeOffset At);

/// <summary>What is most of among what was said to the unit and those under it.</summary>
/// <param name="Pareto">The bars.</param>
/// <param name="IsByUnit">Counted by unit; otherwise by what became of it.</param>
public sealed record NeedCounts(Pareto Pareto, bool IsByUnit);

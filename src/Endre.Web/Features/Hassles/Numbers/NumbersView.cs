using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;

namespace Endre.Web.Features.Hassles.Numbers;

/// <summary>The numbers of a unit and of those directly under it, as one reader may see them.</summary>
/// <param name="Period">Which months are counted.</param>
/// <param name="Limit">Fewer than this are not told.</param>
/// <param name="Level">The level of time, an index into <see cref="CountingPeriod.Levels"/>.</param>
/// <param name="Unit">The unit; null where there are several at the top, and none was chosen.</param>
/// <param name="Above">The units it is a part of, from the top.</param>
/// <param name="HasSeveralTops">Whether there is something above the topmost unit: the list of all of them.</param>
/// <param name="Own">The units in which the reader works.</param>
/// <param name="Rows">The unit, what was said to it itself, and each under it.</param>
public sealed record NumbersView(
    CountingPeriod Period,
    SmallGroupLimit Limit,
    int Level,
    Unit? Unit,
    IReadOnlyList<Unit> Above,
    bool HasSeveralTops,
    IReadOnlyList<Unit> Own,
    IReadOnlyList<NumbersRow> Rows
);

/// <summary>What a row of the numbers is about.</summary>
public enum NumbersRowKind
{
    /// <summary>The chosen unit, with all under it.</summary>
    Whole,

    /// <summary>What was said to the chosen unit itself.</summary>
    Itself,

    /// <summary>A unit directly under it, with all under that.</summary>
    Under,
}

/// <summary>A row of the numbers.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Kind">How much of it.</param>
/// <param name="Counts">A count for each group of months; empty when it may not be shown at this level.</param>
/// <param name="CoarserLevel">A coarser level at which it may be shown, or null.</param>
public sealed record NumbersRow(Unit Unit, NumbersRowKind Kind, IReadOnlyList<NumbersCount> Counts, int? CoarserLevel);

/// <summary>How many were said, and how many of them were answered.</summary>
/// <param name="Said">How many were said.</param>
/// <param name="Answered">How many of them were answered; null when it may not be shown.</param>
public sealed record NumbersCount(int Said, int? Answered);

using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Features.Hassles.ShowHappened;

namespace Endre.Web.Features.Hassles.SimilarHassles;

/// <summary>
/// What somebody without an account sees at a unit's door: what the screen on the unit's wall may show, and never a name.
/// A code at a door is no secret. So nothing is shown that nobody has answered: those who answer have read it, and could
/// have taken it off.
/// </summary>
internal static class DoorSight
{
    private static readonly string[] Answered =
    [
        HassleWords.Of(HassleState.Gone),
        HassleWords.Of(HassleState.WillDo),
        HassleWords.Of(HassleState.WillNot),
    ];

    /// <summary>The unit itself, with the closed ones that went on in it.</summary>
    public static IReadOnlySet<Guid> UnitsOf(UnitTree tree, Unit unit) => HappenedRows.IdsOf(tree, unit).ToHashSet();

    /// <summary>The rows that the door shows.</summary>
    public static IQueryable<HassleRow> In(EndreContext database, UnitTree tree, Unit unit)
    {
        var ids = UnitsOf(tree, unit);
        return database.Hassles.Where(row =>
            ids.Contains(row.UnitId)
            && row.MergedIntoId == null
            && row.MovedToId == null
            && !row.IsOffScreen
            && Answered.Contains(row.State)
        );
    }
}

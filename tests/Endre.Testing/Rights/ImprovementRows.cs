using Endre.Domain.Organizations;
using Endre.Web.Features.Improvements.ActOnImprovement;

namespace Endre.Testing.Rights;

/// <summary>Whose improvements are: to follow and to work with, and to decide on.</summary>
internal static class ImprovementRows
{
    private static readonly string[] Deciding =
    [
        ImprovementActs.End,
        ImprovementActs.JustDone,
        ImprovementActs.Stop,
        ImprovementActs.Resume,
        ImprovementActs.Resize,
        ImprovementActs.Replace,
    ];

    /// <summary>The roles that find the improvement, which nobody of the players answers for.</summary>
    /// <param name="act">What is done with it.</param>
    public static IReadOnlyList<string> OwnersOf(Act act) =>
        Deciding.Contains(act.Value)
            ? [Player.OfUnit(UnitRole.Leader), Player.OfUnit(UnitRole.Deputy), Player.OfUnit(UnitRole.ChangeAgent)]
            : [.. UnitRole.All.Select(Player.OfUnit)];
}

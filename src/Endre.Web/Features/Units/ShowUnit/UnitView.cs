using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Web.Access;

namespace Endre.Web.Features.Units.ShowUnit;

/// <summary>What the page of a unit shows.</summary>
/// <param name="Unit">The unit, open or closed.</param>
/// <param name="Tree">All units, to name others.</param>
/// <param name="Roles">Those who lead, deputize, drive change or represent: everybody may know.</param>
/// <param name="Workers">How many work there.</param>
/// <param name="Limit">Fewer than this are not told as a number to those who may not read the names.</param>
/// <param name="Names">Who they are; null for those who may not read it.</param>
/// <param name="Teams">Change teams that answer to it.</param>
/// <param name="History">Newest first.</param>
/// <param name="MayChange">Whether the one who asks may change it.</param>
/// <param name="IsSaved">Whether it was changed just now.</param>
public sealed record UnitView(
    Unit Unit,
    UnitTree Tree,
    IReadOnlyList<UnitPlace> Roles,
    int Workers,
    SmallGroupLimit Limit,
    IReadOnlyList<UnitPlace>? Names,
    IReadOnlyList<UnitTeam> Teams,
    IReadOnlyList<UnitStory> History,
    bool MayChange,
    bool IsSaved
)
{
    /// <summary>What other areas have to say of the unit; nothing of a closed one.</summary>
    public IReadOnlyList<UnitFact> Facts { get; init; } = [];

    /// <summary>What else there is of the unit, for whoever asks.</summary>
    public IReadOnlyList<UnitLink> Links { get; init; } = [];
}

/// <summary>Somebody's place in a unit.</summary>
public sealed record UnitPlace(Guid PersonId, string Name, string Role, string? Title);

/// <summary>A change team that answers to a unit.</summary>
public sealed record UnitTeam(Guid Id, string Name);

/// <summary>One entry of a unit's history.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it; null when it was a program, or the person is erased.</param>
/// <param name="Changed">What was done.</param>
public sealed record UnitStory(DateTimeOffset At, string? Who, UnitChanged Changed);

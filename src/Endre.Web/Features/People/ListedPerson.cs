using Endre.Web.Components.Forms;

namespace Endre.Web.Features.People;

/// <summary>A line in the list of people.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Email">Empty when there is none.</param>
/// <param name="Roles">For the whole organization.</param>
/// <param name="Places">Where the person works, a phrase each.</param>
/// <param name="Status">The key of what is said of the account.</param>
/// <param name="EndsOn">The last day, or null.</param>
public sealed record ListedPerson(
    Guid Id,
    string Name,
    string Email,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Places,
    string Status,
    DateOnly? EndsOn
);

/// <summary>What the list is narrowed to.</summary>
/// <param name="Search">A part of a name or an address.</param>
/// <param name="UnitId">Who has a place in this unit, or in one under it.</param>
/// <param name="Role">A word of the units' roles, or of the organization's.</param>
/// <param name="Status">A key of a status.</param>
/// <param name="Page">From 1.</param>
public sealed record PeopleFilter(string? Search, Guid? UnitId, string? Role, string? Status, int Page)
{
    public bool IsEmpty => Search is null && UnitId is null && Role is null && Status is null;
}

/// <summary>A page of the list.</summary>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="People">Those on this page.</param>
/// <param name="Total">How many there are in all that fit.</param>
/// <param name="Pages">How many pages.</param>
/// <param name="Units">The units to narrow by.</param>
/// <param name="Ending">How many of all have their last day within two weeks.</param>
public sealed record PeoplePage(
    PeopleFilter Filter,
    IReadOnlyList<ListedPerson> People,
    int Total,
    int Pages,
    IReadOnlyList<Choice> Units,
    int Ending
);

namespace Endre.Domain.Organizations;

/// <summary>A person's place in a unit: a position, or a role such as safety representative.</summary>
/// <param name="Id">The position's id.</param>
/// <param name="PersonId">Who.</param>
/// <param name="UnitId">Where.</param>
/// <param name="Role">A word of <see cref="UnitRole"/>.</param>
/// <param name="Title">For example <c>hjelpepleier</c>; null when nobody told.</param>
/// <param name="Since">The first day; null when it always was so.</param>
/// <param name="Until">The last day; null when it goes on.</param>
public sealed record Position(
    Guid Id,
    Guid PersonId,
    Guid UnitId,
    string Role,
    string? Title = null,
    DateOnly? Since = null,
    DateOnly? Until = null
)
{
    /// <summary>The longest title.</summary>
    public const int LongestTitle = 200;

    /// <summary>Whether the person holds it on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsHeldOn(DateOnly day) => (Since is null || Since <= day) && !HasEndedBy(day);

    /// <summary>Whether it was over before a day. One that has not begun is not over.</summary>
    /// <param name="day">The day.</param>
    public bool HasEndedBy(DateOnly day) => Until < day;
}

/// <summary>When something is decided: the instant, and the day it is for people here.</summary>
/// <param name="At">The instant.</param>
/// <param name="Today">The day in the organization's time zone.</param>
public readonly record struct Moment(DateTimeOffset At, DateOnly Today);

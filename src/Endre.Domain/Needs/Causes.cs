using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Needs;

/// <summary>Kan vi gjøre noe med det?</summary>
public enum Influence
{
    /// <summary>Nobody has said.</summary>
    Unsaid,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>Partly, or together with others.</summary>
    Partly,

    /// <summary>No.</summary>
    No,
}

/// <summary>An answer to a why. It may itself be asked why, by several answers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">What it answers why of; null for the need itself.</param>
/// <param name="Text">What is thought to be the cause; empty where a hassle says it.</param>
/// <param name="HassleId">The hassle that is this leaf, by reference, or null.</param>
/// <param name="Influence">Whether one can do something about it.</param>
/// <param name="Proof">How one knows; may be empty.</param>
/// <param name="IsChecked">Whether somebody has looked. Only with <paramref name="Proof"/>.</param>
/// <param name="CategoryId">The bone of the fishbone it lies on, or null.</param>
public sealed record Cause(
    Guid Id,
    Guid? ParentId,
    string Text,
    Guid? HassleId,
    Influence Influence,
    string Proof,
    bool IsChecked,
    string? CategoryId
)
{
    /// <summary>The most characters of a cause.</summary>
    public const int LongestText = 200;

    /// <summary>The most characters of how one knows.</summary>
    public const int LongestProof = 300;

    /// <summary>The most causes of one need.</summary>
    public const int Most = 100;

    /// <summary>The deepest why. Five is no rule; this is only so that a drawing stays readable.</summary>
    public const int Deepest = 8;
}

/// <summary>A bone of the fishbone.</summary>
/// <param name="Id">A word that stays the same when it is renamed.</param>
/// <param name="Name">What this unit calls it; null for the name that comes with Endre.</param>
public sealed record CauseCategory(string Id, string? Name)
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>The most bones.</summary>
    public const int Most = 10;

    /// <summary>
    /// What fits services: people, routines, equipment and IT, information and cooperation, rooms, frames and leadership.
    /// </summary>
    public static readonly ImmutableList<CauseCategory> Defaults =
    [
        .. ServiceCategoryWord.All.Select(category => new CauseCategory(ServiceCategoryWord.Of(category), null)),
    ];
}

/// <summary>What an A3 has that the need does not have already.</summary>
/// <param name="Theme">A title without the solution in it; empty for the need's own words.</param>
/// <param name="Goal">What one wants to see, and by when.</param>
/// <param name="FollowUp">How and when one checks, and what was predicted against what came.</param>
/// <param name="Plan">Who does what, and when.</param>
public sealed record A3Sheet(string Theme, string Goal, string FollowUp, ImmutableList<PlanLine> Plan)
{
    /// <summary>The most characters of the theme.</summary>
    public const int LongestTheme = 120;

    /// <summary>The most characters of the goal and of the follow-up.</summary>
    public const int LongestText = 600;

    /// <summary>Nothing yet.</summary>
    public static readonly A3Sheet Empty = new("", "", "", []);
}

/// <summary>A line of the plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What is done.</param>
/// <param name="Who">Who does it.</param>
/// <param name="DueOn">When it is to be done, or null.</param>
/// <param name="IsDone">Whether it is done.</param>
public sealed record PlanLine(Guid Id, string What, string Who, DateOnly? DueOn, bool IsDone)
{
    /// <summary>The most characters of what.</summary>
    public const int LongestWhat = 200;

    /// <summary>The most characters of who.</summary>
    public const int LongestWho = 100;

    /// <summary>The most lines.</summary>
    public const int Most = 30;
}

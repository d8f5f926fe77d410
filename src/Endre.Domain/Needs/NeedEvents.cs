using System.Collections.Immutable;

namespace Endre.Domain.Needs;

/// <summary>Something that happened with a need.</summary>
public abstract record NeedEvent;

/// <summary>It was stated.</summary>
/// <param name="Need">As it begins.</param>
public sealed record NeedStated(Need Need) : NeedEvent;

/// <summary>It was said better.</summary>
/// <param name="Statement">How.</param>
public sealed record NeedReworded(Statement Statement) : NeedEvent;

/// <summary>It stands on more hassles.</summary>
/// <param name="HassleIds">The new ones.</param>
public sealed record HasslesTied(ImmutableList<Guid> HassleIds) : NeedEvent;

/// <summary>It stands on one hassle less.</summary>
/// <param name="HassleId">Which.</param>
public sealed record HassleUntied(Guid HassleId) : NeedEvent;

/// <summary>A diamond was closed, and the next one opened; after the last one it works.</summary>
/// <param name="Diamond">Which.</param>
public sealed record DiamondClosed(Diamond Diamond) : NeedEvent;

/// <summary>A closed diamond was opened again.</summary>
/// <param name="Diamond">Which.</param>
public sealed record DiamondReopened(Diamond Diamond) : NeedEvent;

/// <summary>A solution was written, chosen or let lie.</summary>
/// <param name="Solution">As it is now.</param>
public sealed record SolutionWritten(Solution Solution) : NeedEvent;

/// <summary>A solution was taken away.</summary>
/// <param name="Id">Which.</param>
public sealed record SolutionRemoved(Guid Id) : NeedEvent;

/// <summary>A test was planned, or changed.</summary>
/// <param name="Test">As it is now.</param>
public sealed record TestPlanned(SmallTest Test) : NeedEvent;

/// <summary>A test has told something.</summary>
/// <param name="Id">Which.</param>
/// <param name="Result">What.</param>
public sealed record TestTold(Guid Id, SmallTestResult Result) : NeedEvent;

/// <summary>A test was taken away.</summary>
/// <param name="Id">Which.</param>
public sealed record TestRemoved(Guid Id) : NeedEvent;

/// <summary>A why was answered.</summary>
/// <param name="Cause">The answer.</param>
public sealed record WhyAnswered(Cause Cause) : NeedEvent;

/// <summary>More was said of a cause, or it was moved.</summary>
/// <param name="Cause">As it is now.</param>
public sealed record CauseChanged(Cause Cause) : NeedEvent;

/// <summary>A cause was taken away.</summary>
/// <param name="Id">Which.</param>
public sealed record CauseRemoved(Guid Id) : NeedEvent;

/// <summary>A bone of the fishbone was made or renamed.</summary>
/// <param name="Category">As it is now.</param>
public sealed record CategoryNamed(CauseCategory Category) : NeedEvent;

/// <summary>A bone of the fishbone was taken away.</summary>
/// <param name="Id">Which.</param>
public sealed record CategoryRemoved(string Id) : NeedEvent;

/// <summary>The A3's own texts were written.</summary>
/// <param name="Theme">A title without the solution in it, or empty.</param>
/// <param name="Goal">What one wants to see.</param>
/// <param name="FollowUp">How and when one checks.</param>
public sealed record SheetDescribed(string Theme, string Goal, string FollowUp) : NeedEvent;

/// <summary>A line of the plan was written.</summary>
/// <param name="Line">As it is now.</param>
public sealed record PlanLineWritten(PlanLine Line) : NeedEvent;

/// <summary>A line of the plan was taken away.</summary>
/// <param name="Id">Which.</param>
public sealed record PlanLineRemoved(Guid Id) : NeedEvent;

using System.Collections.Immutable;

namespace Endre.Domain.Needs;

/// <summary>What somebody wants done with a need.</summary>
public abstract record NeedCommand;

/// <summary>States a need. The same id again is the same need.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="UnitId">The unit whose need it is.</param>
/// <param name="Who">Who needs it.</param>
/// <param name="What">What they need.</param>
/// <param name="Why">Why.</param>
/// <param name="HassleIds">What it stands on; may be empty.</param>
public sealed record StateNeed(
    Guid Id,
    Guid UnitId,
    string? Who,
    string? What,
    string? Why,
    ImmutableList<Guid> HassleIds
);

/// <summary>Says it better.</summary>
/// <param name="Who">Who needs it.</param>
/// <param name="What">What they need.</param>
/// <param name="Why">Why.</param>
public sealed record RewordNeed(string? Who, string? What, string? Why) : NeedCommand;

/// <summary>Lets it stand on more hassles.</summary>
/// <param name="HassleIds">Which.</param>
public sealed record TieHassles(ImmutableList<Guid> HassleIds) : NeedCommand;

/// <summary>Lets it stand on one less; where that was a leaf in the why tree, the leaf goes.</summary>
/// <param name="HassleId">Which.</param>
public sealed record UntieHassle(Guid? HassleId) : NeedCommand;

/// <summary>Closes the open diamond: one has chosen.</summary>
/// <param name="Diamond">Which.</param>
public sealed record CloseDiamond(Diamond? Diamond) : NeedCommand;

/// <summary>Opens a closed diamond again, in a new round.</summary>
/// <param name="Diamond">Which.</param>
public sealed record ReopenDiamond(Diamond? Diamond) : NeedCommand;

/// <summary>Writes a solution, new or better.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What one would do.</param>
public sealed record WriteSolution(Guid? Id, string? Text) : NeedCommand;

/// <summary>Chooses a solution to try, or lets it lie.</summary>
/// <param name="Id">Which.</param>
/// <param name="IsChosen">Whether it is to be tried.</param>
public sealed record ChooseSolution(Guid? Id, bool IsChosen) : NeedCommand;

/// <summary>Takes a solution away.</summary>
/// <param name="Id">Which.</param>
public sealed record RemoveSolution(Guid? Id) : NeedCommand;

/// <summary>Plans a test, new or changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SolutionId">What it tries.</param>
/// <param name="What">What one does, or asks.</param>
/// <param name="With">With whom.</param>
/// <param name="People">How few.</param>
/// <param name="Prediction">What one thinks will happen.</param>
/// <param name="On">When, or null.</param>
public sealed record PlanTest(
    Guid? Id,
    Guid? SolutionId,
    string? What,
    string? With,
    int? People,
    string? Prediction,
    DateOnly? On
) : NeedCommand;

/// <summary>Tells what a test told.</summary>
/// <param name="Id">Which.</param>
/// <param name="Happened">What happened.</param>
/// <param name="Learned">What one learned.</param>
/// <param name="Next">What one does now.</param>
public sealed record TellTest(Guid? Id, string? Happened, string? Learned, NextStep? Next) : NeedCommand;

/// <summary>Takes a test away that was not carried out.</summary>
/// <param name="Id">Which.</param>
public sealed record RemoveTest(Guid? Id) : NeedCommand;

/// <summary>Answers a why.</summary>
/// <param name="Id">The id the answer shall have.</param>
/// <param name="ParentId">What it answers why of; null for the need itself.</param>
/// <param name="Text">The cause; not used where a hassle says it.</param>
/// <param name="HassleId">A hassle that the need stands on, or null.</param>
/// <param name="CategoryId">The bone it lies on, or null.</param>
public sealed record AnswerWhy(Guid? Id, Guid? ParentId, string? Text, Guid? HassleId, string? CategoryId)
    : NeedCommand;

/// <summary>Says more of a cause.</summary>
/// <param name="Id">Which.</param>
/// <param name="Text">The cause, said better.</param>
/// <param name="Influence">Whether one can do something about it.</param>
/// <param name="Proof">How one knows.</param>
/// <param name="IsChecked">Whether somebody has looked.</param>
public sealed record JudgeCause(Guid? Id, string? Text, Influence? Influence, string? Proof, bool IsChecked)
    : NeedCommand;

/// <summary>Lets a cause, with all under it, answer another why.</summary>
/// <param name="Id">Which.</param>
/// <param name="ParentId">What it answers why of from now on; null for the need itself.</param>
public sealed record MoveCause(Guid? Id, Guid? ParentId) : NeedCommand;

/// <summary>Lays a cause on a bone of the fishbone, or takes it off.</summary>
/// <param name="Id">Which.</param>
/// <param name="CategoryId">The bone, or null.</param>
public sealed record SortCause(Guid? Id, string? CategoryId) : NeedCommand;

/// <summary>Takes away a cause that nothing answers why of.</summary>
/// <param name="Id">Which.</param>
public sealed record RemoveCause(Guid? Id) : NeedCommand;

/// <summary>Makes a bone, or renames one.</summary>
/// <param name="Id">Its word.</param>
/// <param name="Name">What it is called.</param>
public sealed record NameCategory(string? Id, string? Name) : NeedCommand;

/// <summary>Takes a bone away; its causes stay, on no bone.</summary>
/// <param name="Id">Which.</param>
public sealed record RemoveCategory(string? Id) : NeedCommand;

/// <summary>Writes what the A3 has besides.</summary>
/// <param name="Theme">A title without the solution in it; empty for the need's own words.</param>
/// <param name="Goal">What one wants to see.</param>
/// <param name="FollowUp">How and when one checks.</param>
public sealed record DescribeSheet(string? Theme, string? Goal, string? FollowUp) : NeedCommand;

/// <summary>Writes a line of the plan, new or changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What is done.</param>
/// <param name="Who">Who does it.</param>
/// <param name="DueOn">When, or null.</param>
/// <param name="IsDone">Whether it is done.</param>
public sealed record WritePlanLine(Guid? Id, string? What, string? Who, DateOnly? DueOn, bool IsDone) : NeedCommand;

/// <summary>Takes a line of the plan away.</summary>
/// <param name="Id">Which.</param>
public sealed record RemovePlanLine(Guid? Id) : NeedCommand;

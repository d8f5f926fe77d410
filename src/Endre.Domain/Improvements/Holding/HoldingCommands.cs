using System.Collections.Immutable;

namespace Endre.Domain.Improvements.Holding;

/// <summary>What somebody wants done with a routine that is held.</summary>
public abstract record HoldingCommand;

/// <summary>Says what the new routine is, who answers for it and who is trained.</summary>
/// <param name="Routine">The routine in one sentence.</param>
/// <param name="LineOwnerId">Who answers for it in the line.</param>
/// <param name="Trained">Who is trained.</param>
public sealed record AgreeOnRoutine(string? Routine, Guid? LineOwnerId, string? Trained) : HoldingCommand;

/// <summary>Gives the routine to another, as when somebody leaves.</summary>
/// <param name="To">Who answers for it from now on.</param>
public sealed record ReplaceLineOwner(Guid To) : HoldingCommand;

/// <summary>Answers the ten factors. What has no answer loses the one it had.</summary>
/// <param name="Answers">The answers.</param>
public sealed record CheckSustain(ImmutableSortedDictionary<SustainFactor, SustainAnswer> Answers) : HoldingCommand;

/// <summary>Answers whether the routine is still used.</summary>
/// <param name="Months">Which question: how many months after it was adopted.</param>
/// <param name="Use">The answer.</param>
/// <param name="Then">What the unit does now.</param>
public sealed record CheckUse(int? Months, InUse? Use, string? Then) : HoldingCommand;

/// <summary>Something that happened with a routine that is held.</summary>
public abstract record HoldingEvent;

/// <summary>It was said what the routine is.</summary>
/// <param name="Routine">The routine.</param>
/// <param name="LineOwnerId">Who answers for it.</param>
/// <param name="Trained">Who is trained.</param>
public sealed record NewRoutineAgreed(string Routine, Guid LineOwnerId, string Trained) : HoldingEvent;

/// <summary>Another answers for it.</summary>
/// <param name="To">Who.</param>
public sealed record LineOwnerReplaced(Guid To) : HoldingEvent;

/// <summary>The ten factors were answered.</summary>
/// <param name="Answers">The answers.</param>
public sealed record SustainChecked(ImmutableSortedDictionary<SustainFactor, SustainAnswer> Answers) : HoldingEvent;

/// <summary>It was answered whether the routine is used.</summary>
/// <param name="Check">The answer.</param>
public sealed record UseChecked(UseCheck Check) : HoldingEvent;

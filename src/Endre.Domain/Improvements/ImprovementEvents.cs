namespace Endre.Domain.Improvements;

/// <summary>Something that happened with an improvement.</summary>
public abstract record ImprovementEvent;

/// <summary>It was started.</summary>
/// <param name="Improvement">As it begins.</param>
public sealed record ImprovementStarted(Improvement Improvement) : ImprovementEvent;

/// <summary>The cycle was planned.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="AcceptableError">Which errors are acceptable.</param>
public sealed record CyclePlanned(CyclePlan Plan, string AcceptableError) : ImprovementEvent;

/// <summary>The cycle was begun.</summary>
/// <param name="On">The day.</param>
public sealed record CycleBegun(DateOnly On) : ImprovementEvent;

/// <summary>It was told what happened.</summary>
/// <param name="Done">What happened.</param>
public sealed record CycleTold(CycleDone Done) : ImprovementEvent;

/// <summary>What happened was held beside what was predicted.</summary>
/// <param name="Study">How it came out.</param>
public sealed record CycleStudied(CycleStudy Study) : ImprovementEvent;

/// <summary>The cycle was followed by another.</summary>
/// <param name="Ending">Why.</param>
/// <param name="Next">The plan of the next one.</param>
public sealed record CycleAdapted(CycleEnding Ending, CyclePlan Next) : ImprovementEvent;

/// <summary>It was adopted.</summary>
/// <param name="Ending">Why.</param>
public sealed record ImprovementAdopted(CycleEnding Ending) : ImprovementEvent;

/// <summary>Nothing more comes of it, after a cycle.</summary>
/// <param name="Ending">Why.</param>
public sealed record ImprovementAbandoned(CycleEnding Ending) : ImprovementEvent;

/// <summary>It was just done.</summary>
/// <param name="Done">What happened.</param>
/// <param name="Study">How it came out.</param>
/// <param name="Ending">What comes of it.</param>
public sealed record ImprovementJustDone(CycleDone Done, CycleStudy Study, CycleEnding Ending) : ImprovementEvent;

/// <summary>The day on which the cycle is looked at was moved.</summary>
/// <param name="LookOn">The day.</param>
public sealed record LookDayMoved(DateOnly LookOn) : ImprovementEvent;

/// <summary>It was stopped, with what was learned.</summary>
/// <param name="Ending">What was learned.</param>
public sealed record ImprovementStopped(ImprovementEnding Ending) : ImprovementEvent;

/// <summary>It was taken up again.</summary>
/// <param name="Plan">The plan of the new cycle.</param>
public sealed record ImprovementResumed(CyclePlan Plan) : ImprovementEvent;

/// <summary>The aim was stated.</summary>
/// <param name="Aim">The aim.</param>
public sealed record AimStated(Aim Aim) : ImprovementEvent;

/// <summary>Another size was chosen.</summary>
/// <param name="Size">The size.</param>
public sealed record ImprovementResized(ImprovementSize Size) : ImprovementEvent;

/// <summary>Somebody else answers for it.</summary>
/// <param name="To">Who.</param>
public sealed record ImprovementOwnerReplaced(Guid To) : ImprovementEvent;

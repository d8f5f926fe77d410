namespace Endre.Domain.Improvements;

/// <summary>What somebody wants done with an improvement.</summary>
public abstract record ImprovementCommand;

/// <summary>Starts an improvement with three fields. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="UnitId">The unit that tries it.</param>
/// <param name="Trying">Hva prøver vi?</param>
/// <param name="Prediction">Hva tror vi skjer?</param>
/// <param name="LookOn">Når ser vi på det?</param>
/// <param name="Size">How much of a method it takes; null is <see cref="ImprovementSize.Pdca"/>.</param>
/// <param name="OwnerId">The one person who answers for it.</param>
public sealed record StartImprovement(
    Guid Id,
    Guid UnitId,
    string? Trying,
    string? Prediction,
    DateOnly? LookOn,
    ImprovementSize? Size,
    Guid? OwnerId
);

/// <summary>Something with one cycle. It names the cycle, so that a form that was left open does nothing to the next one.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
public abstract record CycleCommand(int Cycle) : ImprovementCommand;

/// <summary>Plans a cycle that is not begun.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
/// <param name="Trying">Hva prøver vi?</param>
/// <param name="Prediction">Hva tror vi skjer?</param>
/// <param name="LookOn">Når ser vi på det?</param>
/// <param name="Question">What one wants to find out.</param>
/// <param name="Scale">How small it is tried.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Where">Where.</param>
/// <param name="When">When.</param>
/// <param name="Count">What is counted.</param>
/// <param name="AcceptableError">Which errors are acceptable; null leaves it as it is. It stands from the first cycle's beginning.</param>
public sealed record PlanCycle(
    int Cycle,
    string? Trying,
    string? Prediction,
    DateOnly? LookOn,
    string? Question = null,
    CycleScale? Scale = null,
    string? Who = null,
    string? Where = null,
    string? When = null,
    string? Count = null,
    string? AcceptableError = null
) : CycleCommand(Cycle);

/// <summary>Begins a cycle. From then on its prediction stands.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
public sealed record BeginCycle(int Cycle) : CycleCommand(Cycle);

/// <summary>Tells what happened, or mends what was told as long as nobody has studied it.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
/// <param name="Happened">What happened.</param>
/// <param name="Deviations">What went otherwise than planned.</param>
public sealed record TellCycle(int Cycle, string? Happened, string? Deviations) : CycleCommand(Cycle);

/// <summary>Holds what happened beside what was predicted.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Learned">What that teaches.</param>
public sealed record StudyCycle(int Cycle, Verdict? Verdict, string? Learned) : CycleCommand(Cycle);

/// <summary>Decides what comes of a cycle.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
/// <param name="Act">What is done.</param>
/// <param name="Reason">Why.</param>
/// <param name="Trying">What the next cycle tries; asked for only by <see cref="CycleAct.Adapt"/>, as the two that follow.</param>
/// <param name="Prediction">What one thinks will happen then.</param>
/// <param name="LookOn">When that is looked at.</param>
public sealed record EndCycle(
    int Cycle,
    CycleAct? Act,
    string? Reason,
    string? Trying = null,
    string? Prediction = null,
    DateOnly? LookOn = null
) : CycleCommand(Cycle);

/// <summary>Gjør det bare: what happened, how it came out and what comes of it, at once.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
/// <param name="Happened">What happened.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Act">What is done; not <see cref="CycleAct.Adapt"/>.</param>
public sealed record FinishJustDone(int Cycle, string? Happened, Verdict? Verdict, CycleAct? Act) : CycleCommand(Cycle);

/// <summary>Moves the day on which a cycle is looked at. Its prediction stands.</summary>
/// <param name="Cycle">The cycle's number, from 1.</param>
/// <param name="LookOn">The day.</param>
public sealed record MoveLookDay(int Cycle, DateOnly? LookOn) : CycleCommand(Cycle);

/// <summary>Stoppet med læring, at any time.</summary>
/// <param name="Learned">What was learned.</param>
public sealed record StopImprovement(string? Learned) : ImprovementCommand;

/// <summary>Takes up again what has ended, with a new cycle.</summary>
/// <param name="Cycle">The number the new cycle gets.</param>
/// <param name="Trying">Hva prøver vi?</param>
/// <param name="Prediction">Hva tror vi skjer?</param>
/// <param name="LookOn">Når ser vi på det?</param>
public sealed record ResumeImprovement(int Cycle, string? Trying, string? Prediction, DateOnly? LookOn)
    : ImprovementCommand;

/// <summary>States the aim.</summary>
/// <param name="HowGood">How good it shall be.</param>
/// <param name="By">By which day.</param>
/// <param name="HowWeKnow">How one will know.</param>
public sealed record StateAim(string? HowGood, DateOnly? By, string? HowWeKnow) : ImprovementCommand;

/// <summary>Chooses another size.</summary>
/// <param name="Size">The size.</param>
public sealed record ResizeImprovement(ImprovementSize? Size) : ImprovementCommand;

/// <summary>Gives the improvement to somebody else, knowing who has it.</summary>
/// <param name="From">Who answers for it, as the one who decides sees it.</param>
/// <param name="To">Who shall.</param>
public sealed record ReplaceImprovementOwner(Guid? From, Guid? To) : ImprovementCommand;

using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Improvements.Measures;

/// <summary>Something that happened with a measure.</summary>
public abstract record MeasureEvent;

/// <summary>It was made.</summary>
/// <param name="Measure">As it begins.</param>
public sealed record MeasureMade(Measure Measure) : MeasureEvent;

/// <summary>Its words were changed.</summary>
/// <param name="Wording">The words.</param>
/// <param name="Kind">What it says about the change.</param>
/// <param name="IsUpBetter">Whether higher is better.</param>
public sealed record MeasureChanged(MeasureWording Wording, MeasureKind Kind, bool IsUpBetter) : MeasureEvent;

/// <summary>Other rules were chosen.</summary>
/// <param name="Rules">Which.</param>
public sealed record RulesChosen(RunChartRules Rules) : MeasureEvent;

/// <summary>A baseline was frozen.</summary>
/// <param name="Baseline">Which.</param>
public sealed record BaselineFrozen(FrozenBaseline Baseline) : MeasureEvent;

/// <summary>The baseline was let go.</summary>
public sealed record BaselineReleased : MeasureEvent;

/// <summary>A phase was named.</summary>
/// <param name="Phase">Which.</param>
public sealed record PhaseNamed(MeasurePhase Phase) : MeasureEvent;

/// <summary>A phase was taken away.</summary>
/// <param name="From">Its first day.</param>
public sealed record PhaseRemoved(DateOnly From) : MeasureEvent;

/// <summary>It got a new address.</summary>
/// <param name="Link">The new secret.</param>
public sealed record LinkRenewed(string Link) : MeasureEvent;

/// <summary>It was taken out of use.</summary>
public sealed record MeasureRetired : MeasureEvent;

/// <summary>It was taken into use again.</summary>
public sealed record MeasureBroughtBack : MeasureEvent;

using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Improvements.Measures;

/// <summary>What somebody wants done with a measure.</summary>
public abstract record MeasureCommand;

/// <summary>The words of a measure as they were typed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Definition">What counts; null for nothing.</param>
/// <param name="Unit">What one of it is called; null for nothing.</param>
/// <param name="Target">The line one aims for, such as <c>12,5</c>; null or empty for none.</param>
/// <param name="TargetWords">Why just that; null for nothing.</param>
public sealed record TypedWording(string? Name, string? Definition, string? Unit, string? Target, string? TargetWords);

/// <summary>Makes a measure. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="ImprovementId">The improvement it belongs to.</param>
/// <param name="Wording">Its words.</param>
/// <param name="Kind">What it says about the change; null when nobody chose.</param>
/// <param name="Type">What is counted; null when nobody chose.</param>
/// <param name="Rhythm">How often; null when nobody chose.</param>
/// <param name="IsUpBetter">Whether higher is better; null when nobody chose.</param>
/// <param name="Link">The secret of its address.</param>
public sealed record MakeMeasure(
    Guid Id,
    Guid ImprovementId,
    TypedWording Wording,
    MeasureKind? Kind,
    MeasureType? Type,
    MeasureRhythm? Rhythm,
    bool? IsUpBetter,
    string Link
);

/// <summary>Changes its words, what it says about the change, and which way is better.</summary>
/// <param name="Wording">Its words.</param>
/// <param name="Kind">What it says about the change.</param>
/// <param name="IsUpBetter">Whether higher is better.</param>
public sealed record ChangeMeasure(TypedWording Wording, MeasureKind? Kind, bool? IsUpBetter) : MeasureCommand;

/// <summary>Chooses by which rules its run chart is read.</summary>
/// <param name="Rules">Which; null when nobody chose.</param>
public sealed record ChooseRules(RunChartRules? Rules) : MeasureCommand;

/// <summary>Freezes the median of the numbers from before a change.</summary>
/// <param name="Until">The last day before the change.</param>
public sealed record FreezeBaseline(DateOnly? Until) : MeasureCommand;

/// <summary>Lets the baseline go.</summary>
public sealed record ReleaseBaseline : MeasureCommand;

/// <summary>Calls what begins on a day by a name.</summary>
/// <param name="From">The first day.</param>
/// <param name="Name">The name.</param>
public sealed record NamePhase(DateOnly? From, string? Name) : MeasureCommand;

/// <summary>Takes the phase that begins on a day away.</summary>
/// <param name="From">The first day.</param>
public sealed record RemovePhase(DateOnly? From) : MeasureCommand;

/// <summary>Gives it a new address: the one before opens nothing any more.</summary>
/// <param name="Link">The new secret.</param>
public sealed record RenewLink(string Link) : MeasureCommand;

/// <summary>Takes it out of use, or into use again. What was counted stays.</summary>
/// <param name="IsInUse">Whether numbers shall be told.</param>
public sealed record UseMeasure(bool IsInUse) : MeasureCommand;

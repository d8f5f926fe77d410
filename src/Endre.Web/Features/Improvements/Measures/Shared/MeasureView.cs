using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Improvements.Measures.Shared;

/// <summary>A measure as one reader sees it.</summary>
/// <param name="Improvement">The improvement it belongs to.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Reading">What its numbers say.</param>
/// <param name="Today">The day it is for people here.</param>
/// <param name="Now">The time of the day for people here.</param>
/// <param name="Attempt">What was tried and refused, or null.</param>
public sealed record MeasureView(
    Improvement Improvement,
    Measure Measure,
    MeasureReading Reading,
    DateOnly Today,
    TimeOnly Now,
    Attempt? Attempt
)
{
    /// <summary>Whether the reader counts in it.</summary>
    public bool MayWork { get; init; }

    /// <summary>Every number, the latest first.</summary>
    public IReadOnlyList<Measurement> Numbers { get; init; } = [];

    /// <summary>What was corrected, the latest first.</summary>
    public IReadOnlyList<CorrectionLine> Corrections { get; init; } = [];

    /// <summary>Who froze the baseline and when; null when none is.</summary>
    public FrozenLine? Frozen { get; init; }

    /// <summary>The number that is being corrected, or null.</summary>
    public Measurement? Correcting { get; init; }

    /// <summary>What was just done, or null.</summary>
    public string? Done { get; init; }

    public Guid Id => Improvement.Id;

    /// <summary>The name of the form for the next number: a page may have several.</summary>
    public string EnterAct => EnterMeasurement.EnterMeasurement.ActOf(Measure.Id);

    /// <summary>What had been typed in a field of a form that was refused, or the value it had before.</summary>
    public string? Typed(string act, string field, string? before = null) =>
        Components.Forms.Attempt.Value(Attempt, act, field, before);

    /// <summary>What must be corrected in a form.</summary>
    public FormFaults Faults(string act) =>
        Attempt is { Refusal.Field: { } field } attempt && attempt.Act == act
            ? FormFaults.None.Add(field, attempt.Sentence)
            : FormFaults.None;

    /// <summary>Whether a form was refused, so that what hides it is open.</summary>
    public bool IsRefused(params ReadOnlySpan<string> acts) => Attempt is { } attempt && acts.Contains(attempt.Act);
}

/// <summary>A correction: what it was, what it became, and what the one who did it was.</summary>
public sealed record CorrectionLine(Measurement Of, Amount? Before, Amount? After, Corrector Role, DateTimeOffset At);

/// <summary>Who froze a baseline, and when.</summary>
public sealed record FrozenLine(string? Who, DateTimeOffset At);

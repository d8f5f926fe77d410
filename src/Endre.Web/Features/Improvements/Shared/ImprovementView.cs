using Endre.Domain.Improvements;
using Endre.Web.Components.Forms;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Improvements.Shared;

/// <summary>An improvement as one reader sees it.</summary>
/// <param name="Improvement">The improvement.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Owner">Who answers for it; null when the account is gone.</param>
/// <param name="Today">The day it is for people here.</param>
/// <param name="MayWork">Whether the reader tells what happens with it.</param>
/// <param name="MayDecide">Whether the reader decides what comes of it.</param>
/// <param name="Lineage">Where it comes from.</param>
/// <param name="History">What was done, latest first.</param>
/// <param name="Attempt">What was tried and refused, or null.</param>
public sealed record ImprovementView(
    Improvement Improvement,
    string Unit,
    string? Owner,
    DateOnly Today,
    bool MayWork,
    bool MayDecide,
    LineageView Lineage,
    IReadOnlyList<ImprovementHistoryLine> History,
    Attempt? Attempt
)
{
    /// <summary>What had been typed in a field of a form that was refused, or the value it had before.</summary>
    public string? Typed(string act, string field, string? before = null) =>
        Components.Forms.Attempt.Value(Attempt, act, field, before);

    /// <summary>What must be corrected in a form.</summary>
    public FormFaults Faults(string act) =>
        Attempt is { Refusal.Field: { } field } attempt && attempt.Act == act
            ? FormFaults.None.Add(field, attempt.Sentence)
            : FormFaults.None;
}

/// <summary>A line of the history.</summary>
/// <param name="What">The word of what was done.</param>
/// <param name="Cycle">The cycle it was about, from 1.</param>
/// <param name="Who">Who did it, or null.</param>
/// <param name="At">When.</param>
public sealed record ImprovementHistoryLine(string What, int Cycle, string? Who, DateTimeOffset At);

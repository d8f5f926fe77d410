using Endre.Domain.ActionItems;
using Endre.Web.Components.Forms;
using Endre.Web.Lineage;

namespace Endre.Web.Features.ActionItems.Shared;

/// <summary>An action item in a list, as one reader sees it.</summary>
/// <param name="Item">The action item.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Owner">Who answers for it; null when the account is gone.</param>
/// <param name="IsOwn">Whether that is the reader.</param>
public sealed record ActionItemEntry(ActionItem Item, string Unit, string? Owner, bool IsOwn);

/// <summary>An action item as one reader sees it.</summary>
/// <param name="Entry">The action item.</param>
/// <param name="Today">The day it is for people here.</param>
/// <param name="MayChange">Whether the reader works with it.</param>
/// <param name="Owners">Who else could answer for it; empty when the reader does not decide that.</param>
/// <param name="Lineage">Where it comes from.</param>
/// <param name="History">What was done, latest first.</param>
/// <param name="Attempt">What was tried and refused, or null.</param>
public sealed record ActionItemView(
    ActionItemEntry Entry,
    DateOnly Today,
    bool MayChange,
    IReadOnlyList<Choice> Owners,
    LineageView Lineage,
    IReadOnlyList<ActionItemHistoryLine> History,
    Attempt? Attempt
)
{
    public ActionItem Item => Entry.Item;

    /// <summary>The last day that whoever answers for it is away; null when there, and for a reader who cannot replace anybody.</summary>
    public DateOnly? OwnerAwayUntil { get; init; }

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
/// <param name="Text">What was written about it, or null.</param>
/// <param name="Effect">The effect that was told, or null.</param>
/// <param name="DueOn">The last day from then on, or null.</param>
/// <param name="Owner">Who answered for it from then on, or null.</param>
/// <param name="Who">Who did it, or null.</param>
/// <param name="At">When.</param>
public sealed record ActionItemHistoryLine(
    string What,
    string? Text,
    Effect? Effect,
    DateOnly? DueOn,
    string? Owner,
    string? Who,
    DateTimeOffset At
);

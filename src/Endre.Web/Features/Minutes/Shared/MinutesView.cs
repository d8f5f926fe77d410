using Endre.Domain.Meetings.Minutes;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Minutes.Shared;

/// <summary>Minutes as one reader sees them.</summary>
/// <param name="Minutes">The minutes.</param>
/// <param name="MayLead">Whether the reader locks, corrects, marks and gives out.</param>
/// <param name="IsLate">Whether they should have been locked.</param>
/// <param name="HasPdf">Whether PDF/A can be made here.</param>
/// <param name="History">What was done, latest first.</param>
/// <param name="Attempt">What was tried and refused, or null.</param>
public sealed record MinutesView(
    MeetingMinutes Minutes,
    bool MayLead,
    bool IsLate,
    bool HasPdf,
    IReadOnlyList<MinutesHistoryLine> History,
    Attempt? Attempt
)
{
    public Guid Id => Minutes.Content.MeetingId;

    /// <summary>All of them: those who may open the page may read everything on it.</summary>
    public ShownMinutes Shown { get; } = ShownMinutes.Whole(Minutes);

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
/// <param name="At">When.</param>
/// <param name="Who">Who did it, or null.</param>
/// <param name="What">What was done, in words.</param>
public sealed record MinutesHistoryLine(DateTimeOffset At, string? Who, string What);

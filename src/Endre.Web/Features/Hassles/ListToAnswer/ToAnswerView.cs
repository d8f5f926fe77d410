using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.Redact;

namespace Endre.Web.Features.Hassles.ListToAnswer;

/// <summary>What waits for one person, the easy first.</summary>
/// <param name="Items">What is shown.</param>
/// <param name="Waiting">How many wait in all.</param>
/// <param name="Overdue">How many of them are over the limit.</param>
/// <param name="LimitDays">The organization's limit.</param>
/// <param name="Away">The leaders for whom the reader answers while they are away, and until when.</param>
public sealed record ToAnswerView(
    IReadOnlyList<ToAnswerItem> Items,
    int Waiting,
    int Overdue,
    int LimitDays,
    IReadOnlyList<AwayLeader> Away
)
{
    /// <summary>What was just answered or moved, or null.</summary>
    public string? Done { get; init; }

    /// <summary>What was said in it, when the reader may still read it.</summary>
    public string? DoneText { get; init; }

    public Guid? DoneId { get; init; }

    /// <summary>Whether the reader leads something, and so may be away.</summary>
    public bool Leads { get; init; }

    /// <summary>What has been reported and nobody has looked at.</summary>
    public IReadOnlyList<ReportedHassle> Reported { get; init; } = [];

    public FormFaults Faults { get; init; } = FormFaults.None;
}

/// <summary>Something that waits.</summary>
/// <param name="Hassle">As the reader may see it.</param>
/// <param name="LiftTo">The leader it may be lifted to, or null.</param>
/// <param name="InsteadOf">The leader who is away and whose deputy that is, or null.</param>
/// <param name="Tried">The answer that was tried and refused, as a word, or null.</param>
/// <param name="Written">What was written then.</param>
public sealed record ToAnswerItem(
    HassleView Hassle,
    string? LiftTo,
    string? InsteadOf,
    string? Tried = null,
    string? Written = null
);

/// <summary>A leader who is away.</summary>
/// <param name="Name">Who.</param>
/// <param name="Until">The last day.</param>
public sealed record AwayLeader(string Name, DateOnly Until);

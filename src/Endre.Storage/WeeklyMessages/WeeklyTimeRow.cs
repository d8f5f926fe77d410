using Endre.Domain.WeeklyMessages;

namespace Endre.Storage.WeeklyMessages;

/// <summary>When a leader wants the weekly message; whoever has not chosen has no row.</summary>
public sealed class WeeklyTimeRow
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The day of the week, from 1 for Monday to 5.</summary>
    public required int Day { get; set; }

    /// <summary>The hour; half past it.</summary>
    public required int Hour { get; set; }

    /// <summary>Whether the person does without it.</summary>
    public required bool IsOff { get; set; }

    /// <summary>The time of the row; the usual one when what is stored cannot be.</summary>
    public WeeklyTime ToTime() =>
        WeeklyTime.Of(Day, Hour) is { Refusal: null } decision ? decision.Events[0] : WeeklyTime.Default;
}

/// <summary>
/// That a leader's message of a week has been thought of: written, or left out because nothing waited. What keeps it from
/// being written twice, by whichever node.
/// </summary>
public sealed class WeeklyRoundRow
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The Monday of the week.</summary>
    public required DateOnly Week { get; init; }
}

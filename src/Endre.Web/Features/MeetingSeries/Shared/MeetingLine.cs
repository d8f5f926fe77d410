using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Series;
using Endre.Storage;
using Endre.Storage.Meetings;

namespace Endre.Web.Features.MeetingSeries.Shared;

/// <summary>A meeting in a list.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Unit">The name of the unit that meets.</param>
/// <param name="StartsAt">When.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Place">Where.</param>
/// <param name="VideoLink">The address of its video room.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsMoved">Whether it is at another time than its series has.</param>
public sealed record MeetingLine(
    Guid Id,
    string Title,
    string Unit,
    DateTimeOffset StartsAt,
    int Minutes,
    string Place,
    string VideoLink,
    MeetingState State,
    bool IsMoved
)
{
    /// <summary>Why few are at work that day, or null.</summary>
    public RedDay? Red { get; init; }

    /// <summary>The next working day; null where there is nothing to mend, and for whoever does not plan.</summary>
    public DateOnly? Instead { get; init; }

    /// <summary>Whether the reader moves it and calls it off.</summary>
    public bool MayPlan { get; init; }

    internal static MeetingLine Of(MeetingRow row, string unit) =>
        new(
            row.Id,
            row.Title,
            unit,
            row.StartsAt,
            row.Minutes,
            row.Place,
            row.VideoLink,
            StoredWord.Read<MeetingState>(row.State),
            row.SlotAt is { } slot && slot != row.StartsAt
        );
}

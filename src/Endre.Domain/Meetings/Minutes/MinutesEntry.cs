using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>Something that was added to the minutes, with who and when. What stands is never taken away again.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Id">Its id: the same form sent twice is one entry.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">When (UTC).</param>
public sealed record MinutesEntry(int Number, Guid Id, MinutesEntryKind Kind, DateTimeOffset At)
{
    /// <summary>The most characters of a correction.</summary>
    public const int LongestText = 2000;

    /// <summary>The most characters of a case number.</summary>
    public const int LongestCaseNumber = 40;

    /// <summary>The most characters of what somebody asked for.</summary>
    public const int LongestRequest = 200;

    /// <summary>The matter it is about; null for the minutes as a whole.</summary>
    public Guid? MatterId { get; init; }

    /// <summary>The correction, the case number, or what was asked for; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>The word of a marking; null to follow the meeting, or for an open meeting.</summary>
    public string? Ground { get; init; }

    /// <summary>What is kept from the public and was given out all the same: ids of matters, or the meeting's for the rest.</summary>
    public ImmutableArray<Guid> Included { get; init; } = [];

    /// <summary>Whether names were given out.</summary>
    public bool WithNames { get; init; }

    /// <summary>Who did it; null when the account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What the person was called; empty when the account is gone.</summary>
    public string Name { get; init; } = "";
}

/// <summary>What is added to minutes.</summary>
public enum MinutesEntryKind
{
    /// <summary>Rettelse: a word to what stands.</summary>
    Correction,

    /// <summary>A matter is marked after the lock.</summary>
    Marking,

    /// <summary>How the meeting as a whole is marked.</summary>
    MeetingMarking,

    /// <summary>The number of the case in the archive.</summary>
    CaseNumber,

    /// <summary>Innsyn: a copy was made for somebody outside.</summary>
    PublicCopy,
}

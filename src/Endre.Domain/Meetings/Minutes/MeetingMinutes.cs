using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>Referat: what the meeting says of itself, and what was added to it since.</summary>
/// <param name="Content">What it says.</param>
/// <param name="State">Where the meeting stands.</param>
/// <param name="Lock">Who locked it and when; null while it is a draft.</param>
/// <param name="Entries">What was added, in order.</param>
public sealed record MeetingMinutes(
    MinutesContent Content,
    MeetingState State,
    MinutesLock? Lock,
    ImmutableArray<MinutesEntry> Entries
)
{
    /// <summary>How many days a meeting may be over before it is told that its minutes are not locked.</summary>
    public const int DaysBeforeReminder = 3;

    /// <summary>Whether nothing in it can be changed any more.</summary>
    public bool IsLocked => Lock is not null;

    /// <summary>The number of the case in the archive; null for none.</summary>
    public string? CaseNumber => Last(MinutesEntryKind.CaseNumber)?.Text is { Length: > 0 } number ? number : null;

    /// <summary>The word of the ground that holds for what is not marked itself; null for open.</summary>
    public string? MeetingGround => Last(MinutesEntryKind.MeetingMarking)?.Ground;

    /// <summary>The word that a matter is marked with itself; null when it follows the meeting.</summary>
    /// <param name="matter">A matter of these minutes.</param>
    public string? MarkOf(MinutesMatter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var later = Entries.LastOrDefault(entry =>
            entry.Kind == MinutesEntryKind.Marking && entry.MatterId == matter.Id
        );
        return later is null ? matter.Ground : later.Ground;
    }

    /// <summary>Why a matter is kept from the public; null when it is open.</summary>
    /// <param name="matter">A matter of these minutes.</param>
    public AccessGround? GroundOf(MinutesMatter matter) => AccessGrounds.Find(MarkOf(matter) ?? MeetingGround);

    /// <summary>
    /// Why what belongs to no single matter is kept from the public; null when it is open. Nobody knows whether it tells
    /// of a matter that is kept back, so one such is enough.
    /// </summary>
    public AccessGround? GroundOfRest =>
        Grounds.FirstOrDefault(ground => ground.IsDuty)
        ?? AccessGrounds.Find(MeetingGround)
        ?? Grounds.FirstOrDefault();

    /// <summary>The grounds that hold for something in it, in the law's order; none when all of it is open.</summary>
    public IEnumerable<AccessGround> Grounds =>
        AccessGrounds.All.Where(ground =>
            ground.Word == MeetingGround || Content.Matters.Any(matter => GroundOf(matter) == ground)
        );

    /// <summary>What was corrected, in order.</summary>
    /// <param name="matterId">In which matter; null for the minutes as a whole.</param>
    public IEnumerable<MinutesEntry> CorrectionsOf(Guid? matterId) =>
        Entries.Where(entry => entry.Kind == MinutesEntryKind.Correction && entry.MatterId == matterId);

    /// <summary>The minutes as they stood when an entry was made, with it.</summary>
    /// <param name="number">The number of the entry.</param>
    public MeetingMinutes AsOf(int number) =>
        this with
        {
            Entries = [.. Entries.Where(entry => entry.Number <= number)],
        };

    /// <summary>Whether the meeting has been over for so long that the leader is told that the minutes are not locked.</summary>
    /// <param name="now">The instant (UTC).</param>
    public bool IsLate(DateTimeOffset now) =>
        !IsLocked && State == MeetingState.Held && Content.EndedAt?.AddDays(DaysBeforeReminder) < now;

    private MinutesEntry? Last(MinutesEntryKind kind) => Entries.LastOrDefault(entry => entry.Kind == kind);
}

/// <summary>That minutes are locked.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="PersonId">Who did it; null when the account is gone.</param>
/// <param name="Name">What the person was called; empty when the account is gone.</param>
public sealed record MinutesLock(DateTimeOffset At, Guid? PersonId, string Name);

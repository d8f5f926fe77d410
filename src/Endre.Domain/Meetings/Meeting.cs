using System.Collections.Immutable;
using Endre.Domain.Lineage;

namespace Endre.Domain.Meetings;

/// <summary>Møte: a unit that looks back, plans ahead and decides; one of a series, or alone.</summary>
public sealed record Meeting
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 120;

    /// <summary>The most characters of a place.</summary>
    public const int LongestPlace = 120;

    /// <summary>The most characters of a link to a video room.</summary>
    public const int LongestVideoLink = 500;

    /// <summary>The longest meeting, in minutes.</summary>
    public const int MostMinutes = 480;

    /// <summary>The most matters of one meeting.</summary>
    public const int MostMatters = 60;

    /// <summary>The most characters of why it is called off.</summary>
    public const int LongestReason = 500;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit that meets.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The series it is one of; null for a meeting alone.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>When the series had it begin, and by which calendars know it (RFC 5545, RECURRENCE-ID): it stays when the meeting is moved. Null for a meeting alone.</summary>
    public DateTimeOffset? SlotAt { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>When it begins (UTC).</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it is meant to last, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The address of its video room; may be empty.</summary>
    public string VideoLink { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public MeetingState State { get; init; }

    /// <summary>Why it was called off; empty when nobody said, and when it was not.</summary>
    public string CanceledBecause { get; init; } = "";

    /// <summary>Whether it is about the working environment, rosters, staffing or duties, so that the representatives are asked.</summary>
    public bool ConcernsWork { get; init; }

    /// <summary>How often what calendars know of it has changed, from 0 (RFC 5545, SEQUENCE).</summary>
    public int Sequence { get; init; }

    /// <summary>When it began (UTC); null before.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>When it ended (UTC); null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its minutes were locked (UTC); null before. From then on nothing of it changes.</summary>
    public DateTimeOffset? MinutesLockedAt { get; init; }

    /// <summary>Who holds it; null while nobody does, and when the account is gone.</summary>
    public Guid? ChairId { get; init; }

    /// <summary>The workshop whose live board the month's template runs on; null while there is none.</summary>
    public Guid? WorkshopId { get; init; }

    /// <summary>The matter that is talked of; null while none is.</summary>
    public Guid? CurrentMatterId { get; init; }

    /// <summary>When the time for <see cref="CurrentMatterId"/> is up (UTC); null while none is talked of.</summary>
    public DateTimeOffset? CurrentEndsAt { get; init; }

    /// <summary>The matters, in their order. Until it begins: what somebody put there, and the rest as it was last arranged by hand.</summary>
    public ImmutableArray<Matter> Matters { get; init; } = [];

    /// <summary>What was decided, in the order it was.</summary>
    public ImmutableArray<MeetingDecision> Decisions { get; init; } = [];

    /// <summary>Who is asked, and who came.</summary>
    public ImmutableArray<Attendance> People { get; init; } = [];
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingState
{
    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>It does not take place.</summary>
    Canceled,

    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It is over.</summary>
    Held,
}

/// <summary>Sak: one thing on the agenda.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is, and by that where on the agenda it begins.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Subject">What it is about, where that is a record of its own; otherwise null.</param>
/// <param name="Minutes">How long it may take, in minutes; null for nothing set.</param>
public sealed record Matter(Guid Id, MatterKind Kind, string Title, RecordReference? Subject, int? Minutes)
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 300;

    /// <summary>The most characters of what was said.</summary>
    public const int LongestText = 4000;

    /// <summary>What was said of it; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the meeting is through with it.</summary>
    public bool IsTicked { get; init; }

    /// <summary>Whether it stands on every agenda.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Whether information returns though it was ticked.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The matter of an earlier meeting that it carries on; null when it is new.</summary>
    public Guid? CarriedFrom { get; init; }

    /// <summary>Who put it on the agenda; null when it came by itself, and when the account is gone.</summary>
    public Guid? AskedById { get; init; }

    /// <summary>The action items that were made of it, in this meeting and in those it was carried from.</summary>
    public ImmutableArray<Guid> ActionItems { get; init; } = [];

    /// <summary>The ground for keeping it from the public, as a word; null when anybody may read it.</summary>
    public string? AccessGround { get; init; }

    /// <summary>Whether the union representative is to be there when it is taken up.</summary>
    public bool AsksUnion { get; init; }

    /// <summary>Whether the safety representative is to be there when it is taken up.</summary>
    public bool AsksSafety { get; init; }

    /// <summary>As what those are asked to the meeting whom it needs; empty when it needs nobody besides.</summary>
    public IEnumerable<AttendeeRole> AsksFor
    {
        get
        {
            if (AsksUnion)
            {
                yield return AttendeeRole.UnionRepresentative;
            }
            if (AsksSafety)
            {
                yield return AttendeeRole.SafetyRepresentative;
            }
        }
    }
}

/// <summary>What a matter is. The order is the agenda's.</summary>
public enum MatterKind
{
    /// <summary>An action item that is not done.</summary>
    ActionItem,

    /// <summary>«Virket det?»</summary>
    EffectCheck,

    /// <summary>An answer that is late.</summary>
    LateAnswer,

    /// <summary>A lifted matter that came back.</summary>
    Returned,

    /// <summary>New plunder.</summary>
    NewHassle,

    /// <summary>Something that is tried, on the day one would look at it.</summary>
    Pilot,

    /// <summary>What somebody put on the agenda.</summary>
    Own,

    /// <summary>Something to be told.</summary>
    Information,

    /// <summary>Læring fra forrige måned: what we managed, want to improve, had problems with.</summary>
    LookBack,

    /// <summary>Planlegging: «Som før?»</summary>
    Planning,
}

/// <summary>Vedtak: what the meeting decided.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MatterId">The matter it was decided in.</param>
/// <param name="Text">What.</param>
/// <param name="At">When (UTC).</param>
public sealed record MeetingDecision(Guid Id, Guid MatterId, string Text, DateTimeOffset At)
{
    /// <summary>The most characters.</summary>
    public const int LongestText = 1000;
}

/// <summary>Somebody who is asked to a meeting.</summary>
/// <param name="Id">The id of the place at the table.</param>
/// <param name="PersonId">Who; null for somebody without an account, and when the account is gone.</param>
/// <param name="Name">The name of somebody without an account; empty for a person.</param>
/// <param name="Role">As what.</param>
/// <param name="Presence">Whether the person came.</param>
public sealed record Attendance(Guid Id, Guid? PersonId, string Name, AttendeeRole Role, Presence Presence)
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 120;

    /// <summary>The most characters of an address.</summary>
    public const int LongestEmail = 200;

    /// <summary>The address of somebody without an account; may be empty, and is for a person.</summary>
    public string Email { get; init; } = "";

    /// <summary>Whether the person has said to come. Who cannot come is <see cref="Presence.Excused"/>.</summary>
    public bool HasAccepted { get; init; }
}

/// <summary>As what somebody is asked to a meeting.</summary>
public enum AttendeeRole
{
    /// <summary>One of the unit.</summary>
    Member,

    /// <summary>A guest from elsewhere.</summary>
    Guest,

    /// <summary>The union representative.</summary>
    UnionRepresentative,

    /// <summary>The safety representative.</summary>
    SafetyRepresentative,
}

/// <summary>Whether somebody came.</summary>
public enum Presence
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>Til stede.</summary>
    Present,

    /// <summary>Meldt forfall.</summary>
    Excused,

    /// <summary>Ikke til stede.</summary>
    Absent,
}

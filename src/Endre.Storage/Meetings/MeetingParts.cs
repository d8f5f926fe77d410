using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Storage.Lineage;

namespace Endre.Storage.Meetings;

/// <summary>The rows of a meeting besides its own.</summary>
/// <param name="Matters">The matters.</param>
/// <param name="Decisions">What was decided.</param>
/// <param name="People">Who is asked.</param>
public sealed record MeetingParts(
    IReadOnlyList<MatterRow> Matters,
    IReadOnlyList<MeetingDecisionRow> Decisions,
    IReadOnlyList<AttendanceRow> People
);

/// <summary>A matter of a meeting.</summary>
public sealed class MatterRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>Its place on the agenda, from 0.</summary>
    public int Position { get; set; }

    /// <summary>What it is, as a word.</summary>
    public required string Kind { get; set; }

    /// <summary>What it is about.</summary>
    public required string Title { get; set; }

    /// <summary>What kind of record it is about, as a word; null when it is none.</summary>
    public string? SubjectKind { get; set; }

    /// <summary>Which record.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>Within which other, as a proposal is within a workshop.</summary>
    public Guid? SubjectWithin { get; set; }

    /// <summary>How long it may take, in minutes.</summary>
    public int? Minutes { get; set; }

    /// <summary>What was said of it; may be empty.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether the meeting is through with it.</summary>
    public bool IsTicked { get; set; }

    /// <summary>Whether it stands on every agenda.</summary>
    public bool IsRecurring { get; set; }

    /// <summary>Whether information returns though it was ticked.</summary>
    public bool IsPinned { get; set; }

    /// <summary>Who put it on the agenda; null when it came by itself, and when the account is gone.</summary>
    public Guid? AskedById { get; set; }

    /// <summary>The action items that were made of it, with blanks between them; may be empty.</summary>
    public string ActionItems { get; set; } = "";

    /// <summary>The matter that it carries on.</summary>
    public Guid? CarriedFrom { get; set; }

    /// <summary>The ground for keeping it from the public, as a word.</summary>
    public string? AccessGround { get; set; }

    /// <summary>Whether the union representative is to be there.</summary>
    public bool AsksUnion { get; set; }

    /// <summary>Whether the safety representative is to be there.</summary>
    public bool AsksSafety { get; set; }

    /// <summary>The row of a matter.</summary>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="position">Its place on the agenda.</param>
    /// <param name="matter">The matter.</param>
    public static MatterRow Of(Guid meetingId, int position, Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var row = new MatterRow
        {
            Id = matter.Id,
            MeetingId = meetingId,
            Kind = "",
            Title = "",
        };
        row.Take(position, matter);
        return row;
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="position">Its place on the agenda.</param>
    /// <param name="matter">The same matter, as it is now.</param>
    public void Take(int position, Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        (Position, Kind, Title) = (position, StoredWord.Of(matter.Kind), matter.Title);
        SubjectKind = matter.Subject is { } subject ? RecordKindWord.Of(subject.Kind) : null;
        (SubjectId, SubjectWithin) = (matter.Subject?.Id, matter.Subject?.Within);
        (Minutes, Text, IsTicked) = (matter.Minutes, matter.Text, matter.IsTicked);
        (IsRecurring, IsPinned) = (matter.IsRecurring, matter.IsPinned);
        (CarriedFrom, AccessGround) = (matter.CarriedFrom, matter.AccessGround);
        (AsksUnion, AsksSafety) = (matter.AsksUnion, matter.AsksSafety);
        (AskedById, ActionItems) = (matter.AskedById, string.Join(' ', matter.ActionItems.Select(id => $"{id:N}")));
    }

    /// <summary>The matter of the row.</summary>
    public Matter ToMatter() =>
        new(
            Id,
            StoredWord.Read<MatterKind>(Kind),
            Title,
            RecordKindWord.Read(SubjectKind) is { } kind && SubjectId is { } id
                ? new RecordReference(kind, id, SubjectWithin)
                : null,
            Minutes
        )
        {
            Text = Text,
            IsTicked = IsTicked,
            IsRecurring = IsRecurring,
            IsPinned = IsPinned,
            CarriedFrom = CarriedFrom,
            AskedById = AskedById,
            ActionItems =
            [
                .. ActionItems.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N")),
            ],
            AccessGround = AccessGround,
            AsksUnion = AsksUnion,
            AsksSafety = AsksSafety,
        };
}

/// <summary>What a meeting decided.</summary>
public sealed class MeetingDecisionRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>The matter it was decided in.</summary>
    public required Guid MatterId { get; init; }

    /// <summary>Its place among them, from 0.</summary>
    public int Position { get; set; }

    /// <summary>What.</summary>
    public required string Text { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The row of a decision.</summary>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="position">Its place among them.</param>
    /// <param name="decision">The decision.</param>
    public static MeetingDecisionRow Of(Guid meetingId, int position, MeetingDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new MeetingDecisionRow
        {
            Id = decision.Id,
            MeetingId = meetingId,
            MatterId = decision.MatterId,
            Position = position,
            Text = decision.Text,
            At = decision.At,
        };
    }

    /// <summary>The decision of the row.</summary>
    public MeetingDecision ToDecision() => new(Id, MatterId, Text, At);
}

/// <summary>Somebody who is asked to a meeting.</summary>
public sealed class AttendanceRow
{
    /// <summary>The id of the place at the table.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>Its place among them, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Who; null for somebody without an account, and when the account is gone.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The name of somebody without an account; empty for a person.</summary>
    public required string Name { get; set; }

    /// <summary>The address of somebody without an account; may be empty.</summary>
    public string Email { get; set; } = "";

    /// <summary>Whether the person has said to come.</summary>
    public bool HasAccepted { get; set; }

    /// <summary>As what, as a word.</summary>
    public required string Role { get; set; }

    /// <summary>Whether the person came, as a word.</summary>
    public required string Presence { get; set; }

    /// <summary>The row of a place at the table.</summary>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="position">Its place among them.</param>
    /// <param name="attendance">The place.</param>
    public static AttendanceRow Of(Guid meetingId, int position, Attendance attendance)
    {
        ArgumentNullException.ThrowIfNull(attendance);
        return new AttendanceRow
        {
            Id = attendance.Id,
            MeetingId = meetingId,
            Position = position,
            PersonId = attendance.PersonId,
            Name = attendance.Name,
            Email = attendance.Email,
            HasAccepted = attendance.HasAccepted,
            Role = StoredWord.Of(attendance.Role),
            Presence = StoredWord.Of(attendance.Presence),
        };
    }

    /// <summary>The place of the row.</summary>
    public Attendance ToAttendance() =>
        new(Id, PersonId, Name, StoredWord.Read<AttendeeRole>(Role), StoredWord.Read<Presence>(Presence))
        {
            Email = Email,
            HasAccepted = HasAccepted,
        };
}

using Endre.Domain.Meetings;

namespace Endre.Storage.Meetings;

/// <summary>A meeting of a unit. Its matters, its decisions and its people are rows of their own.</summary>
public sealed class MeetingRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit that meets. A unit that is closed keeps its meetings.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The series it is one of; null for a meeting alone.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>When the series had it begin; null for a meeting alone. One series has one meeting for each time.</summary>
    public DateTimeOffset? SlotAt { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; set; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>How long it is meant to last, in minutes.</summary>
    public required int Minutes { get; set; }

    /// <summary>Where; may be empty.</summary>
    public string Place { get; set; } = "";

    /// <summary>The address of its video room; may be empty.</summary>
    public string VideoLink { get; set; } = "";

    /// <summary>Where it stands: <c>planned</c>, <c>canceled</c>, <c>running</c> or <c>held</c>.</summary>
    public required string State { get; set; }

    /// <summary>Why it was called off; may be empty.</summary>
    public string CanceledBecause { get; set; } = "";

    /// <summary>Whether the representatives are asked.</summary>
    public bool ConcernsWork { get; set; }

    /// <summary>How often what calendars know of it has changed.</summary>
    public int Sequence { get; set; }

    /// <summary>When it began; null before.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When its minutes were locked; null before.</summary>
    public DateTimeOffset? MinutesLockedAt { get; set; }

    /// <summary>Who holds it; null when nobody does, and when the account is gone.</summary>
    public Guid? ChairId { get; set; }

    /// <summary>The matter that is talked of; null while none is.</summary>
    public Guid? CurrentMatterId { get; set; }

    /// <summary>When its time is up; null while none is talked of.</summary>
    public DateTimeOffset? CurrentEndsAt { get; set; }

    /// <summary>The workshop whose live board the month's template runs on.</summary>
    public Guid? WorkshopId { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a meeting that was just planned.</summary>
    /// <param name="meeting">The meeting.</param>
    public static MeetingRow Of(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var row = new MeetingRow
        {
            Id = meeting.Id,
            UnitId = meeting.UnitId,
            SeriesId = meeting.SeriesId,
            SlotAt = meeting.SlotAt,
            Title = "",
            StartsAt = meeting.StartsAt,
            Minutes = meeting.Minutes,
            State = "",
        };
        row.Fill(meeting);
        return row;
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="meeting">The same meeting, as it is now.</param>
    public void Take(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        Fill(meeting);
        Version++;
    }

    /// <summary>The meeting of the row, with what was decided in it and who was asked.</summary>
    /// <param name="parts">Its other rows.</param>
    public Meeting ToMeeting(MeetingParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new Meeting
        {
            Id = Id,
            UnitId = UnitId,
            SeriesId = SeriesId,
            SlotAt = SlotAt,
            Title = Title,
            StartsAt = StartsAt,
            Minutes = Minutes,
            Place = Place,
            VideoLink = VideoLink,
            State = StoredWord.Read<MeetingState>(State),
            CanceledBecause = CanceledBecause,
            ConcernsWork = ConcernsWork,
            Sequence = Sequence,
            BegunAt = BegunAt,
            EndedAt = EndedAt,
            MinutesLockedAt = MinutesLockedAt,
            ChairId = ChairId,
            WorkshopId = WorkshopId,
            CurrentMatterId = CurrentMatterId,
            CurrentEndsAt = CurrentEndsAt,
            Matters = [.. parts.Matters.OrderBy(row => row.Position).Select(row => row.ToMatter())],
            Decisions = [.. parts.Decisions.OrderBy(row => row.Position).Select(row => row.ToDecision())],
            People = [.. parts.People.OrderBy(row => row.Position).Select(row => row.ToAttendance())],
        };
    }

    private void Fill(Meeting meeting)
    {
        (Title, StartsAt, Minutes) = (meeting.Title, meeting.StartsAt, meeting.Minutes);
        (Place, VideoLink) = (meeting.Place, meeting.VideoLink);
        (State, Sequence) = (StoredWord.Of(meeting.State), meeting.Sequence);
        (BegunAt, EndedAt, ChairId) = (meeting.BegunAt, meeting.EndedAt, meeting.ChairId);
        (WorkshopId, MinutesLockedAt) = (meeting.WorkshopId, meeting.MinutesLockedAt);
        (CurrentMatterId, CurrentEndsAt) = (meeting.CurrentMatterId, meeting.CurrentEndsAt);
        (CanceledBecause, ConcernsWork) = (meeting.CanceledBecause, meeting.ConcernsWork);
    }
}

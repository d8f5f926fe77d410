using Endre.Domain.Meetings.Series;

namespace Endre.Storage.Meetings.Series;

/// <summary>Meetings of a unit that come again by one rule. Its guests are rows of their own.</summary>
public sealed class MeetingSeriesRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit that meets.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>What its meetings are called.</summary>
    public required string Title { get; set; }

    /// <summary>How often (RFC 5545, without <c>RRULE:</c>).</summary>
    public required string Rule { get; init; }

    /// <summary>The day of the first meeting.</summary>
    public required DateOnly FirstOn { get; init; }

    /// <summary>When they begin by the clock on the wall, in minutes after midnight.</summary>
    public required int MinuteOfDay { get; init; }

    /// <summary>How long each is meant to last, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Where; may be empty.</summary>
    public string Place { get; set; } = "";

    /// <summary>The address of the video room; may be empty.</summary>
    public string VideoLink { get; set; } = "";

    /// <summary>Whether those who work in the units under it are asked too.</summary>
    public bool IncludesUnder { get; set; }

    /// <summary>Whether the representatives are asked.</summary>
    public bool ConcernsWork { get; set; }

    /// <summary>From this day on it has no more meetings.</summary>
    public DateOnly? EndsBefore { get; set; }

    /// <summary>The series it goes on from.</summary>
    public Guid? FormerId { get; init; }

    /// <summary>How often what calendars know of all its meetings has changed.</summary>
    public int Sequence { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a series that has just begun.</summary>
    /// <param name="series">The series.</param>
    public static MeetingSeriesRow Of(MeetingSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var row = new MeetingSeriesRow
        {
            Id = series.Id,
            UnitId = series.UnitId,
            Title = "",
            Rule = series.Rule,
            FirstOn = series.FirstOn,
            MinuteOfDay = (series.Time.Hour * 60) + series.Time.Minute,
            Minutes = series.Minutes,
            FormerId = series.FormerId,
        };
        row.Fill(series);
        return row;
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="series">The same series, as it is now.</param>
    public void Take(MeetingSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        Fill(series);
        Version++;
    }

    /// <summary>The series of the row.</summary>
    /// <param name="guests">Its guests.</param>
    public MeetingSeries ToSeries(IEnumerable<SeriesGuestRow> guests) =>
        new()
        {
            Id = Id,
            UnitId = UnitId,
            Title = Title,
            Rule = Rule,
            FirstOn = FirstOn,
            Time = new TimeOnly(MinuteOfDay / 60, MinuteOfDay % 60),
            Minutes = Minutes,
            Place = Place,
            VideoLink = VideoLink,
            IncludesUnder = IncludesUnder,
            ConcernsWork = ConcernsWork,
            EndsBefore = EndsBefore,
            FormerId = FormerId,
            Sequence = Sequence,
            Guests =
            [
                .. guests
                    .OrderBy(guest => guest.Id)
                    .Select(guest => new SeriesGuest(guest.Id, guest.PersonId, guest.Name, guest.Email)),
            ],
        };

    private void Fill(MeetingSeries series)
    {
        (Title, Place, VideoLink) = (series.Title, series.Place, series.VideoLink);
        (IncludesUnder, ConcernsWork) = (series.IncludesUnder, series.ConcernsWork);
        (EndsBefore, Sequence) = (series.EndsBefore, series.Sequence);
    }
}

/// <summary>Somebody from elsewhere who is asked to every meeting of a series.</summary>
public sealed class SeriesGuestRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which series.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>Who; null for somebody without an account.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The name of somebody without an account.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address of somebody without an account; may be empty.</summary>
    public string Email { get; init; } = "";

    /// <summary>The row of a guest.</summary>
    /// <param name="seriesId">Which series.</param>
    /// <param name="guest">The guest.</param>
    public static SeriesGuestRow Of(Guid seriesId, SeriesGuest guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        return new SeriesGuestRow
        {
            Id = guest.Id,
            SeriesId = seriesId,
            PersonId = guest.PersonId,
            Name = guest.Name,
            Email = guest.Email,
        };
    }
}

/// <summary>One entry in the history of a series: what was done, by whom and when.</summary>
public sealed class SeriesEventRow
{
    /// <summary>Which series.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What happened, as a word: <c>series-begun</c>, <c>series-changed</c> …</summary>
    public required string What { get; init; }

    /// <summary>Who did it; null when the person's account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The row of an event.</summary>
    /// <param name="seriesId">Which series.</param>
    /// <param name="number">Its place in the history.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="hand">Who did it, and when.</param>
    public static SeriesEventRow Of(Guid seriesId, int number, SeriesEvent happened, MeetingRecords.Hand hand)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(hand);
        return new SeriesEventRow
        {
            SeriesId = seriesId,
            Number = number,
            What = StoredWord.OfEvent(happened.GetType()),
            PersonId = hand.PersonId,
            At = hand.At,
        };
    }
}

/// <summary>The secret address at which a person's calendar is followed; one for each person.</summary>
public sealed class CalendarLink
{
    /// <summary>Whose calendar.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the secret in the address.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }
}

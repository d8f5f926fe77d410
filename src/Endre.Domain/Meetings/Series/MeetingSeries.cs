using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Series;

/// <summary>
/// Møterekke: meetings of a unit that come again by one rule. Another rule, another time of day or another length makes a
/// new one that goes on from it, so that calendars never see the past change.
/// </summary>
public sealed record MeetingSeries
{
    /// <summary>The most guests.</summary>
    public const int MostGuests = 50;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit that meets.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>What its meetings are called.</summary>
    public required string Title { get; init; }

    /// <summary>How often, as the rule of RFC 5545 without its name: <c>FREQ=MONTHLY;BYDAY=1TU</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The day of the first meeting, as it is for people here.</summary>
    public required DateOnly FirstOn { get; init; }

    /// <summary>When they begin, by the clock on the wall: it stays when summer time comes and goes.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>How long each is meant to last, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The address of the video room; may be empty.</summary>
    public string VideoLink { get; init; } = "";

    /// <summary>Whether those who work in the units under it are asked too.</summary>
    public bool IncludesUnder { get; init; }

    /// <summary>Whether it is about the working environment, rosters, staffing or duties, so that the representatives are asked.</summary>
    public bool ConcernsWork { get; init; }

    /// <summary>Guests from elsewhere.</summary>
    public ImmutableArray<SeriesGuest> Guests { get; init; } = [];

    /// <summary>From this day on it has no more meetings; null while it goes on.</summary>
    public DateOnly? EndsBefore { get; init; }

    /// <summary>Whether it has no more meetings.</summary>
    /// <param name="today">The day it is.</param>
    public bool HasEnded(DateOnly today) => EndsBefore <= today;

    /// <summary>The series it goes on from; null when it is the first.</summary>
    public Guid? FormerId { get; init; }

    /// <summary>How often what calendars know of all its meetings has changed, from 0.</summary>
    public int Sequence { get; init; }
}

/// <summary>Somebody from elsewhere who is asked to every meeting of a series.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Who; null for somebody without an account.</param>
/// <param name="Name">The name of somebody without an account; empty for a person.</param>
/// <param name="Email">The address of somebody without an account; may be empty.</param>
public sealed record SeriesGuest(Guid Id, Guid? PersonId, string Name, string Email);

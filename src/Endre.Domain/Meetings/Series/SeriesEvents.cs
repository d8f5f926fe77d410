namespace Endre.Domain.Meetings.Series;

/// <summary>Something that happened with a series.</summary>
public abstract record SeriesEvent;

/// <summary>It began.</summary>
/// <param name="Series">As it begins.</param>
public sealed record SeriesBegun(MeetingSeries Series) : SeriesEvent;

/// <summary>What does not move its meetings was changed.</summary>
/// <param name="Title">What its meetings are called.</param>
/// <param name="Place">Where.</param>
/// <param name="VideoLink">The address of the video room.</param>
/// <param name="IncludesUnder">Whether those who work in the units under it are asked too.</param>
/// <param name="ConcernsWork">Whether the representatives are asked.</param>
public sealed record SeriesChanged(string Title, string Place, string VideoLink, bool IncludesUnder, bool ConcernsWork)
    : SeriesEvent;

/// <summary>It ended.</summary>
/// <param name="Before">The first day without it.</param>
public sealed record SeriesEnded(DateOnly Before) : SeriesEvent;

/// <summary>A guest is asked to its meetings.</summary>
/// <param name="Guest">Who.</param>
public sealed record GuestAdded(SeriesGuest Guest) : SeriesEvent;

/// <summary>A guest is asked no more.</summary>
/// <param name="Id">The guest.</param>
public sealed record GuestRemoved(Guid Id) : SeriesEvent;

namespace Endre.Domain.Meetings.Series;

/// <summary>What somebody wants done with a series.</summary>
public abstract record SeriesCommand;

/// <summary>What a form says of a series.</summary>
/// <param name="Title">What its meetings are called.</param>
/// <param name="Rule">How often (RFC 5545, without <c>RRULE:</c>).</param>
/// <param name="FirstOn">The day of the first meeting.</param>
/// <param name="Time">When they begin, by the clock on the wall.</param>
/// <param name="Minutes">How long, in minutes.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="VideoLink">The address of the video room; may be empty.</param>
/// <param name="IncludesUnder">Whether those who work in the units under it are asked too.</param>
/// <param name="ConcernsWork">Whether the representatives are asked.</param>
public sealed record SeriesForm(
    string? Title,
    string? Rule,
    DateOnly? FirstOn,
    TimeOnly? Time,
    int? Minutes,
    string? Place,
    string? VideoLink,
    bool IncludesUnder,
    bool ConcernsWork
);

/// <summary>Begins a series. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="UnitId">The unit that meets.</param>
/// <param name="Form">What it shall be.</param>
public sealed record BeginSeries(Guid Id, Guid UnitId, SeriesForm Form);

/// <summary>Changes what does not move its meetings: the title, the place, the video room, who is asked.</summary>
/// <param name="Title">What its meetings are called.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="VideoLink">The address of the video room; may be empty.</param>
/// <param name="IncludesUnder">Whether those who work in the units under it are asked too.</param>
/// <param name="ConcernsWork">Whether the representatives are asked.</param>
public sealed record ChangeSeries(
    string? Title,
    string? Place,
    string? VideoLink,
    bool IncludesUnder,
    bool ConcernsWork
) : SeriesCommand;

/// <summary>Ends a series: from this day on it plans no more meetings.</summary>
/// <param name="Before">The first day without it.</param>
public sealed record EndSeries(DateOnly? Before) : SeriesCommand;

/// <summary>Asks a guest to every meeting to come.</summary>
/// <param name="Guest">Who.</param>
public sealed record AddGuest(SeriesGuest Guest) : SeriesCommand;

/// <summary>Takes a guest off the meetings to come.</summary>
/// <param name="Id">The guest.</param>
public sealed record RemoveGuest(Guid Id) : SeriesCommand;

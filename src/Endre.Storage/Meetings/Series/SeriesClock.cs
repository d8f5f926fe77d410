using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Series;
using Endre.Domain.Shared;

namespace Endre.Storage.Meetings.Series;

/// <summary>What storing a series needs to know of the world.</summary>
/// <param name="Today">The day it is for people here.</param>
/// <param name="Zone">By which clock meetings begin.</param>
/// <param name="Days">All days that a rule gives from its first day on, in order, as far ahead as one plans.</param>
public sealed record SeriesClock(
    DateOnly Today,
    TimeZoneInfo Zone,
    Func<string, DateOnly, IReadOnlyList<DateOnly>> Days
)
{
    /// <summary>What is stored in the same transaction, such as the mail that tells of it; it adds to the context and saves nothing.</summary>
    public Func<EndreContext, SeriesAnswer, CancellationToken, Task> Also { get; init; } =
        (_, _, _) => Task.CompletedTask;
}

/// <summary>What came of an act on a series.</summary>
/// <param name="Refusal">Why nothing came of it, or null.</param>
/// <param name="Act">What was done.</param>
/// <param name="Kept">The series and its meetings after; null when nothing was done.</param>
public sealed record SeriesAnswer(Refusal? Refusal, SeriesAct Act = SeriesAct.Kept, KeptSeries? Kept = null)
{
    /// <summary>It was done already.</summary>
    public static SeriesAnswer Nothing { get; } = new(Refusal: null);
}

/// <summary>What was done with a series.</summary>
public enum SeriesAct
{
    /// <summary>Only what follows from the calendar and from who works where.</summary>
    Kept,

    /// <summary>It began.</summary>
    Begun,

    /// <summary>Its title or its place changed.</summary>
    Changed,

    /// <summary>It goes on by another rule.</summary>
    Continued,

    /// <summary>It ended.</summary>
    Ended,
}

/// <summary>A series with its meetings to come, as they are after an act.</summary>
/// <param name="Series">The series.</param>
/// <param name="Meetings">Those to come, called off or not, in order.</param>
/// <param name="Planned">How many of them are new.</param>
/// <param name="Dropped">Those that went, since the series ends and nobody had touched them.</param>
/// <param name="Came">Who is asked now and was not before.</param>
/// <param name="Left">Who is asked no more.</param>
public sealed record KeptSeries(
    MeetingSeries Series,
    IReadOnlyList<Meeting> Meetings,
    int Planned,
    IReadOnlyList<Meeting> Dropped,
    IReadOnlyList<Attendance> Came,
    IReadOnlyList<Attendance> Left
);

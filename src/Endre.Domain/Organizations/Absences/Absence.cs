using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Organizations.Absences;

/// <summary>A time in which somebody is away and the deputy answers. Why is nobody's business and stored nowhere.</summary>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record Absence(DateOnly Since, DateOnly Until)
{
    /// <summary>The most days: whoever is away for longer has a successor.</summary>
    public const int LongestDays = 400;

    /// <summary>Whether the person is away on a day; the first and the last are both in.</summary>
    /// <param name="day">The day.</param>
    public bool Covers(DateOnly day) => Since <= day && day <= Until;

    /// <summary>Checks what somebody typed.</summary>
    /// <param name="since">The first day; null when none can be read.</param>
    /// <param name="until">The last day; null when none can be read.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The absence, or refused: <c>AbsenceDayMissing</c>, <c>AbsenceEndsBeforeStart</c>, <c>AbsenceIsOver</c>,
    /// <c>AbsenceTooLong</c>. Fields: <c>since</c>, <c>until</c>.
    /// </returns>
    public static Decision<Absence> Of(DateOnly? since, DateOnly? until, DateOnly today) =>
        since is not { } first ? new Refusal("AbsenceDayMissing", "since")
        : until is not { } last ? new Refusal("AbsenceDayMissing", "until")
        : last < first ? new Refusal("AbsenceEndsBeforeStart", "until")
        : last < today ? new Refusal("AbsenceIsOver", "until")
        : last.DayNumber - first.DayNumber >= LongestDays
            ? new Refusal("AbsenceTooLong", "until", LongestDays.ToString(CultureInfo.InvariantCulture))
        : new Absence(first, last);
}

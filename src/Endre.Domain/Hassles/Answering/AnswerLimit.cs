using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Answering;

/// <summary>How many days there are to answer. An organization chooses; seven when nobody has.</summary>
/// <param name="Days">From <see cref="Shortest"/> to <see cref="Longest"/>.</param>
public readonly record struct AnswerLimit(int Days)
{
    /// <summary>The fewest days.</summary>
    public const int Shortest = 1;

    /// <summary>The most days: later than this, nobody believes that an answer comes.</summary>
    public const int Longest = 60;

    /// <summary>What an organization starts with.</summary>
    public static AnswerLimit Default { get; } = new(7);

    /// <summary>Chooses another number of days.</summary>
    /// <param name="days">The days, or null when what was typed is no number.</param>
    /// <param name="chosen">The limit from now on; the old one when refused.</param>
    /// <returns>Null, or refused: <c>AnswerLimitOutOfRange</c>. Field: <c>days</c>.</returns>
    public Refusal? Choose(int? days, out AnswerLimit chosen)
    {
        chosen = this;
        if (days is not (>= Shortest and <= Longest))
        {
            return new Refusal("AnswerLimitOutOfRange", "days", Text(Shortest), Text(Longest));
        }
        chosen = new AnswerLimit(days.Value);
        return null;
    }

    /// <summary>The last day to answer.</summary>
    /// <remarks>
    /// The first day that is counted is the one after. Days that do not count (<see cref="NorwegianCalendar.Counts"/>) are
    /// passed over; where the limit then ends on a day off, it ends on the next working day.
    /// </remarks>
    /// <param name="from">The day from which somebody waits; not counted itself.</param>
    public DateOnly EndsOn(DateOnly from)
    {
        var day = from;
        for (var left = Days; left > 0; )
        {
            day = day.AddDays(1);
            left -= NorwegianCalendar.Counts(day) ? 1 : 0;
        }
        return NorwegianCalendar.WorkingDayFrom(day);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

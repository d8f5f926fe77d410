namespace Endre.Domain.Hassles.Answering;

/// <summary>How long a unit's staff usually waits for the first answer.</summary>
public static class AnswerTimes
{
    /// <summary>How many months back are counted.</summary>
    public const int Months = 12;

    /// <summary>The days from what was said until the first of the four answers; null while nobody has answered.</summary>
    /// <remarks>
    /// What was moved here is counted from the day it came. Where only the week is stored it is counted from the week's end,
    /// and what was answered within it took no days.
    /// </remarks>
    /// <param name="hassle">The hassle.</param>
    public static int? DaysOf(Hassle hassle)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        var from = AnswerDuty.Of(hassle, AnswerLimit.Default, seesDay: true).SaidBy;
        from = hassle.MovedOn > from ? hassle.MovedOn.Value : from;
        return
            hassle
                // That it came back, and what the writer says of it, is no answer.
                .Thread.Where(message =>
                    message is { Answer: not null and not HassleState.Waiting, IsFromWriter: false, Day: not null }
                )
                .Where(message => hassle.MovedOn is null || message.Day >= hassle.MovedOn)
                .Select(message => message.Day)
                .FirstOrDefault()
                is { } answered
            ? Math.Max(0, answered.DayNumber - from.DayNumber)
            : null;
    }

    /// <summary>The middle one: half were answered sooner, half later.</summary>
    /// <param name="days">One number for each that was answered.</param>
    /// <param name="fewest">With fewer than this, nothing is told.</param>
    /// <returns>Null when there are too few.</returns>
    public static double? MedianOf(IEnumerable<int> days, int fewest)
    {
        var ordered = days.Order().ToList();
        if (ordered.Count == 0 || ordered.Count < fewest)
        {
            return null;
        }
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2.0;
    }
}

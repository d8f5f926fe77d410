namespace Endre.Domain.Hassles.Answering;

/// <summary>How old something is, and by when it must be answered.</summary>
/// <param name="SaidBy">The latest day on which it can have been said. Lifting, moving and merging never change it.</param>
/// <param name="Since">From when the one who is to answer has had it; null when nobody waits.</param>
/// <param name="DueOn">The last day to answer; null when nobody waits.</param>
public sealed record AnswerDuty(DateOnly SaidBy, DateOnly? Since, DateOnly? DueOn)
{
    private const int LastOfWeek = 6;

    /// <summary>What is owed.</summary>
    /// <remarks>
    /// Where only the week is stored, or the day is not for the reader, it is counted from the week's Sunday: nobody is told
    /// that a limit is broken which may not be, and no reader can count back to a day that is not theirs to know. Whoever
    /// gets it by lifting or moving has the whole limit from then on, and so has one who gets the answer to a question.
    /// </remarks>
    /// <param name="hassle">The hassle.</param>
    /// <param name="limit">How many days there are.</param>
    /// <param name="seesDay">Whether the reader may know the day on which it was said.</param>
    public static AnswerDuty Of(Hassle hassle, AnswerLimit limit, bool seesDay)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        var said = LatestOf(hassle.Week, hassle.Day);
        if (!hassle.IsUnanswered)
        {
            return new AnswerDuty(said, Since: null, DueOn: null);
        }
        var since = said;
        foreach (var later in new[] { hassle.LiftedOn, hassle.MovedOn, RepliedOn() })
        {
            since = later > since ? later.Value : since;
        }
        return new AnswerDuty(said, since, limit.EndsOn(since));

        DateOnly LatestOf(DateOnly week, DateOnly? day) => (seesDay ? day : null) ?? week.AddDays(LastOfWeek);

        DateOnly? RepliedOn()
        {
            var last = hassle.Thread.FindLastIndex(message => message.Answer is not null);
            return
                last >= 0
                && hassle.Thread[last].Answer == HassleState.NeedsMore
                && hassle.Thread.Skip(last + 1).FirstOrDefault(message => message.IsFromWriter) is { } reply
                ? LatestOf(reply.Week, reply.Day)
                : null;
        }
    }

    /// <summary>How many days ago it was said; none for what may have been said today, or later this week.</summary>
    /// <param name="today">The day it is for people here.</param>
    public int AgeOn(DateOnly today) => Math.Max(0, today.DayNumber - SaidBy.DayNumber);

    /// <summary>How many days are left; negative when the limit is broken, null when nobody waits.</summary>
    /// <param name="today">The day it is for people here.</param>
    public int? DaysLeftOn(DateOnly today) => DueOn?.DayNumber - today.DayNumber;
}

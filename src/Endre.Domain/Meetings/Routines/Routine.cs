namespace Endre.Domain.Meetings.Routines;

/// <summary>Slik gjør vi det: something a unit has agreed on, and asks itself «som før?» about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Text">How it is done.</param>
/// <param name="SinceOn">The day from which it is done.</param>
/// <param name="IsUsed">Whether it is still done.</param>
/// <param name="AnsweredOn">The day on which «som før?» was last answered; null while nobody has.</param>
public sealed record Routine(Guid Id, Guid UnitId, string Text, DateOnly SinceOn, bool IsUsed, DateOnly? AnsweredOn)
{
    /// <summary>The most characters.</summary>
    public const int LongestText = 300;

    /// <summary>The most that a unit can keep in mind.</summary>
    public const int MostOfUnit = 100;

    /// <summary>As many as a meeting asks about.</summary>
    public const int MostAsked = 5;

    /// <summary>Those that a meeting asks about: the ones nobody has looked at for the longest.</summary>
    /// <param name="used">What the unit does, less what this meeting has answered or added.</param>
    /// <param name="answered">How many this meeting has answered already.</param>
    public static IReadOnlyList<Routine> ToAsk(IEnumerable<Routine> used, int answered) =>
        [
            .. used.Where(routine => routine.IsUsed)
                .OrderBy(routine => routine.AnsweredOn ?? routine.SinceOn)
                .ThenBy(routine => routine.Id)
                .Take(Math.Max(0, MostAsked - answered)),
        ];
}

/// <summary>Som før?</summary>
public enum RoutineAnswer
{
    /// <summary>Behold.</summary>
    Keep,

    /// <summary>Endre.</summary>
    Change,

    /// <summary>Slutt med.</summary>
    Stop,
}

/// <summary>Says how something is done. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Text">How it is done.</param>
public sealed record AddRoutine(Guid Id, Guid UnitId, string? Text);

/// <summary>Answers «som før?».</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Text">How it is done from now on, where it changes.</param>
/// <param name="Seen">What it said when it was asked: whoever changed it meanwhile is not overruled.</param>
public sealed record AnswerRoutine(RoutineAnswer? Answer, string? Text, string? Seen);

/// <summary>Something that happened with a routine.</summary>
public abstract record RoutineEvent;

/// <summary>It was agreed on.</summary>
/// <param name="Routine">As it begins.</param>
public sealed record RoutineAdded(Routine Routine) : RoutineEvent;

/// <summary>It was asked about, and is kept, changed or stopped.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Text">How it is done from then on; unchanged unless the answer is to change it.</param>
/// <param name="On">The day.</param>
public sealed record RoutineAnswered(RoutineAnswer Answer, string Text, DateOnly On) : RoutineEvent;

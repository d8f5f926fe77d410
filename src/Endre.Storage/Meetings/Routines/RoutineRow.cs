using Endre.Domain.Meetings.Routines;

namespace Endre.Storage.Meetings.Routines;

/// <summary>Something a unit has agreed on.</summary>
public sealed class RoutineRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>How it is done.</summary>
    public required string Text { get; set; }

    /// <summary>The day from which it is done.</summary>
    public required DateOnly SinceOn { get; init; }

    /// <summary>Whether it is still done.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The day on which «som før?» was last answered.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>One more at each change.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a routine that was just added.</summary>
    /// <param name="routine">The routine.</param>
    public static RoutineRow Of(Routine routine)
    {
        ArgumentNullException.ThrowIfNull(routine);
        return new RoutineRow
        {
            Id = routine.Id,
            UnitId = routine.UnitId,
            Text = routine.Text,
            SinceOn = routine.SinceOn,
            IsUsed = routine.IsUsed,
            AnsweredOn = routine.AnsweredOn,
        };
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="routine">The same routine, as it is now.</param>
    public void Take(Routine routine)
    {
        ArgumentNullException.ThrowIfNull(routine);
        (Text, IsUsed, AnsweredOn) = (routine.Text, routine.IsUsed, routine.AnsweredOn);
        Version++;
    }

    /// <summary>The routine of the row.</summary>
    public Routine ToRoutine() => new(Id, UnitId, Text, SinceOn, IsUsed, AnsweredOn);
}

/// <summary>One entry in the history of a routine: that it was agreed on, or what «som før?» was answered. Nobody's name is kept.</summary>
public sealed class RoutineEventRow
{
    /// <summary>What stands where it was agreed on.</summary>
    public const string Added = "added";

    /// <summary>Which routine.</summary>
    public required Guid RoutineId { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary><c>added</c>, <c>keep</c>, <c>change</c> or <c>stop</c>.</summary>
    public required string What { get; init; }

    /// <summary>How it is done from then on.</summary>
    public required string Text { get; set; }

    /// <summary>In which meeting; null when it was agreed on outside one.</summary>
    public required Guid? MeetingId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly SaidOn { get; init; }
}

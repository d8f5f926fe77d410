namespace Endre.Domain.Hassles.Answering;

/// <summary>What one who answers wants done with a hassle besides answering it.</summary>
public abstract record AnsweringCommand : HassleCommand;

/// <summary>Løftes opp: one named leader above is to answer.</summary>
/// <param name="PersonId">Who lifts.</param>
/// <param name="To">Who is to answer: see <see cref="LiftPath"/>.</param>
/// <param name="Text">What is needed; may be empty.</param>
/// <param name="After">How many messages the person saw.</param>
public sealed record LiftHassle(Guid PersonId, Guid To, string? Text, int After) : AnsweringCommand;

/// <summary>Moves it to the unit it belongs to.</summary>
/// <param name="PersonId">Who moves it.</param>
/// <param name="To">An open unit.</param>
public sealed record MoveHassle(Guid PersonId, Guid To) : AnsweringCommand;

/// <summary>Says that it is the same as another: they are answered as one, and counted as two.</summary>
/// <param name="PersonId">Who says so.</param>
/// <param name="IntoId">The other.</param>
public sealed record MergeHassle(Guid PersonId, Guid IntoId) : AnsweringCommand
{
    /// <summary>The other, as it is stored now; null when there is none.</summary>
    public Hassle? Into { get; init; }
}

/// <summary>Takes a merging back.</summary>
/// <param name="PersonId">Who takes it back; null when what it was merged into was withdrawn.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Day">The day; null where an anonymous writer is the cause.</param>
public sealed record SplitHassle(Guid? PersonId, DateOnly Week, DateOnly? Day) : AnsweringCommand;

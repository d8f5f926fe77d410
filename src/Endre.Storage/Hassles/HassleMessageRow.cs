using Endre.Domain.Hassles;

namespace Endre.Storage.Hassles;

/// <summary>Something written in the thread of a hassle.</summary>
public sealed class HassleMessageRow
{
    /// <summary>Which hassle.</summary>
    public required Guid HassleId { get; init; }

    /// <summary>Its place in the thread, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Whether the one who said the hassle wrote it; otherwise somebody who answers.</summary>
    public required bool IsFromWriter { get; init; }

    /// <summary>What was written; empty when withdrawn, or when the answer says all.</summary>
    public required string Text { get; set; }

    /// <summary>The answer it gave, as a word of <see cref="HassleWords"/>; null when it gave none.</summary>
    public string? Answer { get; init; }

    /// <summary>Who answered; never the writer.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The Monday of the week in which it was written.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The day; null from an anonymous writer.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The row of a message.</summary>
    /// <param name="hassleId">Which hassle.</param>
    /// <param name="number">Its place in the thread, from 1.</param>
    /// <param name="message">The message.</param>
    public static HassleMessageRow Of(Guid hassleId, int number, HassleMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new HassleMessageRow
        {
            HassleId = hassleId,
            Number = number,
            IsFromWriter = message.IsFromWriter,
            Text = message.Text,
            Answer = message.Answer is { } answer ? HassleWords.Of(answer) : null,
            PersonId = message.PersonId,
            Week = message.Week,
            Day = message.Day,
        };
    }

    /// <summary>The message of the row.</summary>
    public HassleMessage ToMessage() => new(IsFromWriter, Text, HassleWords.Read(Answer), PersonId, Week, Day);
}

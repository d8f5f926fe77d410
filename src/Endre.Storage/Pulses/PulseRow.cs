using Endre.Domain.Hassles.Pulses;

namespace Endre.Storage.Pulses;

/// <summary>How a unit is asked, as its leader has chosen it. A unit without a row is not asked.</summary>
public sealed class PulseRow
{
    /// <summary>The longest word of a rhythm or a question.</summary>
    public const int MaxWordLength = 20;

    /// <summary>Which unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>How often, as a word.</summary>
    public required string Rhythm { get; set; }

    /// <summary>Which question, as a word.</summary>
    public required string Question { get; set; }

    /// <summary>The day on which it was chosen.</summary>
    public required DateOnly ChosenOn { get; set; }

    /// <summary>Who chose; null when erased.</summary>
    public Guid? ChosenById { get; set; }

    /// <summary>The pulse; null when a word is not known.</summary>
    public Pulse? ToPulse() =>
        Read<PulseRhythm>(Rhythm) is { } rhythm && Read<PulseQuestion>(Question) is { } question
            ? new Pulse(rhythm, question)
            : null;

    /// <summary>The word of a rhythm, a question or an answer, in tables and forms: <c>last-week</c>.</summary>
    /// <typeparam name="T">Which of them.</typeparam>
    /// <param name="value">The value.</param>
    public static string WordOf<T>(T value)
        where T : struct, Enum => StoredWord.Of(value);

    /// <summary>The value of a word; null when there is no such value.</summary>
    /// <typeparam name="T">Which of them.</typeparam>
    /// <param name="word">As it is stored, or came from outside.</param>
    public static T? Read<T>(string? word)
        where T : struct, Enum => StoredWord.Find<T>(word);
}

/// <summary>
/// One time that a unit was asked, with how many gave which answer. Who answered, with what and when is stored nowhere:
/// an answer makes one of three numbers grow by one.
/// </summary>
public sealed class PulseRoundRow
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Which unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Which question, as a word.</summary>
    public required string Question { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The last day on which one may answer.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>How many said yes.</summary>
    public int Yes { get; set; }

    /// <summary>How many said a little.</summary>
    public int Somewhat { get; set; }

    /// <summary>How many said no.</summary>
    public int No { get; set; }

    /// <summary>What the leader says comes of it; null while nothing is said.</summary>
    public string? Word { get; set; }

    /// <summary>The day on which it was said.</summary>
    public DateOnly? WordOn { get; set; }

    /// <summary>Who said it; null when erased.</summary>
    public Guid? WordById { get; set; }

    /// <summary>The round, as the rules see it.</summary>
    public PulseRound ToRound() => new(OpenedOn, LastDay, Word is not null);
}

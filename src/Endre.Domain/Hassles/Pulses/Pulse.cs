namespace Endre.Domain.Hassles.Pulses;

/// <summary>How often a unit is asked at most.</summary>
public enum PulseRhythm
{
    /// <summary>Hver uke.</summary>
    Weekly,

    /// <summary>Annenhver uke.</summary>
    Fortnightly,

    /// <summary>Hver måned.</summary>
    Monthly,
}

/// <summary>Over which time one is asked about plunder: the deck's three questions.</summary>
public enum PulseQuestion
{
    /// <summary>I hverdagen.</summary>
    Everyday,

    /// <summary>Siste uke.</summary>
    LastWeek,

    /// <summary>Siste måned.</summary>
    LastMonth,
}

/// <summary>What one may answer.</summary>
public enum PulseAnswer
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Litt.</summary>
    Some,

    /// <summary>Nei.</summary>
    No,
}

/// <summary>The pulse of a unit, as its leader has chosen it: which question, how often.</summary>
/// <param name="Rhythm">How often at most.</param>
/// <param name="Question">Which question.</param>
public sealed record Pulse(PulseRhythm Rhythm, PulseQuestion Question);

/// <summary>One time that the question is asked.</summary>
/// <param name="OpenedOn">The first day.</param>
/// <param name="LastDay">The last day on which one may answer.</param>
/// <param name="HasWord">Whether the leader has said what comes of it.</param>
public sealed record PulseRound(DateOnly OpenedOn, DateOnly LastDay, bool HasWord)
{
    /// <summary>The most characters of what the leader says about a round.</summary>
    public const int LongestWord = 300;

    /// <summary>Whether the round is over.</summary>
    /// <param name="today">The day it is for people here.</param>
    public bool IsOver(DateOnly today) => today > LastDay;
}

/// <summary>Why a unit is not asked now.</summary>
public enum PulseHold
{
    /// <summary>A round is open already.</summary>
    Open,

    /// <summary>The leader has not said what comes of the last round.</summary>
    WordMissing,

    /// <summary>Something that was said, waits for an answer that it should have had.</summary>
    HasslesUnanswered,

    /// <summary>The rhythm, a weekend, a holiday or July: the day has not come.</summary>
    NotYet,

    /// <summary>It is the day, and it is too early or too late on it.</summary>
    Night,
}

/// <summary>Why a unit is not asked now, and when it could be.</summary>
/// <param name="Hold">Why.</param>
/// <param name="Until">The day on which this reason ends, where a day ends it; null where only an answer does.</param>
/// <param name="Unanswered">How many wait for an answer, when that is why.</param>
public sealed record PulseWait(PulseHold Hold, DateOnly? Until = null, int Unanswered = 0);

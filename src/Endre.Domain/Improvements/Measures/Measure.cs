using System.Collections.Immutable;
using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Improvements.Measures;

/// <summary>
/// Måltall: what a group counts to know whether a change is an improvement (the Model for Improvement's second question). It
/// belongs to one improvement.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="ImprovementId">The improvement it belongs to.</param>
/// <param name="Wording">What it is called, what counts, and when it is good enough.</param>
/// <param name="Kind">What it says about the change.</param>
/// <param name="Type">What is counted. It stands as it was made: numbers of two types do not belong in one curve.</param>
/// <param name="Rhythm">How often. It stands as it was made.</param>
/// <param name="IsUpBetter">Whether higher is better.</param>
/// <param name="Rules">By which rules its run chart is read.</param>
/// <param name="Baseline">The baseline that was frozen; null while none is.</param>
/// <param name="Phases">What people called stretches of it, in the order of their days.</param>
/// <param name="Link">The secret of the address at which a number is told without signing in.</param>
/// <param name="IsInUse">Whether numbers are still told.</param>
public sealed record Measure(
    Guid Id,
    Guid ImprovementId,
    MeasureWording Wording,
    MeasureKind Kind,
    MeasureType Type,
    MeasureRhythm Rhythm,
    bool IsUpBetter,
    RunChartRules Rules,
    FrozenBaseline? Baseline,
    ImmutableList<MeasurePhase> Phases,
    string Link,
    bool IsInUse
)
{
    /// <summary>The most measures of one improvement.</summary>
    public const int MostPerImprovement = 12;

    /// <summary>The most measurements of one measure.</summary>
    public const int MostMeasurements = 2_000;

    /// <summary>The most phases of one measure.</summary>
    public const int MostPhases = 12;

    /// <summary>The day that a measurement of this measure is kept under: Monday, where it is of a week.</summary>
    /// <param name="day">Any day.</param>
    public DateOnly SlotOf(DateOnly day) =>
        Rhythm == MeasureRhythm.Weekly ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : day;
}

/// <summary>The words of a measure, and the line it aims for.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Definition">What counts and what does not, so that two count alike; may be empty.</param>
/// <param name="Unit">What one of it is called, such as <c>leting</c>; may be empty.</param>
/// <param name="Target">The line one aims for; null for none.</param>
/// <param name="TargetWords">Why just that; may be empty.</param>
public sealed record MeasureWording(string Name, string Definition, string Unit, decimal? Target, string TargetWords)
{
    /// <summary>The most characters of the name.</summary>
    public const int LongestName = 80;

    /// <summary>The most characters of the definition.</summary>
    public const int LongestDefinition = 300;

    /// <summary>The most characters of the unit.</summary>
    public const int LongestUnit = 30;

    /// <summary>The most characters of the target's words.</summary>
    public const int LongestTargetWords = 100;
}

/// <summary>What a measure says about a change.</summary>
public enum MeasureKind
{
    /// <summary>Resultat: what one is after.</summary>
    Outcome,

    /// <summary>Prosess: whether one does as one said.</summary>
    Process,

    /// <summary>Balanserende: what must not become worse meanwhile.</summary>
    Balancing,
}

/// <summary>What is counted.</summary>
public enum MeasureType
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>How many of how many, in per cent.</summary>
    Proportion,

    /// <summary>How many minutes.</summary>
    Minutes,

    /// <summary>How many days.</summary>
    Days,
}

/// <summary>How often there is a number.</summary>
public enum MeasureRhythm
{
    /// <summary>One for a week.</summary>
    Weekly,

    /// <summary>One for a day.</summary>
    Daily,

    /// <summary>One for each time it happens.</summary>
    PerEvent,
}

/// <summary>The numbers from before a change, whose median is frozen so that what comes after is seen against it.</summary>
/// <param name="Until">The last day that belongs to it.</param>
/// <param name="Points">How many numbers it had when it was frozen.</param>
/// <param name="Median">Their median. It stands, also when one of them is corrected later.</param>
/// <param name="Rules">By which rules it was chance alone.</param>
public sealed record FrozenBaseline(DateOnly Until, int Points, double Median, RunChartRules Rules);

/// <summary>What people called a stretch of time: it lasts until the next begins.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Name">What it is called.</param>
public sealed record MeasurePhase(DateOnly From, string Name)
{
    /// <summary>The most characters of the name.</summary>
    public const int LongestName = 40;
}

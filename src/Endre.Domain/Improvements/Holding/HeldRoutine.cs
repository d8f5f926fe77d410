using System.Collections.Immutable;

namespace Endre.Domain.Improvements.Holding;

/// <summary>
/// What holds an improvement after it is adopted: the new routine, who answers for it in the line, and whether it is still
/// used. Fewer than half of what is adopted lasts (Stirman et al.), so it is asked again.
/// </summary>
/// <param name="ImprovementId">Which improvement.</param>
/// <param name="AdoptedOn">The day it was adopted.</param>
/// <param name="Routine">The new routine in one sentence; empty while nobody has said.</param>
/// <param name="LineOwnerId">Who answers for it in the line; null while nobody does, and when the account is gone.</param>
/// <param name="Trained">Who is trained in it; may be empty.</param>
/// <param name="Factors">What the group has answered of the ten factors; those without an answer are not there.</param>
/// <param name="Checks">What was answered when it was asked again, the first first.</param>
public sealed record HeldRoutine(
    Guid ImprovementId,
    DateOnly AdoptedOn,
    string Routine,
    Guid? LineOwnerId,
    string Trained,
    ImmutableSortedDictionary<SustainFactor, SustainAnswer> Factors,
    ImmutableList<UseCheck> Checks
)
{
    /// <summary>The most characters of the routine: a standing practice of a meeting is no longer.</summary>
    public const int LongestRoutine = Meetings.Routines.Routine.LongestText;

    /// <summary>The most characters of who is trained.</summary>
    public const int LongestTrained = 300;

    /// <summary>How many months after it was adopted it is asked about.</summary>
    public static IReadOnlyList<int> Months { get; } = [3, 12];

    /// <summary>One of which nobody has said anything.</summary>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="adoptedOn">The day it was adopted.</param>
    public static HeldRoutine None(Guid improvementId, DateOnly adoptedOn) =>
        new(
            improvementId,
            adoptedOn,
            Routine: "",
            LineOwnerId: null,
            Trained: "",
            ImmutableSortedDictionary<SustainFactor, SustainAnswer>.Empty,
            []
        );

    /// <summary>The last time it was answered, in months; 0 while it was not.</summary>
    public int LastAnswered => Checks.IsEmpty ? 0 : Checks.Max(check => check.Months);

    /// <summary>When it is asked for the next time; null when it is asked no more.</summary>
    public DateOnly? AsksFrom =>
        Months.Where(months => months > LastAnswered).Select(months => (DateOnly?)DueOn(months)).FirstOrDefault();

    /// <summary>What the group may work on: the factors answered with no, then those answered with partly.</summary>
    public IReadOnlyList<SustainFactor> ToWorkOn =>
        [
            .. Factors
                .Where(one => one.Value != SustainAnswer.Yes)
                .OrderByDescending(one => one.Value)
                .ThenBy(one => one.Key)
                .Select(one => one.Key),
        ];

    /// <summary>The day on which it is asked about.</summary>
    /// <param name="months">How many months after it was adopted.</param>
    public DateOnly DueOn(int months) => AdoptedOn.AddMonths(months);

    /// <summary>Which question waits for an answer: the newest that is due and has none after it; null when none does.</summary>
    /// <param name="today">The day it is for people here.</param>
    public int? AskedOn(DateOnly today)
    {
        var due = Months.Where(months => months > LastAnswered && DueOn(months) <= today).ToList();
        return due.Count == 0 ? null : due[^1];
    }
}

/// <summary>
/// The ten factors of the NHS Sustainability Model (Maher, Gustafson and Evans; Implementation Science 8:127, table 1), in the
/// order of the model.
/// </summary>
public enum SustainFactor
{
    /// <summary>Benefits beyond helping patients.</summary>
    Benefits,

    /// <summary>Credibility of the benefits.</summary>
    Credibility,

    /// <summary>Adaptability.</summary>
    Adaptability,

    /// <summary>Effectiveness of the system to monitor progress.</summary>
    Monitoring,

    /// <summary>Staff involvement and training.</summary>
    Involvement,

    /// <summary>Staff behaviors and attitudes.</summary>
    Attitudes,

    /// <summary>Senior leadership engagement.</summary>
    SeniorLeaders,

    /// <summary>Clinical leadership engagement.</summary>
    ProfessionalLeaders,

    /// <summary>Fit with the organization's aims and culture.</summary>
    Fit,

    /// <summary>Infrastructure for sustainability.</summary>
    Infrastructure,
}

/// <summary>What a group answers of a factor.</summary>
public enum SustainAnswer
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Delvis.</summary>
    Partly,

    /// <summary>Nei.</summary>
    No,
}

/// <summary>What was answered when it was asked whether a routine is still used.</summary>
/// <param name="Months">How many months after it was adopted it was asked.</param>
/// <param name="Use">The answer.</param>
/// <param name="Then">What the unit does now; empty when it is in use and nobody said more.</param>
/// <param name="On">The day.</param>
public sealed record UseCheck(int Months, InUse Use, string Then, DateOnly On)
{
    /// <summary>The most characters of what the unit does now.</summary>
    public const int LongestThen = 500;
}

/// <summary>Whether a routine is still used.</summary>
public enum InUse
{
    /// <summary>I bruk.</summary>
    Used,

    /// <summary>Delvis.</summary>
    Partly,

    /// <summary>Borte.</summary>
    Gone,
}

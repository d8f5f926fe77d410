using System.Collections.Immutable;

namespace Endre.Domain.Improvements;

/// <summary>
/// Forbedring: something a unit tries, with what it thinks will happen said beforehand, in cycles that follow each other until
/// it is adopted or stopped. Both are results.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="UnitId">The unit that tries it.</param>
/// <param name="Trying">Hva prøver vi?</param>
/// <param name="Size">How much of a method it takes.</param>
/// <param name="OwnerId">The one person who answers for it; null when the account is gone.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Aim">What it is for.</param>
/// <param name="AcceptableError">Which errors were acceptable, said beforehand; empty when nobody has.</param>
/// <param name="Cycles">Its cycles, the first first; never empty.</param>
/// <param name="Ending">How it ended; null while it goes on.</param>
public sealed record Improvement(
    Guid Id,
    Guid UnitId,
    string Trying,
    ImprovementSize Size,
    Guid? OwnerId,
    ImprovementState State,
    Aim Aim,
    string AcceptableError,
    ImmutableList<Cycle> Cycles,
    ImprovementEnding? Ending
)
{
    /// <summary>The most characters of what is tried.</summary>
    public const int LongestTrying = 200;

    /// <summary>The most characters of which errors are acceptable.</summary>
    public const int LongestAcceptableError = 500;

    /// <summary>The most cycles of one improvement.</summary>
    public const int MostCycles = 50;

    /// <summary>The cycle one is at, or ended with.</summary>
    public Cycle Current => Cycles[^1];

    /// <summary>The step one is at; null when it has ended.</summary>
    public CycleStage? Stage => State == ImprovementState.Ongoing ? Current.Stage : null;

    /// <summary>When it is looked at next; null when it has ended.</summary>
    public DateOnly? LooksOn => State == ImprovementState.Ongoing ? Current.Plan.LookOn : null;

    /// <summary>Whether the day one would look at it has passed.</summary>
    /// <param name="today">The day it is for people here.</param>
    public bool IsOverdueOn(DateOnly today) => LooksOn < today;

    internal Improvement WithCurrent(Cycle cycle) => this with { Cycles = Cycles.SetItem(Cycles.Count - 1, cycle) };

    internal Improvement Followed(CyclePlan plan) =>
        this with
        {
            Cycles = Cycles.Add(
                new Cycle(Current.Number + 1, plan, BegunOn: null, Done: null, Study: null, Ending: null)
            ),
        };
}

/// <summary>How much of a method an improvement takes.</summary>
public enum ImprovementSize
{
    /// <summary>Gjør det bare.</summary>
    JustDoIt,

    /// <summary>PDCA: small tests, one after the other.</summary>
    Pdca,

    /// <summary>Pilot: with a receiver, money and a rule for the decision.</summary>
    Pilot,
}

/// <summary>Where an improvement stands.</summary>
public enum ImprovementState
{
    /// <summary>It is tried.</summary>
    Ongoing,

    /// <summary>Innført.</summary>
    Adopted,

    /// <summary>Stoppet med læring.</summary>
    Stopped,
}

/// <summary>
/// Hva ønsker vi å oppnå? How good, and by when: "some is not a number, soon is not a time" (Berwick); and how one will know that
/// a change is an improvement (the Model for Improvement's second question).
/// </summary>
/// <param name="HowGood">How good it shall be; empty when nobody has said.</param>
/// <param name="By">By which day; null when nobody has said.</param>
/// <param name="HowWeKnow">How one will know; may be empty.</param>
public sealed record Aim(string HowGood, DateOnly? By, string HowWeKnow)
{
    /// <summary>The most characters of each text.</summary>
    public const int LongestText = 300;

    /// <summary>The most years until the day.</summary>
    public const int MostYearsAhead = 5;

    /// <summary>The aim of an improvement for which nobody has stated one.</summary>
    public static Aim None { get; } = new("", By: null, "");
}

/// <summary>How an improvement ended.</summary>
/// <param name="Learned">What was learned.</param>
/// <param name="On">The day it was said.</param>
public sealed record ImprovementEnding(string Learned, DateOnly On)
{
    /// <summary>The most characters.</summary>
    public const int LongestLearned = 500;
}

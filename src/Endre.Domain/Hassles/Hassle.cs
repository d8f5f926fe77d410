using System.Collections.Immutable;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;

namespace Endre.Domain.Hassles;

/// <summary>Where it stands with something that was said.</summary>
public enum HassleState
{
    /// <summary>Nobody has answered yet.</summary>
    Waiting,

    /// <summary>Gjør vi.</summary>
    WillDo,

    /// <summary>Gjør vi ikke, fordi …</summary>
    WillNot,

    /// <summary>Trenger mer: the one who answers has asked something back.</summary>
    NeedsMore,

    /// <summary>Løftet opp: one named leader above is to answer.</summary>
    Lifted,

    /// <summary>The writer took it back: the words are erased, the count stays.</summary>
    Withdrawn,

    /// <summary>Borte: somebody who knows says that it is removed.</summary>
    Gone,
}

/// <summary>What it costs, as the one who says it believes.</summary>
/// <param name="Minutes">Each time.</param>
/// <param name="TimesPerWeek">How often.</param>
/// <param name="People">How many it hits.</param>
public sealed record Effort(int? Minutes, double? TimesPerWeek, int? People)
{
    /// <summary>Nothing was said of it.</summary>
    public static readonly Effort Unknown = new(null, null, null);

    /// <summary>It costs nothing.</summary>
    public static readonly Effort Nothing = new(0, 0, 0);

    /// <summary>What is left of a year when holidays, vacation and days off are taken out.</summary>
    public const int WeeksInAYear = 46;

    /// <summary>Hours a year, or null when minutes or times are not known. One person, when nobody said how many.</summary>
    public double? HoursAYear =>
        Minutes is { } minutes && TimesPerWeek is { } times
            ? minutes * times * (People ?? 1) * WeeksInAYear / 60
            : null;

    /// <summary>The effort when so many have said that they meet it; more, where the one who said it believes in more.</summary>
    /// <param name="people">How many: see <see cref="MeToos.MeTooRules.Count"/>.</param>
    public Effort HittingAtLeast(int people) => people <= (People ?? 1) ? this : this with { People = people };
}

/// <summary>Plunder: something that steals time or strength, said to a unit, with the thread about it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UnitId">The unit it was said to.</param>
/// <param name="Speaker">How it was said.</param>
/// <param name="Text">What was said; empty when withdrawn.</param>
/// <param name="Effort">What it costs.</param>
/// <param name="Week">The Monday of the week in which it was said.</param>
/// <param name="Day">The day; null for anonymous.</param>
/// <param name="Name">The typed name; null for anonymous, and for somebody with an account.</param>
/// <param name="PersonId">The writer's account; null for anonymous, and for somebody without.</param>
/// <param name="ClaimHash">What the claim code is known by; null for somebody with an account who gave the name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AnswererId">
/// To whom it was lifted, or who took over answering it from somebody who left; null where the unit's leader answers.
/// </param>
/// <param name="Thread">What was written about it, in order.</param>
public sealed record Hassle(
    Guid Id,
    Guid UnitId,
    Speaker Speaker,
    string Text,
    Effort Effort,
    DateOnly Week,
    DateOnly? Day,
    string? Name,
    Guid? PersonId,
    [property: Concealed] string? ClaimHash,
    HassleState State,
    Guid? AnswererId,
    ImmutableList<HassleMessage> Thread
)
{
    /// <summary>The most characters of what is said.</summary>
    public const int LongestText = 500;

    /// <summary>The most characters of a typed name.</summary>
    public const int LongestName = 100;

    /// <summary>The place of the unit that it is about, or null.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>What it is about; null where nobody said, or it is none of them.</summary>
    public ServiceCategory? Category { get; init; }

    /// <summary>Who could do something about it; null where nobody said.</summary>
    public Fixer? Fixer { get; init; }

    /// <summary>The size of its picture; null where there is none.</summary>
    public PhotoSize? Photo { get; init; }

    /// <summary>Who does it and by when, where that was said with «gjør vi».</summary>
    public Promise? Promise { get; init; }

    /// <summary>What was done, and what is left, while it is gone; otherwise null.</summary>
    public Removal? Removal { get; init; }

    /// <summary>Whether the unit's leader has taken the text off the unit's screen.</summary>
    public bool IsOffScreen { get; init; }

    /// <summary>Whether somebody waits for an answer.</summary>
    public bool IsUnanswered => State is HassleState.Waiting or HassleState.Lifted;

    /// <summary>The one that it is the same as and is answered with; null where it stands by itself.</summary>
    public Guid? MergedIntoId { get; init; }

    /// <summary>The unit that it was moved to; null where the unit it was said to answers.</summary>
    public Guid? MovedToId { get; init; }

    /// <summary>The day on which it was moved the last time, or null.</summary>
    public DateOnly? MovedOn { get; init; }

    /// <summary>The day on which it was lifted to <see cref="AnswererId"/>, or null.</summary>
    public DateOnly? LiftedOn { get; init; }

    /// <summary>The unit that is to answer.</summary>
    public Guid AnsweringUnitId => MovedToId ?? UnitId;
}

/// <summary>Something written in the thread of a hassle.</summary>
/// <param name="IsFromWriter">From the one who said it; otherwise from one who answers.</param>
/// <param name="Text">What was written; empty when withdrawn, or when the answer says all.</param>
/// <param name="Answer">The answer it gave, or null when it only says something.</param>
/// <param name="PersonId">Who answered. Never the writer: who that is stands on the hassle, or nowhere.</param>
/// <param name="Week">The Monday of the week in which it was written.</param>
/// <param name="Day">The day; null from an anonymous writer.</param>
public sealed record HassleMessage(
    bool IsFromWriter,
    string Text,
    HassleState? Answer,
    Guid? PersonId,
    DateOnly Week,
    DateOnly? Day
)
{
    /// <summary>The most characters of a message.</summary>
    public const int LongestText = 2000;
}

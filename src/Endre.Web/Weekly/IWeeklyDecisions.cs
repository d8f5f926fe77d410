using Endre.Domain.Hassles.Answering;
using Endre.Domain.Shared;

namespace Endre.Web.Weekly;

/// <summary>
/// What waits for a leader in one area, to be answered from the weekly message. An area registers its own, so the message
/// knows of none of them. Everything is asked as <see cref="Access.CurrentPerson"/>, in the language of the flow.
/// </summary>
internal interface IWeeklyDecisions
{
    /// <summary>The area, as a word in the database: it never changes.</summary>
    string Area { get; }

    /// <summary>All that waits for the person, in an order that tells nothing.</summary>
    Task<IReadOnlyList<WeeklyDecision>> ListAsync(CancellationToken ct);

    /// <summary>One of them as it stands now; null when it waits for this person no more.</summary>
    Task<WeeklyDecision?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>Where in the app it lies.</summary>
    string AddressOf(Guid id);

    /// <summary>
    /// Those of these whose words were taken back, and the last day on which some were: a message that repeats them is emptied.
    /// Asked as nobody.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> TakenBackAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Answers, in the transaction that is open.</summary>
    /// <param name="decision">As <see cref="FindAsync"/> gave it.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Null when it is done; its field is <c>text</c> when the words are to blame.</returns>
    Task<Refusal?> AnswerAsync(WeeklyDecision decision, WeeklyAnswer answer, CancellationToken ct);
}

/// <summary>Something that waits for a leader.</summary>
/// <param name="Area">See <see cref="IWeeklyDecisions.Area"/>.</param>
/// <param name="Id">Its id.</param>
/// <param name="About">What it is and how old: «Plunder til Hjemmetjenesten, for 12 dager siden».</param>
/// <param name="Text">What was said, or is to be done.</param>
/// <param name="Ease">How easy it is: the easy come first, among equals the oldest.</param>
/// <param name="Seen">How much there is to see of it, where the area counts that.</param>
/// <param name="Choices">How it can be answered.</param>
public sealed record WeeklyDecision(
    string Area,
    Guid Id,
    string About,
    string Text,
    Ease Ease,
    int Seen,
    IReadOnlyList<WeeklyChoice> Choices
);

/// <summary>One way to answer.</summary>
/// <param name="Word">In the database: it never changes.</param>
/// <param name="Label">On the link and over the page: «Gjør vi».</param>
/// <param name="Says">What is said or done by it, in a sentence.</param>
/// <param name="SeenBy">Who sees it, in a sentence.</param>
/// <param name="Words">What is written with it; null for nothing.</param>
public sealed record WeeklyChoice(string Word, string Label, string Says, string SeenBy, WeeklyWords? Words);

/// <summary>What is written with an answer.</summary>
/// <param name="Label">What is asked for.</param>
/// <param name="MaxLength">The most characters.</param>
/// <param name="IsRequired">Whether the answer is none without it.</param>
public sealed record WeeklyWords(string Label, int MaxLength, bool IsRequired);

/// <summary>An answer.</summary>
/// <param name="Choice">One of the decision's choices, as a word.</param>
/// <param name="Text">What was written.</param>
/// <param name="Seen">How much the person had seen.</param>
internal sealed record WeeklyAnswer(string Choice, string? Text, int Seen);

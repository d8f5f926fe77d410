using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Plan;

/// <summary>What people do in a step.</summary>
public enum StepKind
{
    /// <summary>People arrive; the code is on the screen.</summary>
    Welcome,

    /// <summary>Everybody writes in silence; notes are hidden until the group reveals.</summary>
    Write,

    /// <summary>What was written is shown and told; nothing is sorted.</summary>
    Share,

    /// <summary>The group sorts its notes into categories, in silence first, and then names and labels them.</summary>
    Categorize,

    /// <summary>The group draws out its best proposals.</summary>
    Choose,

    /// <summary>Each ranks the notes; the points are counted when it closes.</summary>
    Rank,

    /// <summary>People talk, in pairs, fours or all; only the clock runs.</summary>
    Talk,

    /// <summary>The groups present in turn, each with a clock of its own.</summary>
    Present,

    /// <summary>All groups stand side by side and the facilitator interprets.</summary>
    Interpret,

    /// <summary>Every best proposal gets an answer.</summary>
    Close,
}

/// <summary>One step of a workshop's plan.</summary>
/// <param name="Id">Unique within the workshop, 1–40 of a–z, 0–9 and hyphen.</param>
/// <param name="Kind">What people do.</param>
/// <param name="Title">What the step is called on screens.</param>
/// <param name="Minutes">How long it is meant to take, 0–240; 0 is without a clock. For <see cref="StepKind.Present"/> it is per group.</param>
/// <param name="Guide">What to do, in a sentence or two, or null.</param>
/// <param name="QuestionIds">The questions it works on; may be empty.</param>
/// <param name="Places">How many best a group draws out, or how many notes each ranks; 3 where nothing else is said.</param>
public sealed record Step(
    string Id,
    StepKind Kind,
    Wording Title,
    int Minutes,
    Wording? Guide,
    ImmutableArray<string> QuestionIds,
    int Places = 3
)
{
    /// <inheritdoc cref="Step"/>
    public ImmutableArray<string> QuestionIds { get; init; } = QuestionIds.IsDefault ? [] : QuestionIds;

    /// <summary>Whether the step works on the question.</summary>
    /// <param name="questionId">The question's id.</param>
    public bool Asks(string questionId) => QuestionIds.Contains(questionId);

    /// <summary>How long it is meant to take; presentations take their minutes for each group.</summary>
    /// <param name="groups">How many groups there are.</param>
    public int MinutesFor(int groups) => Kind == StepKind.Present ? Minutes * groups : Minutes;
}

/// <summary>One question, with or without halves.</summary>
/// <param name="Id">Unique within the workshop, 1–40 of a–z, 0–9 and hyphen.</param>
/// <param name="Title">What it is called, for example «Spørsmål 1».</param>
/// <param name="Text">The question itself; with halves it may be the same as the title.</param>
/// <param name="Halves">Two halves, <c>a</c> and <c>b</c>, or none.</param>
public sealed record Question(string Id, Wording Title, Wording Text, ImmutableArray<HalfQuestion> Halves)
{
    /// <inheritdoc cref="Question"/>
    public ImmutableArray<HalfQuestion> Halves { get; init; } = Halves.IsDefault ? [] : Halves;

    /// <summary>Whether a note on this question may have this half: one of its own, or none when it has none.</summary>
    /// <param name="half"><c>a</c>, <c>b</c> or null.</param>
    public bool Has(string? half) =>
        Halves.IsEmpty ? half is null or "a" : half is not null && Halves.Any(h => h.Key == half);
}

/// <summary>One half of a question.</summary>
/// <param name="Key"><c>a</c> or <c>b</c>.</param>
/// <param name="Label">Short, for the note itself: «Mobiliserer».</param>
/// <param name="Text">The whole half question.</param>
public sealed record HalfQuestion(string Key, Wording Label, Wording Text);

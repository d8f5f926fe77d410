using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;

namespace Endre.Domain.Hassles;

/// <summary>What somebody wants done with a hassle.</summary>
public abstract record HassleCommand;

/// <summary>Says something to a unit.</summary>
/// <param name="Id">The id it shall have: see <see cref="HassleId"/>.</param>
/// <param name="UnitId">To an open unit.</param>
/// <param name="Speaker">The way that was chosen.</param>
/// <param name="Text">What is said.</param>
/// <param name="Effort">What it costs.</param>
/// <param name="Name">A typed name.</param>
/// <param name="PersonId">Who is signed in; null for a stranger.</param>
/// <param name="ClaimHash">What a claim code would be known by.</param>
public sealed record SayHassle(
    Guid Id,
    Guid UnitId,
    Speaker Speaker,
    string? Text,
    Effort Effort,
    string? Name,
    Guid? PersonId,
    string? ClaimHash
) : HassleCommand
{
    /// <summary>The place of the unit that it is about, or null.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>What it is about, or null.</summary>
    public ServiceCategory? Category { get; init; }

    /// <summary>Who could do something about it, or null.</summary>
    public Fixer? Fixer { get; init; }

    /// <summary>A picture, or null.</summary>
    public HasslePhoto? Photo { get; init; }
}

/// <summary>Answers, or writes something without an answer.</summary>
/// <param name="PersonId">Who answers.</param>
/// <param name="Answer">The answer, or null when only something is written.</param>
/// <param name="Text">What is written.</param>
/// <param name="After">How many messages the person saw.</param>
public sealed record AnswerHassle(Guid PersonId, HassleState? Answer, string? Text, int After) : HassleCommand
{
    /// <summary>Who does it and by when; kept with «gjør vi» only.</summary>
    public Promise? Promise { get; init; }
}

/// <summary>The writer writes more.</summary>
/// <param name="Text">What is written.</param>
/// <param name="After">How many messages the writer saw.</param>
public sealed record ReplyToHassle(string? Text, int After) : HassleCommand;

/// <summary>The writer takes it back.</summary>
public sealed record WithdrawHassle : HassleCommand;

/// <summary>Somebody who leaves gives the answering of it to another.</summary>
/// <param name="To">Who answers from now on.</param>
public sealed record HandOverHassle(Guid To) : HassleCommand;

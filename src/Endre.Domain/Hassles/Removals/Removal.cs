namespace Endre.Domain.Hassles.Removals;

/// <summary>That a hassle is gone.</summary>
/// <param name="Done">What was done, in a sentence.</param>
/// <param name="Left">What it still costs; <see cref="Effort.Nothing"/> when all of it is gone.</param>
/// <param name="Week">The Monday of the week in which somebody said so.</param>
/// <param name="Day">The day; null from an anonymous writer.</param>
public sealed record Removal(string Done, Effort Left, DateOnly Week, DateOnly? Day)
{
    /// <summary>The most characters of what was done, and of why it came back.</summary>
    public const int LongestText = 500;
}

/// <summary>What stands behind «gjør vi», as far as it is known.</summary>
/// <param name="Who">Who does it, in words; null when nobody said.</param>
/// <param name="By">By which day; null when nobody said.</param>
public sealed record Promise(string? Who, DateOnly? By)
{
    /// <summary>The most characters of who does it.</summary>
    public const int LongestWho = 100;
}

/// <summary>On whose word something is gone, or has come back.</summary>
public enum Witness
{
    /// <summary>The one who said it in the first place, with an account or with the claim code.</summary>
    Writer,

    /// <summary>The leader, deputy or change agent who answers.</summary>
    Answerer,

    /// <summary>Somebody who works in the unit. Nothing that tells who is stored.</summary>
    Colleague,
}

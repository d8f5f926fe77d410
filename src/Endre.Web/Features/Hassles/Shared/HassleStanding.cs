namespace Endre.Web.Features.Hassles;

/// <summary>How long it has waited, who has it and where it went, as one reader may know it.</summary>
/// <param name="AgeDays">How many days ago it was said; kept when it is lifted, moved or merged.</param>
/// <param name="DaysLeft">How many days are left; negative when the limit is broken, null when nobody waits.</param>
public sealed record HassleStanding(int AgeDays, int? DaysLeft)
{
    /// <summary>The leader it was lifted to, or null.</summary>
    public string? LiftedTo { get; init; }

    public DateOnly? LiftedOn { get; init; }

    /// <summary>The unit it was moved to, or null.</summary>
    public string? MovedTo { get; init; }

    public DateOnly? MovedOn { get; init; }

    /// <summary>When something of the content was taken out the last time, or null.</summary>
    public DateOnly? RedactedOn { get; init; }

    /// <summary>Who did that; null when nobody has that account any more.</summary>
    public string? RedactedBy { get; init; }

    /// <summary>Whether it is answered as one with another.</summary>
    public bool IsMerged { get; init; }

    /// <summary>How many have said it, itself counted.</summary>
    public int Voices { get; init; } = 1;
}

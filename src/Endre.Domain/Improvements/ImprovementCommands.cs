namespace Endre.Domain.Improvements;

/// <summary>What somebody wants done with an improvement.</summary>
public abstract record ImprovementCommand;

/// <summary>Starts an improvement with three fields. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="UnitId">The unit that tries it.</param>
/// <param name="Trying">Hva prøver vi?</param>
/// <param name="Prediction">Hva tror vi skjer?</param>
/// <param name="LookOn">Når ser vi på det?</param>
/// <param name="Size">How much of a method it takes; null is <see cref="ImprovementSize.Pdca"/>.</param>
/// <param name="OwnerId">The one person who answers for it.</param>
public sealed record StartImprovement(
    Guid Id,
    Guid UnitId,
    string? Trying,
    string? Prediction,
    DateOnly? LookOn,
    ImprovementSize? Size,
    Guid? OwnerId
);

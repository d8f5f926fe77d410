namespace Endre.Domain.Improvements;

/// <summary>Something that happened with an improvement.</summary>
public abstract record ImprovementEvent;

/// <summary>It was started.</summary>
/// <param name="Improvement">As it begins.</param>
public sealed record ImprovementStarted(Improvement Improvement) : ImprovementEvent;

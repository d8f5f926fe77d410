namespace Endre.Storage;

/// <summary>Who does something, and when.</summary>
/// <param name="PersonId">Who; null for nobody, as in a demo.</param>
/// <param name="At">When.</param>
/// <param name="Today">The day it is then for people here.</param>
public sealed record Hand(Guid? PersonId, DateTimeOffset At, DateOnly Today);

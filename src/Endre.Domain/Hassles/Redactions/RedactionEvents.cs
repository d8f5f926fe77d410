namespace Endre.Domain.Hassles.Redactions;

/// <summary>Something that happened with the content of a hassle. None of it holds what was there before.</summary>
/// <param name="PersonId">Who did it.</param>
/// <param name="Day">When.</param>
public abstract record RedactionEvent(Guid PersonId, DateOnly Day) : HassleEvent;

/// <summary>Words were taken out.</summary>
/// <param name="Part">0 for what was said; otherwise the number of the message, from 1.</param>
/// <param name="Text">What is left.</param>
/// <param name="PersonId">Who did it.</param>
/// <param name="Day">When.</param>
public sealed record HassleRedacted(int Part, string Text, Guid PersonId, DateOnly Day) : RedactionEvent(PersonId, Day);

/// <summary>The picture was taken away.</summary>
/// <param name="PersonId">Who did it.</param>
/// <param name="Day">When.</param>
public sealed record PhotoRemoved(Guid PersonId, DateOnly Day) : RedactionEvent(PersonId, Day);

/// <summary>Somebody looked at what was reported, and it stands as it is.</summary>
/// <param name="PersonId">Who did it.</param>
/// <param name="Day">When.</param>
public sealed record ContentKept(Guid PersonId, DateOnly Day) : RedactionEvent(PersonId, Day);

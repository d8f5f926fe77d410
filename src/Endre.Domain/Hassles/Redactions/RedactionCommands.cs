using System.Collections.Immutable;

namespace Endre.Domain.Hassles.Redactions;

/// <summary>What one who answers wants done with content that names somebody.</summary>
public abstract record RedactionCommand : HassleCommand;

/// <summary>Takes words out of what was said, or of a message.</summary>
/// <param name="PersonId">Who does it.</param>
/// <param name="Part">0 for what was said; otherwise the number of the message, from 1.</param>
/// <param name="Words">Which words, from 0: see <see cref="RedactedText.WordsOf"/>.</param>
/// <param name="Seen">The mark of the text that the person saw: see <see cref="RedactedText.MarkOf"/>.</param>
public sealed record RedactHassle(Guid PersonId, int Part, ImmutableHashSet<int> Words, string? Seen)
    : RedactionCommand;

/// <summary>Takes the picture away.</summary>
/// <param name="PersonId">Who does it.</param>
public sealed record RemovePhoto(Guid PersonId) : RedactionCommand;

/// <summary>Lets it stand as it is.</summary>
/// <param name="PersonId">Who does it.</param>
public sealed record KeepContent(Guid PersonId) : RedactionCommand;

using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Redactions;

/// <summary>What may happen with content that names somebody.</summary>
public static class RedactionRules
{
    /// <summary>Decides on the content of a hassle.</summary>
    /// <param name="hassle">As it is stored now; not withdrawn.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The event; none when there is no picture any more. Refused: <c>WordsMissing</c> (nothing is marked), <c>TextChanged</c>
    /// (it is not the text that was seen, also when the form was sent twice).
    /// </returns>
    public static Decision<HassleEvent> Decide(Hassle hassle, RedactionCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        return command switch
        {
            KeepContent keep => new ContentKept(keep.PersonId, today),
            RemovePhoto remove => hassle.Photo is null
                ? Decision<HassleEvent>.Happened()
                : new PhotoRemoved(remove.PersonId, today),
            RedactHassle redact => Redact(hassle, redact, today),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The hassle after an event. What was there before is nowhere in it.</summary>
    /// <param name="hassle">Before.</param>
    /// <param name="happened">What was decided on it.</param>
    public static Hassle Evolve(Hassle hassle, RedactionEvent happened)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        return happened switch
        {
            PhotoRemoved => hassle with { Photo = null },
            HassleRedacted { Part: 0 } redacted => hassle with { Text = redacted.Text },
            HassleRedacted redacted => OfMessage(hassle, redacted),
            _ => hassle,
        };
    }

    private static Decision<HassleEvent> Redact(Hassle hassle, RedactHassle redact, DateOnly today)
    {
        if (TextOf(hassle, redact.Part) is not { Length: > 0 } text || RedactedText.MarkOf(text) != redact.Seen)
        {
            return Refusal.Because("TextChanged");
        }
        var left = RedactedText.Without(text, redact.Words);
        return left == text
            ? new Refusal("WordsMissing", "words")
            : new HassleRedacted(redact.Part, left, redact.PersonId, today);
    }

    private static string? TextOf(Hassle hassle, int part) =>
        part == 0 ? hassle.Text
        : part > 0 && part <= hassle.Thread.Count ? hassle.Thread[part - 1].Text
        : null;

    // What was done, and who promised, may stand in a message and beside it.
    private static Hassle OfMessage(Hassle hassle, HassleRedacted redacted)
    {
        var message = hassle.Thread[redacted.Part - 1];
        return hassle with
        {
            Thread = hassle.Thread.SetItem(redacted.Part - 1, message with { Text = redacted.Text }),
            Removal =
                hassle.Removal is { } removal && removal.Done == message.Text
                    ? removal with
                    {
                        Done = redacted.Text,
                    }
                    : hassle.Removal,
        };
    }
}

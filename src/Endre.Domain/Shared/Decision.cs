namespace Endre.Domain.Shared;

/// <summary>What a rule decides: events that happened, or the reason why nothing may.</summary>
/// <typeparam name="TEvent">The family of events of the aggregate.</typeparam>
public readonly struct Decision<TEvent>
{
    private Decision(IReadOnlyList<TEvent> events, Refusal? refusal)
    {
        Events = events;
        Refusal = refusal;
    }

    /// <summary>The events in the order they happened; empty when refused, or when nothing needed to change.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>The reason why the act may not happen, or null when it may.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the act was refused.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>These events happened.</summary>
    /// <param name="events">In the order they happened; none means that the act changes nothing.</param>
    public static Decision<TEvent> Happened(params IReadOnlyList<TEvent> events) => new(events, refusal: null);

    /// <summary>Nothing happens, for this reason.</summary>
    /// <param name="refusal">The reason.</param>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);

    /// <summary>One event happened.</summary>
    /// <param name="happened">The event.</param>
    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], refusal: null);
}

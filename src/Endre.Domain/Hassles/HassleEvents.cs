using Endre.Domain.Hassles.Removals;

namespace Endre.Domain.Hassles;

/// <summary>Something that happened with a hassle.</summary>
public abstract record HassleEvent;

/// <summary>It was said.</summary>
/// <param name="Hassle">With exactly what <see cref="Keeping"/> keeps.</param>
public sealed record HassleSaid(Hassle Hassle) : HassleEvent;

/// <summary>Somebody answered, or wrote something.</summary>
/// <param name="Message">With the answer, when there was one.</param>
public sealed record HassleAnswered(HassleMessage Message) : HassleEvent
{
    /// <summary>Who does it and by when, with «gjør vi».</summary>
    public Promise? Promise { get; init; }
}

/// <summary>The writer wrote more.</summary>
/// <param name="Message">What.</param>
public sealed record HassleReplied(HassleMessage Message) : HassleEvent;

/// <summary>The writer took it back.</summary>
/// <param name="Week">The Monday of the week in which it was taken back.</param>
/// <param name="Day">The day; null from an anonymous writer.</param>
public sealed record HassleWithdrawn(DateOnly Week, DateOnly? Day) : HassleEvent;

/// <summary>Another answers it from now on.</summary>
/// <param name="To">Who.</param>
/// <param name="Day">When.</param>
public sealed record HassleHandedOver(Guid To, DateOnly Day) : HassleEvent;

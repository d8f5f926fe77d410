namespace Endre.Storage.Workshops;

/// <summary>
/// What lists and the join page need to know of a workshop. The truth is the workshop's event stream, whose id is the
/// same; this row is written in the transaction of the events that change it.
/// </summary>
public sealed class WorkshopRow
{
    /// <summary><see cref="State"/> of a workshop that can be joined.</summary>
    public const string Open = "open";

    /// <summary><see cref="State"/> of a workshop that is over; its code may be given to another.</summary>
    public const string Closed = "closed";

    /// <summary>The workshop, and its event stream.</summary>
    public required Guid Id { get; init; }

    /// <summary>The six digits of the join code; unique among open workshops.</summary>
    public required string Code { get; set; }

    /// <summary>The title people see.</summary>
    public required string Title { get; set; }

    /// <summary><see cref="Open"/> or <see cref="Closed"/>.</summary>
    public required string State { get; set; }

    /// <summary>The person who made it, or null when that person is erased.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Everybody who may lead it, as ids without hyphens, separated by a space.</summary>
    public string Facilitators { get; set; } = "";

    /// <summary>The language of the workshop's own texts: nb, nn or en.</summary>
    public required string Language { get; set; }

    /// <summary>The day it is planned for, when that is known.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When what the participants called themselves was erased, or null.</summary>
    public DateTimeOffset? NamesErasedAt { get; set; }

    /// <summary>The sequence of the event that this row was last written with.</summary>
    public long LastSequence { get; set; }
}

using Endre.Domain.Messages;

namespace Endre.Storage.Messages;

/// <summary>The quiet hours that a person has chosen; whoever has chosen none has the standard ones and no row.</summary>
public sealed class QuietHoursRow
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it becomes quiet.</summary>
    public required TimeOnly Begins { get; set; }

    /// <summary>When it ends; the same for no quiet hours.</summary>
    public required TimeOnly Ends { get; set; }

    /// <summary>Whether days off are quiet too.</summary>
    public required bool AlsoDaysOff { get; set; }

    /// <summary>The hours of the row.</summary>
    public QuietHours ToHours() => new(Begins, Ends, AlsoDaysOff);
}

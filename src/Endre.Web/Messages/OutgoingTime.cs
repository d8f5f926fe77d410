namespace Endre.Web.Messages;

/// <summary>The clock of messages, and ids in the order in which they are written.</summary>
internal sealed class OutgoingTime(TimeProvider clock)
{
    private readonly OrderedIds _ids = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    public Guid NextId() => _ids.Next(Now);
}

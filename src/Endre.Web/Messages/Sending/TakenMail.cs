using System.Collections.Concurrent;

namespace Endre.Web.Messages.Sending;

/// <summary>
/// Mail that the server has taken and that could not be marked, as when the database went away in between: this node marks
/// it at the next round instead of sending it again.
/// </summary>
internal sealed class TakenMail
{
    private readonly ConcurrentDictionary<Guid, bool> taken = [];

    public bool Contains(Guid id) => taken.ContainsKey(id);

    public void Add(Guid id) => taken[id] = true;

    public void Forget(Guid id) => taken.TryRemove(id, out _);
}

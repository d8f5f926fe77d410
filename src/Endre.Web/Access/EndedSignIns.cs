using System.Collections.Concurrent;
using System.Security.Claims;

namespace Endre.Web.Access;

/// <summary>
/// Whose sign-ins were ended a moment ago. A cookie is looked up once a minute; until then this ends it at once. Other
/// nodes come to know it by the look-up.
/// </summary>
internal sealed class EndedSignIns(TimeProvider clock)
{
    private static readonly TimeSpan Remember = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _ended = new();

    public void End(Guid personId)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, until) in _ended)
        {
            if (until < now)
                _ended.TryRemove(id, out _);
        }
        _ended[personId] = now + Remember;
    }

    public void Forget(Guid personId) => _ended.TryRemove(personId, out _);

    public bool IsEnded(ClaimsPrincipal? principal) =>
        !_ended.IsEmpty
        && Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && _ended.ContainsKey(id);
}

using Endre.Domain.Meetings;

namespace Endre.Web.Meetings;

/// <summary>Tells representatives that a matter needs them, or no longer does. Whoever plans meetings answers; meetings ask.</summary>
internal interface ITellRepresentatives
{
    /// <summary>Adds the messages, with their calendar files, to what is stored next.</summary>
    Task AddAsync(AskedRepresentatives asked, CancellationToken ct);
}

/// <summary>Whom the matters of a meeting need since something was changed.</summary>
/// <param name="Meeting">As it is now.</param>
/// <param name="MatterId">The matter that was changed; the meeting itself where it is what other meetings left.</param>
/// <param name="Needed">Places of those who are needed and were not before.</param>
/// <param name="Off">Places of those who were taken off.</param>
internal sealed record AskedRepresentatives(
    Meeting Meeting,
    Guid MatterId,
    IReadOnlyList<Attendance> Needed,
    IReadOnlyList<Attendance> Off
)
{
    /// <summary>Those who are asked to a meeting for what others left, and were not asked before, or not as that.</summary>
    public static AskedRepresentatives Of(Meeting before, Meeting after) =>
        new(
            after,
            after.Id,
            [.. after.People.Where(place => before.People.All(was => was.Id != place.Id || was.Role != place.Role))],
            Off: []
        );
}

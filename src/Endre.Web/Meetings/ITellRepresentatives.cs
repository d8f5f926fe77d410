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
/// <param name="MatterId">The matter that was changed.</param>
/// <param name="Needed">Places of those who are needed and were not before.</param>
/// <param name="Off">Places of those who were taken off.</param>
internal sealed record AskedRepresentatives(
    Meeting Meeting,
    Guid MatterId,
    IReadOnlyList<Attendance> Needed,
    IReadOnlyList<Attendance> Off
);

using Endre.Domain.Shared;
using Endre.Domain.Workshops.Reporting;

namespace Endre.Domain.Insights;

/// <summary>A driver or a barrier of innovation: a frame to read notes in, the same across workshops.</summary>
/// <param name="Id">
/// What categories and themes point to. A stable word that says the kind, <c>driver-leadership</c>; it never changes,
/// whatever the factor is called later.
/// </param>
/// <param name="Kind"><see cref="Driver"/> or <see cref="Barrier"/>.</param>
/// <param name="Name">Short, for buttons, tables and charts: 1–<see cref="LongestName"/> characters.</param>
/// <param name="Description">The whole sentence: ≤ <see cref="LongestDescription"/> characters.</param>
public sealed record Factor(string Id, string Kind, Wording Name, Wording Description)
{
    /// <summary>The kind of what helps innovation.</summary>
    public const string Driver = "driver";

    /// <summary>The kind of what hinders innovation.</summary>
    public const string Barrier = "barrier";

    /// <summary>The most characters of an id.</summary>
    public const int LongestId = 60;

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 120;

    /// <summary>The most characters of a description.</summary>
    public const int LongestDescription = 500;

    /// <summary>Whether a word may be the id of a factor: 1–60 of a–z, 0–9 and hyphen.</summary>
    /// <param name="id">The word.</param>
    public static bool IsId(string? id) =>
        id is { Length: >= 1 and <= LongestId } && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>A new id for a factor that an organization adds itself.</summary>
    /// <param name="kind"><see cref="Driver"/> or <see cref="Barrier"/>.</param>
    public static string NewId(string kind) => $"{kind}-{Guid.CreateVersion7():n}";

    /// <summary>The factor as reports name it.</summary>
    public FactorName ToName() => new(Id, Kind, Name);
}

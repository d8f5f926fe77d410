namespace Endre.Domain.Organizations;

/// <summary>How a person is tied to the organization.</summary>
public static class Affiliation
{
    /// <summary>Employed for good.</summary>
    public const string Permanent = "permanent";

    /// <summary>Employed for a time: a substitute, a summer job.</summary>
    public const string Temporary = "temporary";

    /// <summary>Employed by somebody else: an agency, a contractor, a student in practice.</summary>
    public const string HiredIn = "hired-in";

    /// <summary>All ties.</summary>
    public static IReadOnlyList<string> All { get; } = [Permanent, Temporary, HiredIn];
}

namespace Endre.Domain.Organizations;

/// <summary>
/// What a person is in a unit. The same person may be several things, in several units. Union and safety
/// representatives are two roles and never one: the one follows from agreements, the other from the Working Environment
/// Act chapter 6.
/// </summary>
public static class UnitRole
{
    /// <summary>Works there.</summary>
    public const string Employee = "employee";

    /// <summary>Leads it, and owes those who work there an answer.</summary>
    public const string Leader = "leader";

    /// <summary>Answers while the leader is away.</summary>
    public const string Deputy = "deputy";

    /// <summary>Endringshode, pådriver: drives change in the line, and may answer in the leader's place.</summary>
    public const string ChangeAgent = "change-agent";

    /// <summary>Tillitsvalgt, by the agreements between the parties.</summary>
    public const string UnionRepresentative = "union-representative";

    /// <summary>Verneombud, by law from five employees.</summary>
    public const string SafetyRepresentative = "safety-representative";

    /// <summary>All roles.</summary>
    public static IReadOnlyList<string> All { get; } =
    [Employee, Leader, Deputy, ChangeAgent, UnionRepresentative, SafetyRepresentative];
}

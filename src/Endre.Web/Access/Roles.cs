namespace Endre.Web.Access;

/// <summary>What a person may be for the whole installation. What one is in a unit is a membership.</summary>
internal static class Roles
{
    public const string Administrator = "administrator";
    public const string Facilitator = "facilitator";
    public const string Leader = "leader";
    public const string Employee = "employee";
    public const string SecurityReader = "security-reader";

    /// <summary>Those that an administrator gives. Who leads is told by the units, and everybody with an account works here.</summary>
    public static readonly IReadOnlyList<string> Given = [Administrator, Facilitator, SecurityReader];

    public static readonly IReadOnlyList<string> All = [Administrator, Facilitator, Leader, Employee, SecurityReader];
}

namespace Endre.Domain.Organizations;

/// <summary>What sort of part a unit is. Only a word beside the name: any kind may lie in any other, as deep as needed.</summary>
public static class UnitKind
{
    /// <summary>The whole: a municipality, a hospital trust, an inter-municipal company.</summary>
    public const string Municipality = "municipality";

    /// <summary>Kommunalområde, klinikk.</summary>
    public const string Area = "area";

    /// <summary>Virksomhet: a school, a nursing home, a ward with its own budget.</summary>
    public const string Institution = "institution";

    /// <summary>Avdeling.</summary>
    public const string Department = "department";

    /// <summary>Team, shift, group.</summary>
    public const string Team = "team";

    /// <summary>All kinds, from the largest to the smallest.</summary>
    public static IReadOnlyList<string> All { get; } = [Municipality, Area, Institution, Department, Team];
}

namespace Endre.Storage.Factors;

/// <summary>A driver or a barrier of innovation, as the organization words it.</summary>
public sealed class FactorRow
{
    /// <summary><see cref="Kind"/> of what helps innovation.</summary>
    public const string Driver = "driver";

    /// <summary><see cref="Kind"/> of what hinders innovation.</summary>
    public const string Barrier = "barrier";

    /// <summary>The factor's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary><see cref="Driver"/> or <see cref="Barrier"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its place among its kind, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>The words in bokmål.</summary>
    public required string Nb { get; set; }

    /// <summary>The words in nynorsk.</summary>
    public required string Nn { get; set; }

    /// <summary>The words in English.</summary>
    public required string En { get; set; }

    /// <summary>True when it is no longer offered; what was tied to it stays tied.</summary>
    public bool IsRetired { get; set; }
}

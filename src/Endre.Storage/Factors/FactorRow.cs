using Endre.Domain.Insights;
using Endre.Domain.Shared;

namespace Endre.Storage.Factors;

/// <summary>A driver or a barrier of innovation, as the organization words it.</summary>
public sealed class FactorRow
{
    /// <summary>The factor's id, which categories and themes point to: see <see cref="Factor.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Factor.Driver"/> or <see cref="Factor.Barrier"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its place among its kind, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>Its short name in bokmål.</summary>
    public required string Nb { get; set; }

    /// <summary>Its short name in nynorsk.</summary>
    public required string Nn { get; set; }

    /// <summary>Its short name in English.</summary>
    public required string En { get; set; }

    /// <summary>The whole sentence in bokmål; may be empty.</summary>
    public required string DescriptionNb { get; set; }

    /// <summary>The whole sentence in nynorsk; may be empty.</summary>
    public required string DescriptionNn { get; set; }

    /// <summary>The whole sentence in English; may be empty.</summary>
    public required string DescriptionEn { get; set; }

    /// <summary>True when it is no longer offered; what was tied to it stays tied.</summary>
    public bool IsRetired { get; set; }

    /// <summary>The row of a factor.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="position">Its place among its kind, from 1.</param>
    public static FactorRow Of(Factor factor, int position)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return new FactorRow
        {
            Id = factor.Id,
            Kind = factor.Kind,
            Position = position,
            Nb = factor.Name.Nb,
            Nn = factor.Name.In("nn"),
            En = factor.Name.In("en"),
            DescriptionNb = factor.Description.Nb,
            DescriptionNn = factor.Description.In("nn"),
            DescriptionEn = factor.Description.In("en"),
        };
    }

    /// <summary>The rows of the drivers and barriers that an empty Endre starts with.</summary>
    public static IEnumerable<FactorRow> FromDeck() =>
        Taxonomy.Drivers.Select((f, i) => Of(f, i + 1)).Concat(Taxonomy.Barriers.Select((f, i) => Of(f, i + 1)));

    /// <summary>The factor of the row.</summary>
    public Factor ToFactor() =>
        new(Id, Kind, new Wording(Nb, Nn, En), new Wording(DescriptionNb, DescriptionNn, DescriptionEn));
}

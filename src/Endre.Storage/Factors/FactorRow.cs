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

    /// <summary>One more each time it is reworded, retired or restored: see <see cref="ListedFactor.Version"/>.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Its short name in bokmål.</summary>
    public required string Nb { get; set; }

    /// <summary>Its short name in nynorsk; empty where bokmål stands for it.</summary>
    public required string Nn { get; set; }

    /// <summary>Its short name in English; empty where bokmål stands for it.</summary>
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
    /// <param name="listed">The factor as the list has it.</param>
    public static FactorRow Of(ListedFactor listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        var row = new FactorRow
        {
            Id = listed.Id,
            Kind = listed.Factor.Kind,
            Position = listed.Position,
            Nb = "",
            Nn = "",
            En = "",
            DescriptionNb = "",
            DescriptionNn = "",
            DescriptionEn = "",
        };
        row.Take(listed);
        return row;
    }

    /// <summary>The rows of the drivers and barriers that an empty Endre starts with.</summary>
    public static IEnumerable<FactorRow> FromDeck() => FactorList.FromDeck.All.Select(Of);

    /// <summary>Takes over what may change: words, place, whether it is offered.</summary>
    /// <param name="listed">The same factor, as it is now.</param>
    public void Take(ListedFactor listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        var (name, description) = (listed.Factor.Name, listed.Factor.Description);
        (Position, Version, IsRetired) = (listed.Position, listed.Version, listed.IsRetired);
        (Nb, Nn, En) = (name.Nb, name.Nn ?? "", name.En ?? "");
        (DescriptionNb, DescriptionNn, DescriptionEn) = (description.Nb, description.Nn ?? "", description.En ?? "");
    }

    /// <summary>The factor of the row.</summary>
    public ListedFactor ToListed() =>
        new(
            new Factor(Id, Kind, Worded(Nb, Nn, En), Worded(DescriptionNb, DescriptionNn, DescriptionEn)),
            Position,
            IsRetired,
            Version
        );

    private static Wording Worded(string nb, string nn, string en) =>
        new(nb, nn.Length == 0 ? null : nn, en.Length == 0 ? null : en);
}

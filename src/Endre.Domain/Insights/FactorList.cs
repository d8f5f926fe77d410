using System.Collections.Immutable;

namespace Endre.Domain.Insights;

/// <summary>A driver or a barrier as an organization keeps it.</summary>
/// <param name="Factor">What it is and what it is called.</param>
/// <param name="Position">Its place among its kind, from 1; retired ones keep theirs.</param>
/// <param name="IsRetired">True when it is no longer offered. What is tied to it stays tied.</param>
/// <param name="Version">
/// From 1, and one more each time it is reworded, retired or restored. Moving it changes nothing in what it says.
/// </param>
public sealed record ListedFactor(Factor Factor, int Position, bool IsRetired = false, int Version = 1)
{
    /// <summary>The factor's id.</summary>
    public string Id => Factor.Id;
}

/// <summary>An organization's own drivers and barriers.</summary>
/// <param name="All">Each of them once, in any order.</param>
public sealed record FactorList(ImmutableArray<ListedFactor> All)
{
    /// <summary>The list that an empty Endre starts with: the deck's.</summary>
    public static FactorList FromDeck { get; } =
        new([
            .. Taxonomy.Drivers.Select((f, i) => new ListedFactor(f, i + 1)),
            .. Taxonomy.Barriers.Select((f, i) => new ListedFactor(f, i + 1)),
        ]);

    /// <summary>The list with each kind in places 1, 2, 3 …, whatever gaps and ties it came with.</summary>
    public FactorList InOrder() => new([.. Numbered(Factor.Driver), .. Numbered(Factor.Barrier)]);

    /// <summary>The factor with this id, or null.</summary>
    /// <param name="id">The id.</param>
    public ListedFactor? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>Those of one kind, in their order, retired ones among them.</summary>
    /// <param name="kind"><see cref="Factor.Driver"/> or <see cref="Factor.Barrier"/>.</param>
    public ImmutableArray<ListedFactor> OfKind(string kind) =>
        [.. All.Where(f => f.Factor.Kind == kind).OrderBy(f => f.Position).ThenBy(f => f.Id, StringComparer.Ordinal)];

    private IEnumerable<ListedFactor> Numbered(string kind) =>
        OfKind(kind).Select((f, i) => f with { Position = i + 1 });
}

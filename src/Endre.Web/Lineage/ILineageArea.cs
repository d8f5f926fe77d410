using Endre.Domain.Lineage;

namespace Endre.Web.Lineage;

/// <summary>
/// An area whose records come from others or become others. Each registers its own, and shows of its records only what the
/// one who asks may see.
/// </summary>
internal interface ILineageArea
{
    /// <summary>The kinds of records that are this area's.</summary>
    IReadOnlyList<RecordKind> Kinds { get; }

    /// <summary>Those of these records that the one who asks may see. All are of <see cref="Kinds"/>.</summary>
    Task<IReadOnlyList<SeenRecord>> SeeAsync(IReadOnlyCollection<RecordReference> wanted, CancellationToken ct);

    /// <summary>Where one makes something of this area out of a record that one sees; null when one may not.</summary>
    Task<Onward?> OnwardAsync(RecordReference from, CancellationToken ct);

    /// <summary>What happened on the way in records that the one who asks sees, a line each: causes, cycles, effect.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> StepsAsync(
        IReadOnlyCollection<Guid> seen,
        CancellationToken ct
    ) =>
        Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<string>>>(
            new Dictionary<Guid, IReadOnlyList<string>>()
        );
}

/// <summary>A record as one reader sees it.</summary>
/// <param name="Reference">Which.</param>
/// <param name="Text">What it says, in a line.</param>
/// <param name="Address">Where it stands.</param>
public sealed record SeenRecord(RecordReference Reference, string Text, string Address);

/// <summary>What can be made of a record.</summary>
/// <param name="Label">What the link says.</param>
/// <param name="Address">Where it is made.</param>
public sealed record Onward(string Label, string Address);

/// <summary>Where a record comes from and what became of it, as far as one reader sees it.</summary>
/// <param name="From">What it comes from.</param>
/// <param name="To">What became of it.</param>
/// <param name="Onward">What more can be made of it.</param>
/// <param name="Whole">Where all of it is drawn; null when it comes from nothing and became nothing.</param>
public sealed record LineageView(
    IReadOnlyList<SeenRecord> From,
    IReadOnlyList<SeenRecord> To,
    IReadOnlyList<Onward> Onward,
    string? Whole = null
)
{
    /// <summary>Nothing to walk.</summary>
    public static readonly LineageView None = new([], [], []);

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => From.Count == 0 && To.Count == 0 && Onward.Count == 0;
}

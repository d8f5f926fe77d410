using System.Collections.Immutable;

namespace Endre.Domain.Organizations.Importing;

/// <summary>What a row says of a unit: its own row, or that of a person who works there.</summary>
internal sealed record UnitDeclaration(string? Code, string? Unit, string? Parent, string? Kind, bool IsPerson)
{
    /// <summary>Stands for a kind that could not be read.</summary>
    public const string UnreadKind = "?";

    private readonly ImmutableArray<string> _parts = Unit is null ? [] : ImportForest.Split(Unit);

    public string Name => _parts is [.., var last] ? last : "";

    /// <summary>The unit above it: told in its own column, or by the path.</summary>
    public string? Above => Parent ?? (_parts.Length > 1 ? string.Join(" / ", _parts[..^1]) : null);

    public ImportColumn PlaceOfParent => Parent is null ? ImportColumn.Unit : ImportColumn.ParentUnit;

    public string Order => $"{Unit}\n{Code}\n{Parent}\n{Kind}\n{IsPerson}";

    /// <summary>A person's row with one word opens nothing: it may be mistyped.</summary>
    public bool IsOnlyReference => IsPerson && Code is null && Parent is null && Kind is null && _parts.Length < 2;

    public string Text(bool isParent) => (isParent ? Parent : Unit ?? Code) ?? "";

    public bool Equals(UnitDeclaration? other) =>
        other is not null
        && (Code, Unit, Parent, Kind, IsPerson) == (other.Code, other.Unit, other.Parent, other.Kind, other.IsPerson);

    public override int GetHashCode() => HashCode.Combine(Code, Unit, Parent, Kind, IsPerson);
}

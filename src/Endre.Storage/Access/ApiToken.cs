namespace Endre.Storage.Access;

/// <summary>A bearer token of a person. Only its SHA-256 is stored, so a copy of the database opens nothing.</summary>
public sealed class ApiToken
{
    /// <summary>The token's id, shown in lists.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the token's text; unique.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whose rights the token carries.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

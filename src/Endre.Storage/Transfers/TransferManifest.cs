namespace Endre.Storage.Transfers;

/// <summary>The first thing to read in a file of everything: what made it, and what it should hold.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">How the file is written; <see cref="Latest"/> is the one this program writes and reads.</param>
/// <param name="MadeAt">When.</param>
/// <param name="MadeBy">The version of Endre that made it.</param>
/// <param name="Database">SQLite or PostgreSQL.</param>
/// <param name="Migrations">What the database had been through, by the names that both databases use.</param>
/// <param name="Tables">Each table, its columns, and how one knows that it is whole.</param>
public sealed record TransferManifest(
    string Format,
    int Version,
    DateTimeOffset MadeAt,
    string MadeBy,
    string Database,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<ManifestTable> Tables
)
{
    /// <summary>How the file is known.</summary>
    public const string Name = "endre-everything";

    /// <summary>The version that is written.</summary>
    public const int Latest = 1;

    /// <summary>How many rows there are in all.</summary>
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>A table in the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in the order of each row's values.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">The checksum of its lines.</param>
public sealed record ManifestTable(string Name, IReadOnlyList<ManifestColumn> Columns, long Rows, string Sha256);

/// <summary>A column in the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNullable">Whether it may hold nothing.</param>
public sealed record ManifestColumn(string Name, ColumnKind Kind, bool IsNullable)
{
    /// <inheritdoc />
    public override string ToString() => $"{Name} ({Kind}{(IsNullable ? ", may be empty" : "")})";
}

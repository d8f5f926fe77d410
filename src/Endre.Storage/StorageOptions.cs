namespace Endre.Storage;

/// <summary>Where Endre keeps its data.</summary>
public sealed record StorageOptions
{
    /// <summary>The folder with the SQLite database, backups and the lock file. Made when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A PostgreSQL connection string, or null for SQLite in <see cref="DataDirectory"/>.</summary>
    public string? PostgresConnectionString { get; init; }

    /// <summary>The SQLite database file.</summary>
    public string SqliteFile => Path.Combine(DataDirectory, "endre.db");

    /// <summary>The folder that backups before upgrades are written to.</summary>
    public string BackupDirectory => Path.Combine(DataDirectory, "backups");
}

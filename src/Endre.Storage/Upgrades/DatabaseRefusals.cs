namespace Endre.Storage.Upgrades;

/// <summary>The database was written by a newer Endre than this one. Nothing was changed.</summary>
/// <param name="migrations">The migrations this program does not know.</param>
public sealed class DatabaseIsNewer(IReadOnlyList<string> migrations)
    : Exception(
        "The database was made by a newer version of Endre than this one. "
            + "Start that version, or restore a backup from before the upgrade. "
            + $"Not known here: {string.Join(", ", migrations)}."
    )
{
    /// <summary>The migrations this program does not know.</summary>
    public IReadOnlyList<string> Migrations { get; } = migrations;
}

/// <summary>Another running Endre has the data folder. SQLite takes one process; several nodes need PostgreSQL.</summary>
/// <param name="directory">The data folder.</param>
/// <param name="cause">What the lock file answered.</param>
public sealed class DatabaseInUse(string directory, Exception cause)
    : Exception(
        $"Another Endre already uses the data folder {directory}. "
            + "Stop it first, choose another folder with --data, or set ENDRE_DATABASE to share PostgreSQL.",
        cause
    );

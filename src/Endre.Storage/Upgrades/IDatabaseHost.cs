namespace Endre.Storage.Upgrades;

/// <summary>What a database needs of its surroundings around an upgrade; one implementation per database.</summary>
public interface IDatabaseHost
{
    /// <summary>Makes the database ready to be opened. On SQLite: makes the folder and takes it for this process.</summary>
    /// <exception cref="DatabaseInUse">Another process has the SQLite folder.</exception>
    Task ClaimAsync(CancellationToken ct);

    /// <summary>
    /// Keeps a copy of an older database before <paramref name="migration"/> changes it, or says who must.
    /// </summary>
    Task BackUpBeforeAsync(string migration, CancellationToken ct);
}

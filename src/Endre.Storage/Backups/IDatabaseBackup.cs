using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;

namespace Endre.Storage.Backups;

/// <summary>Copies the whole database while it is in use, and puts a copy back; one implementation per database.</summary>
public interface IDatabaseBackup
{
    /// <summary>What the name of a backup ends with.</summary>
    string Extension { get; }

    /// <summary>Writes the database as it is at one instant to a new file that only its owner may read.</summary>
    /// <exception cref="IOException">The file exists already, or cannot be written. No part of it is left.</exception>
    /// <exception cref="TransferRefused">There is no database of Endre.</exception>
    Task WriteAsync(string file, CancellationToken ct);

    /// <summary>
    /// Puts a backup in the place of the database, whole or not at all. A program that runs on it lets go and starts again.
    /// </summary>
    /// <param name="file">What <see cref="WriteAsync"/> wrote.</param>
    /// <param name="overwrite">Whether what is in the database may be replaced.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What the operator should know, or null.</returns>
    /// <exception cref="TransferRefused">The file is damaged or no backup, or there is something in the database.</exception>
    /// <exception cref="DatabaseIsNewer">The backup was made by a newer program.</exception>
    Task<string?> RestoreAsync(string file, bool overwrite, CancellationToken ct);
}

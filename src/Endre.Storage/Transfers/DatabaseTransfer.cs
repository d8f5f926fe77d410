using System.Reflection;
using Endre.Storage.Backups;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Transfers;

/// <summary>Carries everything out of a database into a file, and from a file into a database of either kind.</summary>
/// <param name="contexts">Opens the database.</param>
/// <param name="database">The kind of database.</param>
/// <param name="clock">The clock.</param>
public sealed class DatabaseTransfer(
    IDbContextFactory<EndreContext> contexts,
    ITransferDatabase database,
    TimeProvider clock
)
{
    /// <summary>Writes everything as it is at one instant to a new file that only its owner may read.</summary>
    /// <exception cref="IOException">The file exists already, or cannot be written. No part of it is left.</exception>
    /// <exception cref="TransferRefused">The database is not at this program's version.</exception>
    public async Task<TransferManifest> ExportAsync(string file, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await CheckVersionAsync(context, ct);
        return await NewFile.WriteAsync(file, stream => WriteAsync(context, stream, ct));
    }

    /// <summary>Puts everything in a file into the database, or nothing at all.</summary>
    /// <param name="file">What <see cref="ExportAsync"/> wrote, on either database.</param>
    /// <param name="overwrite">Whether what is in the database may be replaced.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="FileIsDamaged">The file is cut or changed.</exception>
    /// <exception cref="SchemaDiffers">The file is from another version.</exception>
    /// <exception cref="DatabaseIsNotEmpty">There is something in the database, and it may not be replaced.</exception>
    /// <exception cref="Upgrades.DatabaseInUse">An Endre runs on it.</exception>
    public async Task<TransferManifest> ImportAsync(string file, bool overwrite, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        await using var reader = await TransferReader.OpenAsync(stream, ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var tables = TransferSchema.Of(context);
        CheckSchema(reader.Manifest, Migrations(context), tables);
        await using var target = await database.OpenTargetAsync(overwrite, ct);
        foreach (var (table, written) in tables.Zip(reader.Manifest.Tables))
        {
            await target.WriteAsync(table, reader.ReadAsync(written, ct), ct);
        }
        await target.KeepAsync(ct);
        return reader.Manifest;
    }

    private async Task<TransferManifest> WriteAsync(EndreContext context, Stream stream, CancellationToken ct)
    {
        var tables = new List<ManifestTable>();
        await using var snapshot = await database.OpenSnapshotAsync(ct);
        await using var writer = new TransferWriter(stream);
        foreach (var table in TransferSchema.Of(context))
        {
            tables.Add(await writer.WriteAsync(table, snapshot.ReadAsync(table, ct), ct));
        }
        var manifest = new TransferManifest(
            TransferManifest.Name,
            TransferManifest.Latest,
            clock.GetUtcNow(),
            typeof(DatabaseTransfer)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion,
            database.Name,
            Migrations(context),
            tables
        );
        await writer.WriteAsync(manifest, ct);
        return manifest;
    }

    private static List<string> Migrations(EndreContext context) =>
        [.. context.Database.GetMigrations().Select(TransferSchema.MigrationName)];

    private static async Task CheckVersionAsync(EndreContext context, CancellationToken ct)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (!applied.SequenceEqual(context.Database.GetMigrations(), StringComparer.Ordinal))
        {
            throw new TransferRefused(
                applied.Count == 0
                    ? "There is no database of Endre here."
                    : $"The database is at {applied[^1]}, which is not this program's version. Start this version on it first."
            );
        }
    }

    private static void CheckSchema(
        TransferManifest manifest,
        IReadOnlyList<string> migrations,
        IReadOnlyList<TransferTable> tables
    )
    {
        if (Difference("the step", manifest.Migrations, migrations) is { } step)
        {
            throw new SchemaDiffers(step, manifest.MadeBy);
        }
        if (Difference("the table", manifest.Tables.Select(t => t.Name), tables.Select(t => t.Name)) is { } table)
        {
            throw new SchemaDiffers(table, manifest.MadeBy);
        }
        foreach (var (theirs, ours) in manifest.Tables.Zip(tables))
        {
            var columns = ours.Columns.Select(c => new ManifestColumn(c.Name, c.Kind, c.IsNullable).ToString());
            if (Difference($"{ours.Name}'s column", theirs.Columns.Select(c => c.ToString()), columns) is { } column)
            {
                throw new SchemaDiffers(column, manifest.MadeBy);
            }
        }
    }

    private static string? Difference(string what, IEnumerable<string> theirs, IEnumerable<string> ours)
    {
        var (there, here) = (theirs.ToList(), ours.ToList());
        if (there.Except(here, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            return $"{what} {unknown} is not known here.";
        }
        if (here.Except(there, StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            return $"{what} {missing} is missing in the file.";
        }
        return there.SequenceEqual(here, StringComparer.Ordinal) ? null : $"{what} {there[0]} stands in another order.";
    }
}

using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Endre.Storage.Sqlite;
using Endre.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Endre.Faults.Tests.Support;

/// <summary>All that a database holds: its rows, its files, a backup of it.</summary>
internal static class Dump
{
    /// <summary>Every row of every table, as <c>table: column=value …</c>, bytes as hex.</summary>
    public static async Task<List<string>> RowsAsync(TestDatabase database)
    {
        await using var connection = Open(database);
        await connection.OpenAsync();
        var tables = await ReadAsync(
            connection,
            database.Kind == DatabaseKind.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
            row => row.GetString(0)
        );
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange(await ReadAsync(connection, $"SELECT * FROM \"{table}\"", row => $"{table}: {Line(row)}"));
        }
        return rows;
    }

    /// <summary>The files of the data folder as they are now, the write-ahead log too.</summary>
    public static Dictionary<string, byte[]> Files(TestDatabase database) =>
        Directory
            .GetFiles(database.Options.DataDirectory, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(database.Options.DataDirectory, file), ReadShared);

    /// <summary>A backup, made while others write: a copy of the file, or what pg_dump says.</summary>
    public static async Task<byte[]> BackupAsync(TestDatabase database)
    {
        using var folder = new TemporaryFolder();
        if (database.Kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(folder.Path, "backup.db");
            using var sqlite = new SqliteDatabase(
                database.Options,
                TimeProvider.System,
                NullLogger<SqliteDatabase>.Instance
            );
            await sqlite.WriteBackupAsync(file, CancellationToken.None);
            return await File.ReadAllBytesAsync(file);
        }
        var at = new NpgsqlConnectionStringBuilder(database.Options.PostgresConnectionString);
        var program = Directory.GetFiles("/usr/lib/postgresql", "pg_dump", SearchOption.AllDirectories).Order().Last();
        var start = new ProcessStartInfo(program, ["-h", at.Host!, "-U", at.Username!, at.Database!])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var dump = Process.Start(start)!;
        using var taken = new MemoryStream();
        await dump.StandardOutput.BaseStream.CopyToAsync(taken);
        await dump.WaitForExitAsync();
        dump.ExitCode.ShouldBe(0);
        return taken.ToArray();
    }

    private static DbConnection Open(TestDatabase database) =>
        database.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection($"Data Source={database.Options.SqliteFile};Mode=ReadOnly;Pooling=False")
            : new NpgsqlConnection($"{database.Options.PostgresConnectionString};Pooling=False");

    private static async Task<List<string>> ReadAsync(
        DbConnection connection,
        string sql,
        Func<DbDataReader, string> read
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }
        return rows;
    }

    private static string Line(DbDataReader row) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, row.FieldCount)
                .Select(i =>
                    $"{row.GetName(i)}={(row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))}"
                )
        );

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

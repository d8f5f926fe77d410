using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Endre.Testing;

/// <summary>
/// A PostgreSQL server of this test process alone, in a folder and on a socket of its own. It ends with the process,
/// however that ends: the shell that holds it stops it when the pipe from us closes.
/// </summary>
public sealed class PostgresServer
{
    private const string Script = """
        dir=$(mktemp -d /tmp/endre-postgres-XXXXXX) || exit 1
        trap 'rm -rf "$dir"' EXIT
        if "$1/initdb" -D "$dir/data" -U endre --auth=trust --no-sync -E UTF8 --locale=C.UTF-8 >"$dir/log" 2>&1 &&
            "$1/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/log" -o "-k $dir -h '' $2" start >>"$dir/log" 2>&1
        then
            echo "ready $dir"
            read -r _
            "$1/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1
        else
            cat "$dir/log"
        fi
        """;

    // Nothing here outlives the tests, so nothing needs to reach the disk.
    private const string Settings =
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB";

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(StartAsync);
    private readonly string _folder;
    private readonly Process _holder;
    private int _databases;

    private PostgresServer(string folder, Process holder)
    {
        _folder = folder;
        _holder = holder;
        // Not waited for: a test program that takes ten seconds to end is said to have failed, and deleting the folder
        // may take that long on a busy machine.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _holder.StandardInput.Close();
    }

    /// <summary>Why tests that need it are skipped, or null when they run, or must fail because this is CI.</summary>
    public static string? ReasonToSkip { get; } =
        MayBeSkipped(Programs(), Environment.GetEnvironmentVariable("CI"))
            ? "PostgreSQL is not installed here: apt-get install postgresql"
            : null;

    /// <summary>Whether tests go on without it: where it is missing, except in CI.</summary>
    /// <param name="programs">The folder of its programs, or null when it is not installed.</param>
    /// <param name="ci">The environment's <c>CI</c>.</param>
    public static bool MayBeSkipped(string? programs, string? ci) =>
        programs is null && !string.Equals(ci, "true", StringComparison.Ordinal);

    /// <summary>The one server of this process, started with the first test that asks.</summary>
    public static Task<PostgresServer> SharedAsync() => SharedServer.Value;

    /// <summary>Makes an empty database, or a copy of one that nobody is connected to, and says how to reach it.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"} STRATEGY file_copy");
        return ConnectionString(name);
    }

    /// <summary>Deletes a database, whoever is connected to it.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var programs =
            Programs() ?? throw new InvalidOperationException("PostgreSQL is missing: apt-get install postgresql");
        // PostgreSQL refuses to run as root; Debian's package has made a user for it.
        string[] user = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = [.. user, "sh", "-c", Script, "endre-tests", programs, Settings];
        var holder = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                WorkingDirectory = "/",
            }
        )!;
        var answer = await holder.StandardOutput.ReadLineAsync() ?? "";
        if (!answer.StartsWith("ready ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                $"PostgreSQL did not start: {answer}\n{await holder.StandardOutput.ReadToEndAsync()}"
            );
        }
        var server = new PostgresServer(answer["ready ".Length..], holder);
        await server.CheckItIsOursAsync();
        return server;
    }

    private async Task CheckItIsOursAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SHOW data_directory", connection);
        var folder = (string?)await command.ExecuteScalarAsync();
        if (!string.Equals(folder, _folder + "/data", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"That is somebody else's PostgreSQL: {folder}");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) =>
        $"Host={_folder};Username=endre;Database={database};Maximum Pool Size=40";

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .OrderByDescending(
                    folder => Path.GetFileName(Path.GetDirectoryName(folder)),
                    StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering)
                )
                .FirstOrDefault()
            : null;
}

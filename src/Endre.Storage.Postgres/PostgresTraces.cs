using Endre.Storage.Hassles;
using Npgsql;

namespace Endre.Storage.Postgres;

/// <summary>
/// PostgreSQL appends: a table lies in the order in which its rows were written, and erased words lie there until they are
/// vacuumed. <c>CLUSTER</c> writes each table anew in the order of its ids, and the old file is deleted.
/// </summary>
internal sealed class PostgresTraces(NpgsqlDataSource source) : ITraces
{
    // Nobody waits long for a table of a few thousand rows; and whoever holds it now is not waited for.
    private const string Sql = """
        SET lock_timeout = '2s';
        CLUSTER hassles USING pk_hassles;
        CLUSTER hassle_messages USING pk_hassle_messages;
        CLUSTER hassle_events USING pk_hassle_events;
        CLUSTER hassle_photos USING pk_hassle_photos;
        CLUSTER hassle_reports USING pk_hassle_reports;
        CLUSTER hassle_me_toos USING pk_hassle_me_toos;
        """;

    private const string People = """
        CLUSTER people USING pk_people;
        """;

    private const string Events = """
        CLUSTER events USING pk_events;
        """;

    private const string Rewritten = "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relid = 'events'::regclass";

    private long _rewritten;

    public async Task WipeAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task WipeAllAsync(CancellationToken ct)
    {
        // An event is rewritten only when something is erased; the table may be large, and is left alone otherwise.
        await using var count = source.CreateCommand(Rewritten);
        var rewritten = await count.ExecuteScalarAsync(ct) as long? ?? 0;
        await using var command = source.CreateCommand(rewritten == _rewritten ? Sql + People : Sql + People + Events);
        await command.ExecuteNonQueryAsync(ct);
        _rewritten = rewritten;
    }
}

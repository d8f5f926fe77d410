using Endre.Storage.Tests.EventLog;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.Upgrades;

/// <summary>
/// A database of each version that somebody may have, with rows in every table it has, is upgraded to today's, and every
/// value is where it was. A migration that moves values says so in <see cref="Moved"/>.
/// </summary>
public sealed class EarlierVersionTests
{
    private const int Rows = 7;

    // Column of the earlier version → what became of it.
    private static readonly Dictionary<string, string> Moved = [];

    public static TheoryData<DatabaseKind, string> Versions()
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var version in new[] { "EventLog", "WorkshopFacilitators", "FactorIds", "FactorAndTemplateVersions" })
        {
            data.Add(DatabaseKind.Sqlite, version);
            data.Add(
                new TheoryDataRow<DatabaseKind, string>(DatabaseKind.Postgres, version)
                {
                    Skip = PostgresServer.ReasonToSkip,
                }
            );
        }
        return data;
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Every_value_is_there_after_the_upgrade(DatabaseKind kind, string version)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var node = StorageNode.On(database);
        await using (var context = await node.OpenAsync())
        {
            await context.GetService<IMigrator>().MigrateAsync(version, Ct);
            await Filler.FillAsync(context, Filler.ModelAt(context, version), Rows, Ct);
        }
        var stream = Guid.CreateVersion7();
        await node.Log.AppendAsync(stream, 0, "Blåbær", "Tyttebær");
        var before = await RawContent.OfAsync(database.Options, Ct);

        await node.Upgrade.RunAsync(Ct);

        var after = await RawContent.OfAsync(database.Options, Ct);
        before.Count.ShouldBeGreaterThan(10);
        foreach (var (table, rows) in before)
        {
            var kept = rows[0].Keys.Where(column => !Moved.ContainsKey($"{table}.{column}")).ToList();
            kept.Except(after[table][0].Keys).ShouldBeEmpty($"{table}: a column is gone, and nothing says where to.");
            RawContent.Lines(after[table].Select(Only)).ShouldBe(RawContent.Lines(rows.Select(Only)), table);

            SortedDictionary<string, string> Only(SortedDictionary<string, string> row) =>
                new(kept.ToDictionary(column => column, column => row[column]), StringComparer.Ordinal);
        }
        (await node.Log.TextsAsync(stream)).ShouldBe(["Blåbær", "Tyttebær"]);
    }
}

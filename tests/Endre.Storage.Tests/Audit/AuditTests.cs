using Endre.Storage.Audit;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Audit;

public sealed class AuditTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_chain_that_nobody_touched_is_whole(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await WriteAsync(node, 3);
        (await SealAsync(node))!.Number.ShouldBe(3);
        await WriteAsync(node, 2);
        var last = await SealAsync(node);
        last!.Number.ShouldBe(5);
        (await SealAsync(node)).ShouldBeNull();

        var verdict = await VerifyAsync(node);
        verdict.IsWhole.ShouldBeTrue();
        verdict.Last.ShouldBe(5);
        verdict.Hash.ToArray().ShouldBe(last.Hash);
        AuditChain.Code(last.Hash).ShouldMatch("^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$");
    }

    [Theory, EachDatabase]
    public async Task Entries_and_seals_can_be_neither_changed_nor_removed(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await WriteAsync(node, 2);
        await SealAsync(node);
        string[] attempts =
        [
            "UPDATE audit_entries SET act = 'Nothing'",
            "DELETE FROM audit_entries",
            "UPDATE audit_seals SET number = number + 1",
            "DELETE FROM audit_seals",
        ];
        foreach (var attempt in attempts)
        {
            await using var context = await node.OpenAsync();
            var refusal = await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync(attempt, Ct));
            refusal.Message.ShouldContain("append-only", customMessage: attempt);
        }
        (await VerifyAsync(node)).IsWhole.ShouldBeTrue();
    }

    [PostgresFact]
    public async Task A_server_database_refuses_to_empty_the_log_at_once()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Postgres);
        await using var context = await node.OpenAsync();
        var refusal = await Should.ThrowAsync<Exception>(() =>
            context.Database.ExecuteSqlRawAsync("TRUNCATE audit_entries", Ct)
        );
        refusal.Message.ShouldContain("append-only");
    }

    // Whoever owns the database can take the guards away; what was sealed still tells.
    [Theory, EachDatabase]
    public async Task Who_takes_the_guard_away_and_tampers_is_seen(DatabaseKind database)
    {
        var zeros = database == DatabaseKind.Sqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')";
        (string Tampering, long At, AuditBreak Kind)[] attempts =
        [
            ("UPDATE audit_entries SET details = 'x' WHERE act = 'Act2'", 2, AuditBreak.EntryChanged),
            ("UPDATE audit_entries SET actor_id = NULL WHERE act = 'Act1'", 1, AuditBreak.EntryChanged),
            ("DELETE FROM audit_entries WHERE act = 'Act3'", 3, AuditBreak.EntryGone),
            ("DELETE FROM audit_seals WHERE number = 2", 2, AuditBreak.SealGone),
            ($"UPDATE audit_seals SET hash = {zeros} WHERE number = 4", 4, AuditBreak.EntryChanged),
        ];
        foreach (var (tampering, at, kind) in attempts)
        {
            await using var node = await StorageNode.OnAsync(database);
            await WriteAsync(node, 4);
            await SealAsync(node);
            await using (var context = await node.OpenAsync())
            {
                foreach (var guard in await GuardsAsync(context))
                {
                    await context.Database.ExecuteSqlRawAsync(string.Concat("DROP TRIGGER ", guard), Ct);
                }
                await context.Database.ExecuteSqlRawAsync(tampering, Ct);
            }
            var verdict = await VerifyAsync(node);
            verdict.BrokenAt.ShouldBe(at, tampering);
            verdict.Break.ShouldBe(kind, tampering);
            verdict.Last.ShouldBe(at - 1, tampering);
        }
    }

    [PostgresFact]
    public async Task Nodes_that_seal_at_once_make_one_chain()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Postgres);
        await WriteAsync(node, 40);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SealAsync(node)));
        await SealAsync(node);
        var verdict = await VerifyAsync(node);
        verdict.IsWhole.ShouldBeTrue();
        verdict.Last.ShouldBe(40);
    }

    private static async Task WriteAsync(StorageNode node, int count)
    {
        await using var context = await node.OpenAsync();
        var before = await context.AuditEntries.CountAsync(Ct);
        for (var i = 1; i <= count; i++)
        {
            context.AuditEntries.Add(
                new AuditEntry
                {
                    At = Start.AddSeconds(before + i),
                    ActorId = Guid.CreateVersion7(),
                    Act = $"Act{before + i}",
                    Subject = "person",
                    SubjectId = Guid.CreateVersion7(),
                    Details = """{"role":"administrator","name":"ærfugl"}""",
                }
            );
        }
        await context.SaveChangesAsync(Ct);
    }

    private static async Task<AuditSeal?> SealAsync(StorageNode node)
    {
        await using var context = await node.OpenAsync();
        return await context.SealAuditAsync(Ct);
    }

    private static async Task<AuditVerdict> VerifyAsync(StorageNode node)
    {
        await using var context = await node.OpenAsync();
        return await context.VerifyAuditAsync(Ct);
    }

    private static async Task<List<string>> GuardsAsync(EndreContext context) =>
        context.Database.IsSqlite()
            ? await context
                .Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'")
                .ToListAsync(Ct)
            : ["audit_entries_append_only ON audit_entries", "audit_seals_append_only ON audit_seals"];
}

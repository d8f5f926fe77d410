using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Hassles;

public sealed class HassleRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Every_column_of_what_was_said_is_one_that_the_promise_speaks_of(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var columns = context.Model.FindEntityType(typeof(HassleRow))!.GetProperties().Select(p => p.GetColumnName());
        HassleRow
            .Columns.Values.SelectMany(c => c)
            .Order(StringComparer.Ordinal)
            .ShouldBe(columns.Order(StringComparer.Ordinal));
        HassleRow.Columns.Keys.Order().ShouldBe(Enum.GetValues<HassleField>());
    }

    [Theory, EachDatabase]
    public async Task State_thread_and_history_are_stored_together_and_read_back(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var say = await SomethingAsync(node, Speaker.Anonymous);
        var hassle = HassleRules.Evolve(null, HassleRules.Say(say, Today).Events[0]);
        await using var context = await node.OpenAsync();
        (await context.SayAsync(say, Today, Ct)).Hassle.ShouldBe(hassle);
        var reply = new ReplyToHassle("Mer om det", After: 0);
        (await context.DoWithHassleAsync(say.Id, reply, Today, Ct)).ShouldBeNull();
        (await context.DoWithHassleAsync(say.Id, reply, Today, Ct)).ShouldBeNull();
        var stored = await context.FindHassleAsync(say.Id, Ct);
        stored!.Thread.Single().Text.ShouldBe("Mer om det");
        (await context.HassleEvents.OrderBy(e => e.Number).Select(e => e.What).ToListAsync(Ct)).ShouldBe([
            "said",
            "replied",
        ]);
        (await context.HassleEvents.CountAsync(e => e.Day != null || e.PersonId != null, Ct)).ShouldBe(0);

        (await context.DoWithHassleAsync(say.Id, new WithdrawHassle(), Today, Ct)).ShouldBeNull();
        stored = await context.FindHassleAsync(say.Id, Ct);
        (stored!.Text, stored.State, stored.Thread.Single().Text).ShouldBe(("", HassleState.Withdrawn, ""));
        (await context.Hassles.CountAsync(Ct)).ShouldBe(1);
        (await context.DoWithHassleAsync(HassleId.New(), reply, Today, Ct))!.Reason.ShouldBe("HassleUnknown");
    }

    [Theory, EachDatabase]
    public async Task A_picture_is_stored_with_what_was_said_and_goes_with_it(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        byte[] jpeg = [0xFF, 0xD8, 1, 2, 3];
        var say = (await SomethingAsync(node, Speaker.Anonymous)) with
        {
            Category = ServiceCategory.Rooms,
            Fixer = Fixer.Others,
            Photo = new HasslePhoto(jpeg, new PhotoSize(40, 30)),
        };
        await using var context = await node.OpenAsync();
        await context.SayAsync(say, Today, Ct);
        // Sent again, it is there once.
        (await context.SayAsync(say, Today, Ct)).IsRepeated.ShouldBeTrue();
        (await context.ReadPhotoAsync(say.Id, Ct)).ShouldBe(jpeg);
        var stored = await context.FindHassleAsync(say.Id, Ct);
        (stored!.Photo, stored.Category, stored.Fixer).ShouldBe(
            (new PhotoSize(40, 30), ServiceCategory.Rooms, Fixer.Others)
        );
        await context.DoWithHassleAsync(say.Id, new WithdrawHassle(), Today, Ct);
        (await context.ReadPhotoAsync(say.Id, Ct)).ShouldBeNull();
        (await context.FindHassleAsync(say.Id, Ct))!.Photo.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_same_id_is_the_same_hassle_also_when_ten_ask_at_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var say = await SomethingAsync(node, Speaker.Anonymous);
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var context = await node.OpenAsync();
                    return await context.SayAsync(say, Today, Ct);
                })
        );
        all.ShouldAllBe(said => said.Hassle!.Id == say.Id);
        all.Count(said => !said.IsRepeated).ShouldBe(1);
        await using var database = await node.OpenAsync();
        (await database.Hassles.CountAsync(Ct)).ShouldBe(1);
        (await database.HassleEvents.CountAsync(Ct)).ShouldBe(1);
        var other = await database.SayAsync(say with { Text = "Noe annet" }, Today, Ct);
        other.Refusal!.Reason.ShouldBe("IdTaken");
    }

    [Theory, EachDatabase]
    public async Task Two_who_write_at_once_both_get_in_or_are_told(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var say = await SomethingAsync(node, Speaker.Leader);
        await using (var context = await node.OpenAsync())
        {
            await context.SayAsync(say, Today, Ct);
        }
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(async i =>
                {
                    await using var context = await node.OpenAsync();
                    return await context.DoWithHassleAsync(say.Id, new ReplyToHassle($"nr. {i}", 0), Today, Ct);
                })
        );
        all.Count(refusal => refusal is null).ShouldBe(1);
        all.Count(refusal => refusal?.Reason == "ThreadGrown").ShouldBe(4);
        await using var database = await node.OpenAsync();
        (await database.HassleMessages.CountAsync(Ct)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Rows_lie_in_no_order_that_tells_when_they_were_written(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var first = await SomethingAsync(node, Speaker.Anonymous);
        await using var context = await node.OpenAsync();
        for (var i = 0; i < 40; i++)
        {
            await context.SayAsync(first with { Id = HassleId.New(), ClaimHash = $"{i}" }, Today, Ct);
        }
        await node.Get<ITraces>().WipeAsync(Ct);
        var lying = await context
            .Database.SqlQueryRaw<string>(
                kind == DatabaseKind.Sqlite
                    ? "SELECT id AS Value FROM hassles NOT INDEXED"
                    : "SELECT CAST(id AS text) AS \"Value\" FROM hassles ORDER BY ctid"
            )
            .ToListAsync(Ct);
        lying.Count.ShouldBe(40);
        lying.ShouldBe(lying.Order(StringComparer.Ordinal));
        if (kind == DatabaseKind.Sqlite)
        {
            var tables = await context
                .Database.SqlQueryRaw<string>(
                    "SELECT sql AS Value FROM sqlite_master WHERE type = 'table' AND name LIKE 'hassle%'"
                )
                .ToListAsync(Ct);
            tables.Count.ShouldBe(6);
            tables.ShouldAllBe(sql => sql.EndsWith("WITHOUT ROWID", StringComparison.Ordinal));
        }
    }

    private static async Task<SayHassle> SomethingAsync(StorageNode node, Speaker speaker)
    {
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        await using var context = await node.OpenAsync();
        context.Units.Add(unit);
        await context.SaveChangesAsync(Ct);
        return new SayHassle(
            HassleId.New(),
            unit.Id,
            speaker,
            "Nøklene henges igjen i Sørenga",
            new Effort(12, 5, 3),
            "Kari",
            PersonId: null,
            "hash"
        );
    }
}

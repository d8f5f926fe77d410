using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Pulses;
using Endre.Domain.Hassles.Removals;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Pulses;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Hassles;

public sealed class RemovalRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_was_promised_done_and_left_is_read_back_and_gone_when_it_comes_back(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var (unit, boss) = await SettleAsync(context);
        var say = new SayHassle(
            HassleId.New(),
            unit,
            Speaker.Anonymous,
            "Skriveren står",
            new Effort(10, 5, 8),
            Name: null,
            PersonId: null,
            "hash"
        );
        await context.SayAsync(say, Today, Ct);
        var promise = new Promise("Per", Today.AddDays(8));
        await DoAsync(new AnswerHassle(boss, HassleState.WillDo, "", After: 0) { Promise = promise });
        (await context.FindHassleAsync(say.Id, Ct))!.Promise.ShouldBe(promise);

        await DoAsync(new RemoveHassle(Witness.Answerer, boss, "Ny skriver", new Effort(1, null, null), After: 1));
        var gone = (await context.FindHassleAsync(say.Id, Ct))!;
        gone.Removal.ShouldBe(new Removal("Ny skriver", new Effort(1, 5, 8), new DateOnly(2026, 3, 2), Today));
        gone.State.ShouldBe(HassleState.Gone);

        await DoAsync(new PutOnScreen(boss, IsShown: false));
        await DoAsync(new ReturnHassle(Witness.Colleague, boss, "Den står igjen", After: 2));
        var back = (await context.FindHassleAsync(say.Id, Ct))!;
        (back.Removal, back.Promise, back.State, back.IsOffScreen).ShouldBe((null, null, HassleState.Waiting, true));
        var history = await context.HassleEvents.OrderBy(e => e.Number).ToListAsync(Ct);
        history.Select(e => e.What).ShouldBe(["said", "answered", "removed", "hidden", "returned"]);
        (history[^1].PersonId, history[^1].Day).ShouldBe((null, null));

        async Task DoAsync(HassleCommand command) =>
            (await context.DoWithHassleAsync(say.Id, command, Today, Ct)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_round_opens_once_and_every_answer_at_the_same_instant_is_counted(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        Guid unit;
        await using (var context = await node.OpenAsync())
        {
            (unit, _) = await SettleAsync(context);
        }
        var round = PulseRules.Open(Today);
        var opened = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    await using var context = await node.OpenAsync();
                    return await context.OpenRoundAsync(unit, PulseQuestion.LastWeek, round, Ct);
                })
        );
        opened.Count(one => one).ShouldBe(1);
        await using var database = await node.OpenAsync();
        var id = (await database.PulseRounds.SingleAsync(Ct)).Id;
        await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(async i =>
                {
                    await using var context = await node.OpenAsync();
                    await context.CountAnswerAsync(id, (PulseAnswer)(i % 3), Ct);
                })
        );
        var counted = await database.PulseRounds.AsNoTracking().SingleAsync(Ct);
        (counted.Yes, counted.Somewhat, counted.No).ShouldBe((10, 10, 10));
    }

    private static async Task<(Guid Unit, Guid Boss)> SettleAsync(EndreContext context)
    {
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        var boss = new Person { DisplayName = "Lise", UserName = "lise" };
        context.AddRange(unit, boss);
        await context.SaveChangesAsync(Ct);
        return (unit.Id, boss.Id);
    }
}

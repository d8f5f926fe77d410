using Endre.Domain.Messages;
using Endre.Domain.Shared;
using Endre.Storage.Messages;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Messages;

public sealed class OutboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_same_key_is_stored_once_also_when_ten_store_it_at_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var stored = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var own = await node.OpenAsync();
                    own.Add(Message("samme"));
                    try
                    {
                        await own.SaveChangesAsync(Ct);
                        return 1;
                    }
                    catch (DbUpdateException)
                    {
                        return 0;
                    }
                })
        );
        stored.Sum().ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Of_ten_rounds_at_once_each_message_is_in_one(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using (var context = await node.OpenAsync())
        {
            context.AddRange(Enumerable.Range(0, 40).Select(i => Message($"{i}")));
            await context.SaveChangesAsync(Ct);
        }
        var rounds = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var own = await node.OpenAsync();
                    var mine = new List<Guid>();
                    // Others may have been first with all that this one saw.
                    for (var i = 0; i < 20; i++)
                    {
                        var leased = await own.LeaseMailAsync(
                            Guid.CreateVersion7(),
                            most: 5,
                            Now,
                            Now.AddMinutes(5),
                            Ct
                        );
                        mine.AddRange(leased.Select(row => row.Id));
                    }
                    return mine;
                })
        );
        var all = rounds.SelectMany(mine => mine).ToList();
        all.Count.ShouldBe(40);
        all.Distinct().Count().ShouldBe(40);
    }

    [Theory, EachDatabase]
    public async Task A_node_that_died_lets_go_and_cannot_mark_what_another_has(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        context.Add(Message("en"));
        await context.SaveChangesAsync(Ct);
        var (dead, alive) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var id = (await context.LeaseMailAsync(dead, 5, Now, Now.AddMinutes(5), Ct)).Single().Id;
        (await context.LeaseMailAsync(alive, 5, Now.AddMinutes(4), Now.AddMinutes(9), Ct)).ShouldBeEmpty();
        (await context.LeaseMailAsync(alive, 5, Now.AddMinutes(5), Now.AddMinutes(10), Ct)).Single().Id.ShouldBe(id);

        (await context.RenewMailLeaseAsync(id, dead, Now.AddMinutes(20), Ct)).ShouldBeFalse();
        await context.MailFailedAsync(id, dead, "network", next: null, isSecret: false, Ct);
        (await StateAsync(node, id)).ShouldBe((MailState.Waiting, 0));
        (await context.RenewMailLeaseAsync(id, alive, Now.AddMinutes(20), Ct)).ShouldBeTrue();
        await context.MailSentAsync(id, alive, MailState.Sent, Now.AddMinutes(6), isSecret: true, Ct);
        (await StateAsync(node, id)).ShouldBe((MailState.Sent, 1));
        (await context.LeaseMailAsync(alive, 5, Now.AddDays(1), Now.AddDays(2), Ct)).ShouldBeEmpty();
        (await context.Messages.Select(row => row.Parts).SingleAsync(Ct)).ShouldBeNull(
            "a secret is gone when it is sent"
        );
    }

    [Theory, EachDatabase]
    public async Task What_was_given_up_is_tried_again_when_somebody_asks(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        context.AddRange(Message("en"), Message("to"));
        await context.SaveChangesAsync(Ct);
        var lease = Guid.CreateVersion7();
        var rows = await context.LeaseMailAsync(lease, 5, Now, Now.AddMinutes(5), Ct);
        await context.MailFailedAsync(rows[0].Id, lease, "recipient-refused", next: null, isSecret: false, Ct);
        await context.MailFailedAsync(rows[1].Id, lease, "network", Now.AddMinutes(1), isSecret: false, Ct);
        (await context.CountMailAsync(Ct))
            .Select(group => (group.State, group.Error, group.Count))
            .OrderBy(group => group.State)
            .ShouldBe([(MailState.Failed, "network", 1), (MailState.GivenUp, "recipient-refused", 1)]);
        (await context.RetryMailAsync(Now.AddDays(9), Ct)).ShouldBe(2);
        (await context.LeaseMailAsync(lease, 5, Now.AddDays(9), Now.AddDays(10), Ct)).Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_tells_nobody_and_what_is_tried_again_tells_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var refused = await context.TellingAsync(
            () => Task.FromResult<Refusal?>(Refusal.Because("No")),
            () =>
            {
                context.Add(Message("avvist"));
                return Task.CompletedTask;
            },
            Ct
        );
        refused!.Reason.ShouldBe("No");
        var done = await context.TellingAsync(
            async () =>
            {
                // Somebody else was first, and it is decided again: what was added before is forgotten.
                context.ChangeTracker.Clear();
                await context.SaveChangesAsync(Ct);
                return null;
            },
            () =>
            {
                context.Add(Message("fortalt"));
                return Task.CompletedTask;
            },
            Ct
        );
        done.ShouldBeNull();
        (await context.Messages.Select(row => row.Key).ToListAsync(Ct)).ShouldBe(["fortalt"]);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            context.TellingAsync(
                async () =>
                {
                    context.Add(Message("halvveis"));
                    await context.SaveChangesAsync(Ct);
                    return null;
                },
                () => throw new InvalidOperationException("The letter cannot be written."),
                Ct
            )
        );
        await using var other = await node.OpenAsync();
        (await other.Messages.CountAsync(Ct)).ShouldBe(1, "neither the act nor the message");
    }

    [Theory, EachDatabase]
    public async Task Choices_are_kept_and_go_with_the_person(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var person = new Person { UserName = "kari@fjord.example", DisplayName = "Kari" };
        context.Add(person);
        await context.SaveChangesAsync(Ct);
        QuietHours.Choose(new TimeOnly(8, 15), new TimeOnly(16, 0), alsoDaysOff: false, out var hours);
        await context.ChooseMessagesAsync(person.Id, new Dictionary<string, bool> { ["a"] = false }, hours, Ct);
        await context.ChooseMessagesAsync(person.Id, new Dictionary<string, bool> { ["b"] = true }, hours: null, Ct);
        context.ChangeTracker.Clear();
        (await context.QuietHours.SingleAsync(Ct)).ToHours().ShouldBe(hours);
        (await context.MessageChoices.OrderBy(row => row.Kind).Select(row => row.AsMail).ToListAsync(Ct)).ShouldBe([
            false,
            true,
        ]);
        await context.ChooseMessagesAsync(person.Id, new Dictionary<string, bool>(), QuietHours.Standard, Ct);
        (await context.QuietHours.AnyAsync(Ct)).ShouldBeFalse();
        await context.Users.Where(row => row.Id == person.Id).ExecuteDeleteAsync(Ct);
        (await context.MessageChoices.AnyAsync(Ct)).ShouldBeFalse();
    }

    private static async Task<(string, int)> StateAsync(StorageNode node, Guid id)
    {
        await using var context = await node.OpenAsync();
        var row = await context.Messages.AsNoTracking().SingleAsync(row => row.Id == id, Ct);
        return (row.Mail, row.Tries);
    }

    private static MessageRow Message(string key) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Address = "gjest@fjord.example",
            Kind = "test",
            Key = key,
            Language = "nb",
            Subject = "Emne",
            Parts = "[]",
            CreatedAt = Now,
            NotBefore = Now,
            Mail = MailState.Waiting,
            NextTryAt = Now,
        };
}

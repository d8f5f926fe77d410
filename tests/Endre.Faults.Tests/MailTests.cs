using Endre.Domain.Messages;
using Endre.Faults.Tests.Support;
using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Testing;
using Endre.Testing.Mail;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Faults.Tests;

/// <summary>kill -9 while mail is being sent: nothing is lost, and no message has two ids.</summary>
public sealed class MailTests
{
    private const int Messages = 60;

    // Not what the demo tells its own people.
    private const string Kind = "mail-trial";

    [MailFact]
    public async Task A_node_that_is_killed_loses_no_mail()
    {
        await using var server = await MailServer.StartAsync();
        await using var database = await DemoDatabase.CopyAsync(DatabaseKind.Sqlite);
        await using var services = Storage(database);
        await using var endre = await EndreProcess.StartAsync(database, server.Args);
        await WriteAsync(services);
        await server.TakenAsync(7);
        await endre.KillAsync();
        await ForgetLeasesAsync(services);
        await endre.StartAsync();
        await EachCameAsync(services, server, nodes: 1);
    }

    [MailFact(withPostgres: true)]
    public async Task Of_two_nodes_one_is_killed_and_the_other_goes_on()
    {
        await using var server = await MailServer.StartAsync();
        await using var database = await DemoDatabase.CopyAsync(DatabaseKind.Postgres);
        await using var services = Storage(database);
        await using var first = await EndreProcess.StartAsync(database, server.Args);
        await using var second = await EndreProcess.StartAsync(database, server.Args);
        await WriteAsync(services);
        await server.TakenAsync(7);
        await first.KillAsync();
        await ForgetLeasesOfTheDeadAsync(services, server);
        await EachCameAsync(services, server, nodes: 2);
    }

    // A message that was on its way at the kill may come twice, by the same id; one for each node that was killed.
    private static async Task EachCameAsync(ServiceProvider services, MailServer server, int nodes)
    {
        await using var context = await OpenAsync(services);
        await UntilNoneAsync(context.Messages.Where(row => row.Kind == Kind && row.Mail != MailState.Sent));
        var taken = server.Taken;
        taken.Select(mail => mail.Subject).Distinct().Count().ShouldBe(Messages);
        taken
            .GroupBy(mail => mail.Subject, StringComparer.Ordinal)
            .ShouldAllBe(same => same.Select(mail => mail.MessageId).Distinct().Count() == 1);
        taken.Count.ShouldBeLessThanOrEqualTo(Messages + nodes);
    }

    private static async Task UntilNoneAsync(IQueryable<MessageRow> rows)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await rows.AnyAsync(patience.Token))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    // As when its five minutes have gone by.
    private static async Task ForgetLeasesAsync(ServiceProvider services)
    {
        await using var context = await OpenAsync(services);
        await context
            .Messages.Where(row => row.LeaseId != null)
            .ExecuteUpdateAsync(to => to.SetProperty(row => row.LeasedUntil, DateTimeOffset.UnixEpoch));
    }

    // The other node sends all that it can have; what then is leased still is the dead one's.
    private static async Task ForgetLeasesOfTheDeadAsync(ServiceProvider services, MailServer server)
    {
        await using var context = await OpenAsync(services);
        await UntilNoneAsync(
            context.Messages.Where(row => row.Kind == Kind && row.Mail != MailState.Sent && row.LeaseId == null)
        );
        var sent = await context.Messages.CountAsync(row => row.Mail == MailState.Sent);
        sent.ShouldBeGreaterThan(Messages - 11);
        server.Taken.Count.ShouldBeGreaterThanOrEqualTo(sent);
        await ForgetLeasesAsync(services);
    }

    private static async Task WriteAsync(ServiceProvider services)
    {
        await using var context = await OpenAsync(services);
        var now = TimeProvider.System.GetUtcNow();
        context.AddRange(
            Enumerable
                .Range(0, Messages)
                .Select(i => new MessageRow
                {
                    Id = Guid.CreateVersion7(),
                    Address = $"gjest{i}@fjord.example",
                    Kind = Kind,
                    Key = $"{i}",
                    Language = "nb",
                    Subject = $"Melding {i}",
                    Parts = "[]",
                    CreatedAt = now,
                    NotBefore = now,
                    Mail = MailState.Waiting,
                    NextTryAt = now,
                })
        );
        await context.SaveChangesAsync();
    }

    private static ServiceProvider Storage(TestDatabase database) =>
        new ServiceCollection().AddLogging().AddEndreStorage(database.Options).BuildServiceProvider();

    private static Task<EndreContext> OpenAsync(ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<EndreContext>>().CreateDbContextAsync();
}

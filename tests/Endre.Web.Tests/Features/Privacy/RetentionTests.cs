using System.Diagnostics;
using System.Text;
using Endre.Domain.Organizations;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Testing;
using Endre.Web.Features.Privacy.KeepRetention;
using Endre.Web.Live;
using Endre.Web.Tests.Features.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Privacy;

public sealed class RetentionTests
{
    private const int Kinds = 7;

    [Theory, EachDatabase]
    public async Task Names_in_a_closed_workshop_go_after_400_days_and_the_counts_stay(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        var frode = await app.FacilitatorAsync();
        using var recent = await FacilitatedWorkshop.BeginAsync(app, frode);
        await recent.JoinAsync("Ola Nylig");
        using var old = await FacilitatedWorkshop.BeginAsync(app, frode);
        await old.JoinAsync("Čáhppe Ærfugl");
        var (phone, participant) = await old.JoinAsync("Kari Gammel");
        phone.Dispose();
        var live = await app.Services.GetRequiredService<LiveWorkshops>().FindAsync(old.Id);
        var device = new Actor.Device(participant, "");
        await live!.DecideAsync(new ChangeWhoIsHere("Siri Endret", 1, IsScribe: false), device);
        await CloseAsync(app, recent.Id, days: 399);
        await CloseAsync(app, old.Id, days: 401);

        await RunAsync(app);

        var log = await EventsAsync(app);
        log.ShouldContain("Ola Nylig");
        log.ShouldNotContain("Ærfugl");
        log.ShouldNotContain("Gammel");
        log.ShouldNotContain("Siri Endret");
        var joined = await app.InStorageAsync(storage =>
            storage
                .Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM events WHERE kind = 'participant-joined'")
                .SingleAsync()
        );
        joined.ShouldBe(3);
        var rows = await app.InStorageAsync(storage => storage.Workshops.ToDictionaryAsync(row => row.Id));
        rows[old.Id].NamesErasedAt.ShouldNotBeNull();
        rows[recent.Id].NamesErasedAt.ShouldBeNull();
        (
            await app.InStorageAsync(storage => storage.RetentionRuns.SingleAsync(r => r.Kind == "workshop-names"))
        ).Removed.ShouldBe(1);
    }

    [Fact]
    public async Task Who_left_long_ago_and_invitations_nobody_took_up_go()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.EmployeeAsync("Siv Blir");
        await LeftAsync(app, await app.EmployeeAsync("Liv Nylig"), days: 729);
        await LeftAsync(app, await app.EmployeeAsync("Eli Lenge"), days: 731);
        await InviteAsync(app, "Fersk Invitasjon", days: 89);
        await InviteAsync(app, "Glemt Invitasjon", days: 91);

        await RunAsync(app);

        var names = await app.InStorageAsync(storage => storage.Users.Select(p => p.DisplayName).ToListAsync());
        names.ShouldBe(["Siv Blir", "Liv Nylig", "Fersk Invitasjon"], ignoreOrder: true);
        var entries = await app.InStorageAsync(storage => storage.AuditEntries.ToListAsync());
        entries.Count.ShouldBe(2);
        entries.ShouldAllBe(entry => entry.Act == "ErasePerson" && entry.Program == "schedule");
    }

    [Theory, EachDatabase]
    public async Task Who_said_a_hassle_goes_after_two_years_and_what_was_said_stays(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        var kari = await app.EmployeeAsync("Kari Sa");
        await SaidAsync(app, kari, "Skriveren står i veien", days: 720);
        await SaidAsync(app, kari, "Nøklene ligger tolv kilometer unna", days: 740);

        await RunAsync(app);

        var rows = await app.InStorageAsync(storage => storage.Hassles.ToDictionaryAsync(row => row.Text));
        rows["Skriveren står i veien"].PersonId.ShouldBe(kari.Id);
        rows["Nøklene ligger tolv kilometer unna"].PersonId.ShouldBeNull();
        rows["Nøklene ligger tolv kilometer unna"].Name.ShouldBeNull();
    }

    [Fact]
    public async Task It_runs_once_a_night()
    {
        await using var app = await AppUnderTest.StartAsync();
        await RunAsync(app);
        Rounds(app).ShouldBe(1);
        app.Time.Advance(TimeSpan.FromHours(1));
        app.Time.Advance(TimeSpan.FromHours(23));
        await RunAsync(app);
        Rounds(app).ShouldBe(2);
    }

    private static int Rounds(AppUnderTest app) =>
        app.Log.All.Count(line => line.Contains("Retention of former-people", StringComparison.Ordinal));

    private static Task<int> CloseAsync(AppUnderTest app, Guid id, int days) =>
        app.InStorageAsync(storage =>
            storage
                .Workshops.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.State, "closed")
                        .SetProperty(row => row.ClosedAt, app.Time.GetUtcNow().AddDays(-days))
                )
        );

    private static Task<int> LeftAsync(AppUnderTest app, TestPerson person, int days) =>
        app.InStorageAsync(storage =>
            storage
                .Users.Where(row => row.Id == person.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.DeactivatedAt, app.Time.GetUtcNow().AddDays(-days))
                )
        );

    private static Task<int> SaidAsync(AppUnderTest app, TestPerson person, string text, int days) =>
        app.InStorageAsync(async storage =>
        {
            var unit = new UnitRow { Name = $"Team {days}", Kind = UnitKind.Team };
            storage.Units.Add(unit);
            storage.Hassles.Add(
                new HassleRow
                {
                    Id = Guid.CreateVersion7(),
                    UnitId = unit.Id,
                    Speaker = "named",
                    Text = text,
                    Week = DateOnly.FromDateTime(app.Time.GetUtcNow().AddDays(-days).UtcDateTime),
                    Name = "Kari",
                    PersonId = person.Id,
                    State = "waiting",
                }
            );
            return await storage.SaveChangesAsync();
        });

    private static Task<int> InviteAsync(AppUnderTest app, string name, int days) =>
        app.InStorageAsync(storage =>
        {
            var address = $"{days}@fjordvik.no";
            storage.Users.Add(
                new Person
                {
                    UserName = address,
                    NormalizedUserName = address.ToUpperInvariant(),
                    DisplayName = name,
                    CreatedAt = app.Time.GetUtcNow().AddDays(-days),
                }
            );
            return storage.SaveChangesAsync();
        });

    // Turns the clock until the round has run, and waits for what it wrote.
    private static async Task RunAsync(AppUnderTest app)
    {
        var since = app.Time.GetUtcNow();
        var patience = Stopwatch.StartNew();
        while (await app.InStorageAsync(s => s.RetentionRuns.CountAsync(run => run.RanAt >= since)) < Kinds)
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            app.Time.Advance(RetentionRounds.Rest);
            await Task.Delay(20);
        }
    }

    private static async Task<string> EventsAsync(AppUnderTest app)
    {
        var payloads = await app.InStorageAsync(storage =>
            storage.Database.SqlQuery<byte[]>($"SELECT payload AS \"Value\" FROM events").ToListAsync()
        );
        return string.Concat(payloads.Select(Encoding.UTF8.GetString));
    }
}

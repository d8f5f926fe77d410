using System.Diagnostics;
using System.Text;
using Endre.Domain.Organizations;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Storage.Hassles;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
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
    private const int Kinds = 8;

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

    [Theory, EachDatabase]
    public async Task The_address_of_a_guest_goes_when_the_meeting_is_long_over_and_the_name_stays(
        DatabaseKind database
    )
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        await MetAsync(app, "Ola Nylig", days: 89);
        await MetAsync(app, "Eli Lenge", days: 91);
        await app.InStorageAsync(storage =>
            storage
                .MeetingSeries.Where(series => series.Title == "Eli Lenge")
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(
                        series => series.EndsBefore,
                        DateOnly.FromDateTime(app.Time.GetUtcNow().AddDays(-100).UtcDateTime)
                    )
                )
        );

        await RunAsync(app);

        var met = await app.InStorageAsync(storage =>
            storage.Attendances.Select(row => row.Name + ": " + row.Email).Distinct().Order().ToListAsync()
        );
        // However many meetings the series that goes on has been given meanwhile.
        met.ShouldBe(["Eli Lenge: ", "Ola Nylig: gjest@example.no"]);
        var invited = await app.InStorageAsync(storage =>
            storage.SeriesGuests.OrderBy(row => row.Name).Select(row => row.Name + ": " + row.Email).ToListAsync()
        );
        invited.ShouldBe(["Eli Lenge: ", "Ola Nylig: gjest@example.no"]);
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

    private static Task<int> MetAsync(AppUnderTest app, string guest, int days) =>
        app.InStorageAsync(storage =>
        {
            var unit = new UnitRow { Name = $"Team {days}", Kind = UnitKind.Team };
            var (series, meeting) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            var at = app.Time.GetUtcNow().AddDays(-days);
            storage.Units.Add(unit);
            storage.MeetingSeries.Add(
                new MeetingSeriesRow
                {
                    Id = series,
                    UnitId = unit.Id,
                    Title = guest,
                    Rule = "FREQ=WEEKLY",
                    FirstOn = DateOnly.FromDateTime(at.UtcDateTime),
                    MinuteOfDay = 540,
                    Minutes = 30,
                }
            );
            storage.SeriesGuests.Add(
                new SeriesGuestRow
                {
                    Id = Guid.CreateVersion7(),
                    SeriesId = series,
                    Name = guest,
                    Email = "gjest@example.no",
                }
            );
            storage.Meetings.Add(
                new MeetingRow
                {
                    Id = meeting,
                    UnitId = unit.Id,
                    Title = "Tavlemøte",
                    StartsAt = at,
                    Minutes = 30,
                    State = "held",
                }
            );
            storage.Attendances.Add(
                new AttendanceRow
                {
                    Id = Guid.CreateVersion7(),
                    MeetingId = meeting,
                    Name = guest,
                    Email = "gjest@example.no",
                    Role = "guest",
                    Presence = "present",
                }
            );
            return storage.SaveChangesAsync();
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

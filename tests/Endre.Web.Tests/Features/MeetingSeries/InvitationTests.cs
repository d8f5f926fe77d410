using System.Net;
using System.Text;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Features.MeetingSeries.KeepSeries;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.MeetingSeries;

/// <summary>What those who are asked are told, and what their calendars make of it.</summary>
public sealed class InvitationTests
{
    private static readonly DateOnly From = new(2026, 3, 1);
    private static readonly DateOnly To = new(2026, 8, 31);

    [Theory, EachDatabase]
    public async Task A_calendar_follows_a_meeting_that_is_moved_called_off_and_held_after_all_twice(DatabaseKind kind)
    {
        if (Khal.Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team);
        var meeting = await Series.FirstMeetingAsync(app);
        using var calendar = new Khal();
        var taken = 0;
        string[] rest =
        [
            "2026-05-07 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-06-04 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-07-02 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-08-06 09:00|09:30|Forbedringsmøte|Møterom 2",
        ];
        await ShouldShowAsync(["2026-04-02 09:00|09:30|Forbedringsmøte|Møterom 2", .. rest]);

        await MoveAsync("2026-04-07", "10:15", "Kantina");
        await ShouldShowAsync(["2026-04-07 10:15|10:45|Forbedringsmøte|Kantina", .. rest]);
        await ActAsync("avlys", ("reason", "Mange er borte"));
        await ShouldShowAsync(rest);
        // Called off twice is once: nobody is told again.
        await ActAsync("avlys", ("reason", "Mange er borte"));
        (await Series.FilesAsync(app, fjord.Kari.Id)).Count.ShouldBe(taken);
        await ActAsync("gjenopprett");
        await ShouldShowAsync(["2026-04-07 10:15|10:45|Forbedringsmøte|Kantina", .. rest]);
        await MoveAsync("2026-04-08", "08:00", "Kantina");
        await ActAsync("avlys");
        await ShouldShowAsync(rest);
        await ActAsync("gjenopprett");
        await ShouldShowAsync(["2026-04-08 08:00|08:30|Forbedringsmøte|Kantina", .. rest]);

        // What is sent whole later tells the same, also to a calendar that has heard nothing before.
        var newcomer = await fjord.PersonAsync("Ny Nils", fjord.Team, UnitRole.Employee);
        await KeepAsync(app);
        using var fresh = new Khal();
        await fresh.TakeAsync((await Series.FilesAsync(app, newcomer.Id)).Single().Content);
        (await fresh.ShowAsync(From, To)).ShouldBe(["2026-04-08 08:00|08:30|Forbedringsmøte|Kantina", .. rest]);

        async Task ShouldShowAsync(string[] days)
        {
            var files = await Series.FilesAsync(app, fjord.Kari.Id);
            files.Count.ShouldBeGreaterThan(taken);
            foreach (var file in files.Skip(taken))
            {
                await calendar.TakeAsync(file.Content);
            }
            taken = files.Count;
            (await calendar.ShowAsync(From, To)).ShouldBe(days);
        }

        async Task MoveAsync(string day, string time, string place) =>
            await ActAsync("flytt", ("day", day), ("time", time), ("minutes", "30"), ("place", place), ("video", ""));

        async Task ActAsync(string act, params (string, string)[] fields)
        {
            // Messages of one instant come in no order.
            app.Time.Advance(TimeSpan.FromSeconds(1));
            var page = await leader.OpenAsync("/moter");
            var after = await leader.PostAsync(page, $"/moter/{meeting}/{act}", fields);
            after.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory, EachDatabase]
    public async Task A_calendar_follows_another_rhythm_and_the_end(DatabaseKind kind)
    {
        if (Khal.Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await Series.MakeAsync(leader, fjord.Team);
        var july = await app.InStorageAsync(storage =>
            storage.Meetings.OrderBy(row => row.SlotAt).Skip(3).Select(row => row.Id).FirstAsync()
        );
        // Messages of one instant come in no order.
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await leader.PostAsync(
            page,
            $"/moter/{july}/flytt",
            ("day", "2026-07-03"),
            ("time", "09:00"),
            ("minutes", "30"),
            ("place", "Møterom 2"),
            ("video", "")
        );
        app.Time.Advance(TimeSpan.FromSeconds(1));
        page = await (await leader.OpenAsync(page.Path)).FollowAsync("Ny rytme eller nytt klokkeslett");
        page = await page.Fill("Fra og med", "2026-05-20").Fill("Hvor ofte?", "four-weekly").PressAsync("Endre møtene");
        using var calendar = new Khal();
        foreach (var file in await Series.FilesAsync(app, fjord.Kari.Id))
        {
            await calendar.TakeAsync(file.Content);
        }

        (await calendar.ShowAsync(From, new DateOnly(2026, 7, 31))).ShouldBe([
            "2026-04-02 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-05-07 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-05-20 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-06-17 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-07-03 09:00|09:30|Forbedringsmøte|Møterom 2",
            "2026-07-15 09:00|09:30|Forbedringsmøte|Møterom 2",
        ]);
        var before = (await Series.FilesAsync(app, fjord.Kari.Id)).Count;
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await page.Fill("Ingen møter fra og med", "2026-03-02").PressAsync("Avslutt");
        var last = (await Series.FilesAsync(app, fjord.Kari.Id)).Skip(before).ToList();
        last.Count.ShouldBe(1);
        Encoding.UTF8.GetString(last[0].Content).ShouldContain("METHOD:CANCEL");
        await calendar.TakeAsync(last[0].Content);
        (await calendar.ShowAsync(From, new DateOnly(2026, 12, 31))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Each_is_told_once_in_their_language_and_gets_a_file_of_their_own()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await app.InStorageAsync(storage =>
            storage
                .Users.Where(person => person.Id == fjord.Kari.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(person => person.Language, "nn"))
        );
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team);

        var message = (await Series.MessagesAsync(app, fjord.Kari.Id)).ShouldHaveSingleItem();
        message.Subject.ShouldBe("Invitasjon: Forbedringsmøte");
        message.Parts!.ShouldContain("Første torsdag kvar månad kl. 09:00, 30 minutt.");
        message.Parts!.ShouldContain("Stad: Møterom 2");
        var file = (await Series.FilesAsync(app, fjord.Kari.Id)).Single();
        file.ContentType.ShouldBe("text/calendar; method=REQUEST; charset=utf-8");
        var text = Encoding.UTF8.GetString(file.Content).Replace("\r\n ", "", StringComparison.Ordinal);
        text.ShouldContain($":mailto:{fjord.Kari.Email}");
        text.ShouldNotContain(fjord.Colleague.Email);
        // Nobody leads the team itself: whoever leads it from above is asked too.
        (await Series.MessagesAsync(app, fjord.Leader.Id)).Count.ShouldBe(1);
        (await Series.MessagesAsync(app, fjord.Director.Id)).ShouldBeEmpty();
        (await Series.MessagesAsync(app, fjord.Outsider.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guest_without_an_account_is_told_by_mail_alone()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team);
        var meeting = await Series.FirstMeetingAsync(app);
        var page = await leader.OpenAsync($"/moter/{meeting}/inviterte");

        page = await page.Fill("E-postadresse (valgfritt)", "per@eiendom.example")
            .Fill("Navn, for en som ikke har konto (valgfritt)", "Per Arne")
            .PressAsync("Inviter");

        page.Text.ShouldContain("Per Arne, gjest");
        var told = (await Series.MessagesAsync(app, person: null)).ShouldHaveSingleItem();
        (told.Address, told.Subject).ShouldBe(("per@eiendom.example", "Invitasjon: Forbedringsmøte"));
        told.Parts!.ShouldNotContain("/moter/");
        // Messages of one instant come in no order.
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await page.PressAsync("Ta bort Per Arne");
        var files = await Series.FilesAsync(app, person: null);
        Encoding.UTF8.GetString(files[1].Content).ShouldContain("METHOD:CANCEL");
    }

    [Fact]
    public async Task One_says_whether_one_comes_and_only_for_oneself()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team);
        var meeting = await Series.FirstMeetingAsync(app);
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/moter/{meeting}/inviterte");

        page = await page.PressAsync("Kommer ikke");
        page.TextOf("Kommer du?").ShouldContain("Du har sagt at du ikke kommer.");
        page = await page.PressAsync("Kommer");
        page.TextOf("Kommer du?").ShouldContain("Du har sagt at du kommer.");

        (await kari.PostAsync(page, $"/moter/{meeting}/inviterte/gjest", ("guest", "Ola"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        using var director = app.As(fjord.Director);
        var own = await director.OpenAsync($"/moter/{meeting}/inviterte");
        own.HasButton("Kommer").ShouldBeFalse();
        (await director.PostAsync(own, $"/moter/{meeting}/inviterte/svar", ("comes", "ja"))).Text.ShouldContain(
            "Du er ikke invitert til dette møtet. Spør den som leder det."
        );
    }

    [Theory, EachDatabase]
    public async Task Day_by_day_meetings_are_planned_and_nobody_is_told_twice(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team, "weekly");
        for (var day = 0; day < 60; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
            await Task.WhenAll(KeepAsync(app), KeepAsync(app));
        }

        var slots = await app.InStorageAsync(storage => storage.Meetings.Select(row => row.SlotAt).ToListAsync());
        // Thirteen ahead on 1 May, and the five that were.
        slots.Count.ShouldBe(18);
        slots.Distinct().Count().ShouldBe(slots.Count);
        (await Series.MessagesAsync(app, fjord.Kari.Id)).Count.ShouldBe(1);
    }

    private static async Task KeepAsync(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeepSeries>().KeepAsync(TestContext.Current.CancellationToken);
    }
}

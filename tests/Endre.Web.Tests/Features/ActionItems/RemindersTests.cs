using System.Globalization;
using Endre.Domain.ActionItems;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Features.ActionItems.RemindOwners;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Messages;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.WeeklyMessages;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.ActionItems;

/// <summary>Who is told what of action items, on which day; and that nobody is told twice.</summary>
public sealed class RemindersTests
{
    [Theory, EachDatabase]
    public async Task Four_weeks_day_by_day(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Database = kind, Now = new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero) }.Still()
        );
        var fjord = await Fjord.OnAsync(app);
        await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Merke plassen", "2026-03-05");
        var list = await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Henge opp lista", "2026-03-16");

        for (var day = 0; day < 30; day++)
        {
            // Several times a day, before seven and on days off too.
            app.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 5, 30, 0, TimeSpan.Zero).AddDays(day));
            await app.RoundAsync();
            app.Time.Advance(TimeSpan.FromHours(2.5));
            await app.RoundAsync();
            app.Time.Advance(TimeSpan.FromHours(3));
            await app.RoundAsync();
            if (app.Today() == new DateOnly(2026, 3, 16))
                await app.DoAsync(list, new FinishActionItem("Den henger"), fjord.Kari.Id);
        }

        (await ToldAsync(app, fjord.Kari, RemindOwners.Kind)).ShouldBe([
            "2026-03-05 Tiltak: Merke plassen | Frist i dag",
            "2026-03-06 Tiltak: Merke plassen | Over fristen",
            "2026-03-13 2 tiltak å se på | Over fristen, Fristen er nær",
            "2026-03-16 Tiltak: Henge opp lista | Frist i dag",
            "2026-03-20 Tiltak: Merke plassen | Løftet til lederen, fordi fristen er lenge siden",
            "2026-03-30 Tiltak: Henge opp lista | Virket det?",
        ]);
        (await ToldAsync(app, fjord.Leader, WriteWeekly.Kind)).ShouldBe([
            "2026-03-23 1 ting venter på svar fra deg | Tiltak i Team nord, 18 dager over fristen",
            "2026-03-30 1 ting venter på svar fra deg | Tiltak i Team nord, 25 dager over fristen",
        ]);
        var all = await app.InStorageAsync(database => database.Messages.CountAsync());
        all.ShouldBe(8);
    }

    [Fact]
    public async Task A_machine_that_was_off_tells_what_still_holds_once()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Merke plassen", "2026-03-09");
        await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Kjøpe teip", "2026-03-11");

        // Off from Tuesday to Thursday the week after: two warnings, a last day and a reminder were missed.
        app.Time.SetUtcNow(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));
        (await app.RemindAsync()).ShouldBe(1);
        (await app.RemindAsync()).ShouldBe(0);

        (await ToldAsync(app, fjord.Kari, RemindOwners.Kind)).ShouldBe(["2026-03-12 2 tiltak å se på | Over fristen"]);
    }

    [Fact]
    public async Task Whoever_is_away_or_has_left_is_told_nothing_and_on_coming_back_how_it_stands()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await app.MakeItemAsync(fjord.Department, fjord.Leader.Id, "Ringe eiendom", "2026-03-05");
        await app.MakeItemAsync(fjord.Team, fjord.Colleague.Id, "Merke plassen", "2026-03-05");
        var left = app.Time.GetUtcNow();
        await app.InStorageAsync(async database =>
        {
            database.Add(
                new AbsenceRow
                {
                    PersonId = fjord.Leader.Id,
                    Since = new DateOnly(2026, 3, 4),
                    Until = new DateOnly(2026, 3, 9),
                }
            );
            await database
                .Users.Where(person => person.Id == fjord.Colleague.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(person => person.DeactivatedAt, left));
            return await database.SaveChangesAsync();
        });

        for (var day = 0; day < 10; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
            await app.RemindAsync();
        }

        (await ToldAsync(app, fjord.Leader, RemindOwners.Kind)).ShouldBe([
            "2026-03-10 Tiltak: Ringe eiendom | Over fristen",
        ]);
        (await ToldAsync(app, fjord.Colleague, RemindOwners.Kind)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Easter_passes_in_silence_and_a_new_owner_gets_the_next_one()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Now = new DateTimeOffset(2026, 3, 30, 7, 0, 0, TimeSpan.Zero) }.Still()
        );
        var fjord = await Fjord.OnAsync(app);
        var item = await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Merke plassen", "2026-04-04");
        for (var day = 0; day < 17; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
            await app.RemindAsync();
            if (app.Today() == new DateOnly(2026, 4, 8))
                await app.DoAsync(item, new ReplaceOwner(fjord.Kari.Id, fjord.Colleague.Id), fjord.Leader.Id);
        }

        (await ToldAsync(app, fjord.Kari, RemindOwners.Kind)).ShouldBe([
            "2026-04-01 Tiltak: Merke plassen | Siste arbeidsdag før fristen",
            "2026-04-07 Tiltak: Merke plassen | Over fristen",
        ]);
        (await ToldAsync(app, fjord.Colleague, RemindOwners.Kind)).ShouldBe([
            "2026-04-14 Tiltak: Merke plassen | Over fristen",
        ]);
    }

    [Fact]
    public async Task What_is_given_back_is_told_with_the_leaders_words_and_everybody_in_their_language()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        var item = await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Merke plassen", "2026-03-20");
        await app.InStorageAsync(database =>
            database
                .Users.Where(person => person.Id == fjord.Kari.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(person => person.Language, "nn"))
        );
        await app.DoAsync(
            item,
            new GiveBackActionItem("Ring vaktmesteren først", new DateOnly(2026, 3, 27)),
            fjord.Leader.Id
        );
        app.Time.Advance(TimeSpan.FromDays(1));
        await app.RemindAsync();
        app.Time.Advance(TimeSpan.FromDays(1));
        await app.RemindAsync();

        var message = (await app.MessagesAsync(fjord.Kari.Id, RemindOwners.Kind)).ShouldHaveSingleItem();
        message
            .LinksOf()
            .ShouldHaveSingleItem()
            .Text.ShouldBe("Merke plassen – frist 27. mars 2026. Beskjed: Ring vaktmesteren først");
        message.Language.ShouldBe("nn");
    }

    [Fact]
    public async Task The_clock_makes_the_rounds_by_itself()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Merke plassen", "2026-03-03");
        app.Time.Advance(TimeSpan.FromDays(1));
        List<Endre.Storage.Messages.MessageRow> told;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((told = await app.MessagesAsync(fjord.Kari.Id, RemindOwners.Kind)).Count == 0)
        {
            await Task.Delay(20, patience.Token);
            app.Time.Advance(ReminderClock.Rest);
        }
        told.ShouldHaveSingleItem().Subject.ShouldBe("Tiltak: Merke plassen");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_nodes_at_the_same_instant_tell_everything_once(DatabaseKind kind)
    {
        await using var storage = await TestDatabase.UpgradedAsync(kind);
        await using var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage }.Still());
        // SQLite belongs to one program; there, two rounds at once are the nearest there is.
        await using var second =
            kind == DatabaseKind.Postgres
                ? await AppUnderTest.StartAsync(new AppSetup { Storage = storage }.Still())
                : null;
        var other = second ?? first;
        var fjord = await Fjord.OnAsync(first);
        var owners = new List<Guid>();
        for (var at = 0; at < 12; at++)
        {
            var owner = await fjord.PersonAsync($"Ansvarlig {at}", fjord.Team, UnitRole.Employee);
            owners.Add(owner.Id);
            await first.MakeItemAsync(fjord.Team, owner.Id, $"Ta imot {at}", "2026-03-03");
        }
        first.Time.Advance(TimeSpan.FromDays(1));
        if (second is not null)
            second.Time.Advance(TimeSpan.FromDays(1));

        var written = await Task.WhenAll(
            Task.Run(first.RemindAsync, TestContext.Current.CancellationToken),
            Task.Run(other.RemindAsync, TestContext.Current.CancellationToken),
            Task.Run(first.RemindAsync, TestContext.Current.CancellationToken),
            Task.Run(other.RemindAsync, TestContext.Current.CancellationToken)
        );

        written.Sum().ShouldBe(owners.Count);
        foreach (var owner in owners)
            (await first.MessagesAsync(owner, RemindOwners.Kind)).ShouldHaveSingleItem();
        (await first.InStorageAsync(database => database.ToldReminders.CountAsync())).ShouldBe(owners.Count);
    }

    private static async Task<List<string>> ToldAsync(AppUnderTest app, TestPerson person, MessageKind kind) =>
        (await app.MessagesAsync(person.Id, kind)).ConvertAll(message =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{message.CreatedAt:yyyy-MM-dd} {message.Subject} | {string.Join(", ", message.HeadingsOf())}"
            )
        );
}

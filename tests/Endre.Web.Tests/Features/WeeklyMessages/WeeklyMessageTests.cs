using System.Net;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Messages;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.WeeklyMessages;

/// <summary>Who gets the weekly message, when, and what stands in it.</summary>
public sealed class WeeklyMessageTests
{
    [Fact]
    public async Task At_most_five_the_easy_first_and_how_many_more_wait()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        for (var at = 0; at < 12; at++)
            await fjord.SayAsync(fjord.Kari, "Med navn", $"Plunder nummer {at}");
        (await app.WriteWeeklyAsync()).ShouldBe(1);

        var message = (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind)).ShouldHaveSingleItem();
        message.Subject.ShouldBe("12 ting venter på svar fra deg");
        message.HeadingsOf().Count.ShouldBe(5);
        LetterJson.Read(message.Parts).ShouldContain(part => part.Text == "Og 7 til venter.");
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync("/ukens-melding");
        page.Text.ShouldContain("Og 7 til venter.");
        LetterJson
            .Read(message.Parts)
            .Where(part => part.Kind == LetterPartKind.Quote)
            .ShouldAllBe(part => page.Text.Contains(part.Text, StringComparison.Ordinal));
        page = await page.FollowAsync("Vis alle");
        page.Text.ShouldContain("Plunder nummer 11");
        page.Text.ShouldContain("Plunder nummer 0");
        // Nobody else got anything, and the same round again writes nothing.
        (await app.WriteWeeklyAsync()).ShouldBe(0);
        (await app.InStorageAsync(database => database.Messages.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_week_without_anything_to_decide_has_no_message_later_in_it_either()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        (await app.WriteWeeklyAsync()).ShouldBe(0);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        app.Time.Advance(TimeSpan.FromDays(2));
        (await app.WriteWeeklyAsync()).ShouldBe(0);
        app.Time.Advance(TimeSpan.FromDays(5));
        (await app.WriteWeeklyAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_deputy_gets_it_while_the_leader_is_away_and_the_leader_on_coming_back()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        var deputy = await fjord.PersonAsync("Dina Stedfortreder", fjord.Department, UnitRole.Deputy);
        await app.InStorageAsync(async database =>
        {
            database.Add(
                new AbsenceRow
                {
                    PersonId = fjord.Leader.Id,
                    Since = new DateOnly(2026, 3, 1),
                    Until = new DateOnly(2026, 3, 3),
                }
            );
            return await database.SaveChangesAsync();
        });
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        await app.WriteWeeklyAsync();
        (await app.MessagesAsync(deputy.Id, WriteWeekly.Kind)).ShouldHaveSingleItem();
        (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind)).ShouldBeEmpty();

        for (var day = 0; day < 7; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
            await app.WriteWeeklyAsync();
        }
        (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind))
            .Select(message => message.CreatedAt.Day)
            .ShouldBe([4, 9]);
        (await app.MessagesAsync(deputy.Id, WriteWeekly.Kind)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task On_Easter_Monday_it_comes_on_Tuesday_and_in_July_not_at_all()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Now = new DateTimeOffset(2026, 4, 3, 7, 0, 0, TimeSpan.Zero) }.Still()
        );
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        for (var day = 0; day < 6; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
            await app.WriteWeeklyAsync();
        }
        (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind))
            .Select(message => DateOnly.FromDateTime(message.CreatedAt.UtcDateTime))
            .ShouldBe([new DateOnly(2026, 4, 7)]);

        app.Time.SetUtcNow(new DateTimeOffset(2026, 6, 30, 7, 0, 0, TimeSpan.Zero));
        for (var day = 0; day < 36; day++)
        {
            app.Time.SetUtcNow(app.Time.GetUtcNow().AddDays(1));
            await app.WriteWeeklyAsync();
        }
        (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind))
            .Select(message => DateOnly.FromDateTime(message.CreatedAt.UtcDateTime))
            .ShouldBe([new DateOnly(2026, 4, 7), new DateOnly(2026, 8, 3)]);
    }

    [Fact]
    public async Task A_leader_chooses_the_time_and_gets_it_then()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Now = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero) }.Still()
        );
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        using var leader = app.As(fjord.Leader);
        var page = await (await leader.OpenAsync("/plunder/a-svare")).FollowAsync("Få det som venter, en gang i uka");
        page.ValueOf("Dag").ShouldBe("1");
        var refused = await leader.PostAsync(page, "/ukens-melding", ("day", "7"), ("hour", "9"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Velg en dag fra mandag til fredag.");
        refused.ValueOf("Klokkeslett").ShouldBe("9");
        refused = await leader.PostAsync(page, "/ukens-melding", ("day", "2"), ("hour", "16"));
        refused.Messages.ShouldContain("Velg et klokkeslett fra 7:30 til 15:30.");
        page = await page.Fill("Dag", "3").Fill("Klokkeslett", "12").PressAsync("Lagre");
        page.Text.ShouldContain("Det er lagret.");

        foreach (var (hours, count) in new[] { (3, 0), (48, 0), (3, 1), (2, 1) })
        {
            app.Time.Advance(TimeSpan.FromHours(hours));
            await app.WriteWeeklyAsync();
            (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind)).Count.ShouldBe(count);
        }
    }

    [Fact]
    public async Task A_leader_who_does_without_it_answers_in_the_app_just_as_well()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync("/ukens-melding");
        page = await page.Tick("Ikke send meg ukens melding").PressAsync("Lagre");
        page.ValueOf("Ikke send meg ukens melding").ShouldBe("true");
        (await app.WriteWeeklyAsync()).ShouldBe(0);

        page = await page.FollowAsync("Gjør vi ikke: Heisen er borte hver natt");
        page = await page.PressAsync("Ja, send svaret");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await page.Fill("Hvorfor ikke?", "Heisen er solgt").PressAsync("Ja, send svaret");
        page.Text.ShouldContain("Svaret er sendt.");
        page.Text.ShouldContain("Ingenting venter på deg nå.");
        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync("/ukens-melding")).HasButton("Lagre").ShouldBeFalse();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_nodes_at_the_same_instant_write_it_once(DatabaseKind kind)
    {
        await using var storage = await TestDatabase.UpgradedAsync(kind);
        await using var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage }.Still());
        await using var second =
            kind == DatabaseKind.Postgres
                ? await AppUnderTest.StartAsync(new AppSetup { Storage = storage }.Still())
                : null;
        var other = second ?? first;
        var fjord = await Fjord.OnAsync(first);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        for (var at = 0; at < 6; at++)
            await fjord.PersonAsync($"Leder {at}", fjord.Team, UnitRole.Leader);

        var written = await Task.WhenAll(
            Task.Run(first.WriteWeeklyAsync, TestContext.Current.CancellationToken),
            Task.Run(other.WriteWeeklyAsync, TestContext.Current.CancellationToken),
            Task.Run(first.WriteWeeklyAsync, TestContext.Current.CancellationToken),
            Task.Run(other.WriteWeeklyAsync, TestContext.Current.CancellationToken)
        );

        var told = await first.InStorageAsync(database => database.Messages.CountAsync());
        told.ShouldBe(6);
        written.Sum().ShouldBe(6);
        (await first.InStorageAsync(database => database.DecisionLinks.CountAsync())).ShouldBe(6 * 4);
    }

    [Fact]
    public async Task Words_that_are_taken_back_leave_the_messages_that_repeat_them()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        await app.WriteWeeklyAsync();
        await app.InStorageAsync(database =>
            database.Messages.ExecuteUpdateAsync(to => to.SetProperty(message => message.Mail, "sent"))
        );
        var hassle = await app.InStorageAsync(database => database.Hassles.Select(row => row.Id).SingleAsync());
        await app.InStorageAsync(database =>
            database.DoWithHassleAsync(hassle, new Domain.Hassles.WithdrawHassle(), app.Today(), CancellationToken.None)
        );
        await app.WriteWeeklyAsync();
        (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind)).ShouldHaveSingleItem().Parts.ShouldBeNull();
    }
}

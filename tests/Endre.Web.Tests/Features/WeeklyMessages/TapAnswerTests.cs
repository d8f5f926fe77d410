using System.Net;
using Endre.Domain.ActionItems;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Messages;
using Endre.Testing;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.WeeklyMessages;

/// <summary>An answer from the weekly message: by a link, confirmed on a page, once, as the leader and as nobody else.</summary>
public sealed class TapAnswerTests
{
    [Theory, EachDatabase]
    public async Task A_leader_answers_by_the_link_without_signing_in_and_once(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind }.Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var links = await LinksAsync(app, fjord.Leader);
        links.Keys.ShouldBe(["Gjør vi", "Gjør vi ikke", "Trenger mer", "Løftes opp"]);

        using var phone = app.Browser();
        var page = await phone.OpenAsync(links["Gjør vi"]);
        page.Heading.ShouldBe("Gjør vi");
        page.Text.ShouldContain("Heisen er borte hver natt");
        page.Text.ShouldContain("Du svarer at dere gjør noe med det.");
        page.Text.ShouldContain(
            "Den som sa fra og enheten (Team nord) ser svaret. Navnet ditt, Lise Leder, står ved det."
        );
        page = await page.Fill("Vil du legge til noe? (valgfritt)", "Vi merker plassen").PressAsync("Ja, send svaret");
        page.Heading.ShouldBe("Svaret er sendt");

        var hassle = await app.InStorageAsync(database => database.Hassles.SingleAsync());
        hassle.State.ShouldBe("will-do");
        var message = await app.InStorageAsync(database => database.HassleMessages.SingleAsync());
        (message.Text, message.PersonId).ShouldBe(("Vi merker plassen", fjord.Leader.Id));
        (await phone.OpenAsync(links["Gjør vi"])).Heading.ShouldBe("Svaret er sendt");
        var other = await phone.OpenAsync(links["Gjør vi ikke"]);
        other.Heading.ShouldBe("Dette venter ikke på deg lenger");
        other.AddressOf("Åpne saken i stedet").ShouldBe($"/plunder/{hassle.Id}");
        // Pressed again from a page that was left open.
        using var tablet = app.Browser();
        (await app.InStorageAsync(database => database.HassleMessages.CountAsync())).ShouldBe(1);
        (await tablet.OpenAsync($"/plunder/{hassle.Id}")).Path.ShouldStartWith("/logg-inn");
    }

    [Fact]
    public async Task Looking_decides_nothing_whoever_looks_and_however()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var links = await LinksAsync(app, fjord.Leader);
        using var scanner = app.Api();
        scanner.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch");
        foreach (var link in links.Values)
        {
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Options, HttpMethod.Post })
            {
                using var request = new HttpRequestMessage(method, link);
                using var answer = await scanner.SendAsync(request, TestContext.Current.CancellationToken);
                var looks = method == HttpMethod.Head || method == HttpMethod.Get;
                (answer.StatusCode == HttpStatusCode.OK).ShouldBe(looks);
                if (!looks)
                    continue;
                answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
                answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
                answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            }
        }
        (await app.InStorageAsync(database => database.Hassles.SingleAsync())).State.ShouldBe("waiting");
        (await app.InStorageAsync(database => database.DecisionLinks.CountAsync(link => link.UsedAt != null))).ShouldBe(
            0
        );
        foreach (var token in links.Values.Select(link => link[6..]))
            app.Log.All.ShouldNotContain(line => line.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Gjør vi ikke", "Hvorfor ikke?", "will-not")]
    [InlineData("Trenger mer", "Hva trenger dere å vite?", "needs-more")]
    public async Task What_needs_words_is_not_sent_without_and_what_was_typed_stays(
        string choice,
        string label,
        string state
    )
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Anonym", "Heisen er borte hver natt");
        var links = await LinksAsync(app, fjord.Leader);
        using var phone = app.Browser();

        var page = await (await phone.OpenAsync(links[choice])).Fill(label, " ").PressAsync("Ja, send svaret");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldNotBeEmpty();
        page = await page.Fill(label, "Pasienten har 12345678901 nei").PressAsync("Ja, send svaret");
        if (page.Status == HttpStatusCode.UnprocessableEntity)
        {
            page.ValueOf(label).ShouldContain("nei");
            page = await page.Fill(label, "Vi har ikke råd i år").PressAsync("Ja, send svaret");
        }
        page.Heading.ShouldBe("Svaret er sendt");
        (await app.InStorageAsync(database => database.Hassles.SingleAsync())).State.ShouldBe(state);
    }

    [Fact]
    public async Task A_lifted_hassle_goes_up_and_waits_in_the_directors_message_the_week_after()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var links = await LinksAsync(app, fjord.Leader);
        using var phone = app.Browser();
        var page = await phone.OpenAsync(links["Løftes opp"]);
        page.Text.ShouldContain("Du løfter det opp til Dag Direktør");
        (await page.PressAsync("Ja, send svaret")).Heading.ShouldBe("Svaret er sendt");

        app.Time.Advance(TimeSpan.FromDays(7));
        var lifted = await LinksAsync(app, fjord.Director);
        lifted.Keys.ShouldBe(["Gjør vi", "Gjør vi ikke", "Trenger mer"]);
    }

    [Fact]
    public async Task A_lifted_action_item_gets_a_new_day_or_goes_back_or_ends_and_whether_it_worked_is_told()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Now = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero) }.Still()
        );
        var fjord = await Fjord.OnAsync(app);
        var late = await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Merke plassen", "2026-01-06");
        var back = await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Kjøpe teip", "2026-01-07");
        var over = await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Male veggen", "2026-01-08");
        var done = await app.MakeItemAsync(fjord.Team, fjord.Kari.Id, "Henge opp lista", "2026-01-09");
        await app.DoAsync(done, new FinishActionItem("Den henger"), fjord.Kari.Id);
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 2, 8, 0, 0, TimeSpan.Zero));
        await app.WriteWeeklyAsync();
        var message = (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind)).ShouldHaveSingleItem();
        message.Subject.ShouldBe("4 ting venter på svar fra deg");
        message.HeadingsOf()[0].ShouldBe("Tiltak i Team nord er gjort. Virket det?");
        message.HeadingsOf()[1].ShouldBe("Tiltak i Team nord, 27 dager over fristen");
        var links = message.LinksOf();
        using var phone = app.Browser();

        // The easy first, then the one that has waited longest.
        async Task TapAsync(int at, string label, string? field = null, string? words = null)
        {
            links[at].Text.ShouldBe(label);
            var page = await phone.OpenAsync(links[at].To!);
            if (field is not null)
                page.Fill(field, words!);
            (await page.PressAsync("Ja, send svaret")).Heading.ShouldBe("Svaret er sendt");
        }
        await TapAsync(1, "Delvis", "Hvordan ser dere det? (valgfritt)", "Tre av fem");
        await TapAsync(4, "Ny frist om 14 dager");
        await TapAsync(8, "Gi tilbake med beskjed", "Hva vil du si?", "Ring meg");
        await TapAsync(12, "Blir ikke noe av", "Hvorfor ikke?", "Veggen rives");

        async Task<Storage.ActionItems.ActionItemRow> RowAsync(Guid id) =>
            await app.InStorageAsync(database => database.ActionItems.SingleAsync(row => row.Id == id));
        (await RowAsync(done)).Effect.ShouldBe("partly");
        (await RowAsync(late)).DueOn.ShouldBe(new DateOnly(2026, 2, 16));
        (await RowAsync(back)).DueOn.ShouldBe(new DateOnly(2026, 2, 9));
        ((await RowAsync(over)).State, (await RowAsync(over)).Ending).ShouldBe(("dropped", "Veggen rives"));
        (await phone.OpenAsync(links[6].To!)).Heading.ShouldBe("Dette venter ikke på deg lenger");
        app.Time.Advance(TimeSpan.FromDays(7));
        (await app.WriteWeeklyAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_that_is_too_old_or_forged_or_whose_holder_has_left_or_is_locked_out_does_nothing()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var links = await LinksAsync(app, fjord.Leader);
        using var phone = app.Browser();
        var open = await phone.OpenAsync(links["Gjør vi"]);

        var forged =
            links["Gjør vi"][..^4] + (links["Gjør vi"].EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        (await phone.OpenAsync(forged)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await phone.OpenAsync("/svar/x")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await phone.OpenAsync($"/svar/{new string('a', 5000)}")).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task ShouldBeOverAsync(string heading)
        {
            (await open.PressAsync("Ja, send svaret")).Heading.ShouldBe(heading);
            (await phone.OpenAsync(links["Gjør vi"])).Heading.ShouldBe(heading);
            (await app.InStorageAsync(database => database.Hassles.SingleAsync())).State.ShouldBe("waiting");
        }
        var soon = app.Time.GetUtcNow().AddHours(1);
        await SetAsync(app, fjord.Leader, person => person.LockoutEnd = soon);
        await ShouldBeOverAsync("Lenken virker ikke lenger");
        await SetAsync(app, fjord.Leader, person => person.LockoutEnd = null);
        await SetAsync(app, fjord.Leader, person => person.DeactivatedAt = soon);
        await ShouldBeOverAsync("Lenken virker ikke lenger");
        await SetAsync(app, fjord.Leader, person => person.DeactivatedAt = null);

        // Leads the unit no more.
        await app.InStorageAsync(database =>
            database.Memberships.Where(place => place.PersonId == fjord.Leader.Id).ExecuteDeleteAsync()
        );
        await ShouldBeOverAsync("Dette venter ikke på deg lenger");
        await fjord.BecomeAsync(fjord.Leader.Id, fjord.Department, UnitRole.Leader);

        app.Time.Advance(TimeSpan.FromDays(14));
        await ShouldBeOverAsync("Lenken virker ikke lenger");
    }

    [Fact]
    public async Task What_another_has_moved_or_answered_meanwhile_is_not_answered_by_an_old_link()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var hassle = await app.InStorageAsync(database => database.Hassles.Select(row => row.Id).SingleAsync());
        var links = await LinksAsync(app, fjord.Leader);
        using var phone = app.Browser();
        var open = await phone.OpenAsync(links["Gjør vi"]);

        // The writer adds something: the leader has not seen it.
        await app.InStorageAsync(database =>
            database.DoWithHassleAsync(
                hassle,
                new Domain.Hassles.ReplyToHassle("Nå er den funnet", 0),
                app.Today(),
                CancellationToken.None
            )
        );
        var refused = await open.PressAsync("Ja, send svaret");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.HasLink("Åpne saken i stedet").ShouldBeTrue();

        await app.InStorageAsync(database =>
            database.DoWithHassleAsync(
                hassle,
                new Domain.Hassles.Answering.MoveHassle(fjord.Leader.Id, fjord.Neighbor),
                app.Today(),
                CancellationToken.None
            )
        );
        (await open.PressAsync("Ja, send svaret")).Heading.ShouldBe("Dette venter ikke på deg lenger");
        (await app.InStorageAsync(database => database.DecisionLinks.CountAsync(link => link.UsedAt != null))).ShouldBe(
            0
        );
    }

    internal static async Task<IReadOnlyDictionary<string, string>> LinksAsync(AppUnderTest app, TestPerson leader)
    {
        await app.WriteWeeklyAsync();
        MessageRow message = (await app.MessagesAsync(leader.Id, WriteWeekly.Kind)).Last();
        return message.LinksOf().ToDictionary(link => link.Text, link => link.To!);
    }

    private static Task SetAsync(AppUnderTest app, TestPerson person, Action<Storage.People.Person> change) =>
        app.InStorageAsync(async database =>
        {
            change(await database.Users.SingleAsync(row => row.Id == person.Id));
            return await database.SaveChangesAsync();
        });
}

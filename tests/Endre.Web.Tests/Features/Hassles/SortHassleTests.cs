using System.Net;
using Endre.Domain.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>Merged, taken apart, moved: counts and threads stay true, and nobody sees more than was promised.</summary>
public sealed class SortHassleTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private const string List = "/plunder/a-svare";

    private Fjord Fjord => shared.Fjord;

    private AppUnderTest App => shared.App;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_that_are_the_same_are_answered_as_one_and_counted_as_two()
    {
        var (first, second) = (ClaimCode.New(), ClaimCode.New());
        var into = await shared.SaidAsync("Skriveren er tom", speaker: Speaker.Anonymous, code: first);
        var same = await shared.SaidAsync("Ikke toner i skriveren", speaker: Speaker.Anonymous, code: second);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{same}");
        page = await page.Fill("Det samme som", into.ToString()).PressAsync("Slå sammen");
        page.Path.ShouldStartWith($"/plunder/{into}");
        page.Text.ShouldContain("De er slått sammen.");
        page.TextOf("Slått sammen med denne").ShouldContain("Ikke toner i skriveren");

        var list = await leader.OpenAsync(List);
        list.Text.ShouldContain("1 venter på deg.");
        list.Text.ShouldContain("Sagt av 2");
        var all = await leader.OpenAsync("/plunder");
        all.Text.ShouldContain("Sagt 2");
        all.Text.ShouldNotContain("Ikke toner");
        await list.PressAsync("Gjør vi: Skriveren er tom");

        using var stranger = App.Browser();
        foreach (var code in new[] { first, second })
        {
            var own = await shared.WithCodeAsync(stranger, code);
            own.Text.ShouldContain("Gjør vi");
            own.Text.ShouldContain("Lise Leder");
        }
        // The other's words are the other's.
        (await shared.WithCodeAsync(stranger, second)).Text.ShouldNotContain("Skriveren er tom");
        (await App.InStorageAsync(d => d.Hassles.CountAsync(row => row.State == "will-do"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_merging_is_taken_back_and_each_waits_by_itself()
    {
        var into = await shared.SaidAsync("Skriveren er tom");
        var same = await shared.SaidAsync("Noe helt annet");
        using var leader = App.As(Fjord.Leader);
        await MergeAsync(leader, same, into);
        var page = await leader.OpenAsync($"/plunder/{into}");
        page = await page.PressAsync("Skill ut igjen: Noe helt annet");
        page.Path.ShouldStartWith($"/plunder/{same}");
        page.Text.ShouldContain("De er skilt igjen.");
        (await leader.OpenAsync(List)).Text.ShouldContain("2 venter på deg.");
        var history = await App.InStorageAsync(database =>
            database
                .HassleEvents.Where(e => e.HassleId == same)
                .OrderBy(e => e.Number)
                .Select(e => e.What)
                .ToListAsync()
        );
        history.ShouldBe(["said", "merged", "split"]);
    }

    [Fact]
    public async Task Who_was_merged_writes_more_and_the_leader_sees_that_it_waits()
    {
        var code = ClaimCode.New();
        var into = await shared.SaidAsync("Skriveren er tom");
        var same = await shared.SaidAsync("Ikke toner", speaker: Speaker.Anonymous, code: code);
        using var leader = App.As(Fjord.Leader);
        await MergeAsync(leader, same, into);
        await (await leader.OpenAsync(List))
            .Fill("Hva trenger dere å vite?", "Hvor?")
            .PressAsync("Send spørsmålet: Skriveren er tom");
        (await leader.OpenAsync(List)).Text.ShouldContain("Ingenting venter på deg nå.");
        using var stranger = App.Browser();
        var own = await shared.WithCodeAsync(stranger, code);
        own.Text.ShouldContain("Slått sammen med noe likt. Svaret kommer her også.");
        own.Text.ShouldContain("Hvor?");
        await own.Fill("Skriv mer", "I gangen").PressAsync("Send");
        (await leader.OpenAsync(List)).Text.ShouldContain("Skriveren er tom");
        var page = await leader.OpenAsync($"/plunder/{into}");
        page.TextOf("Slått sammen med denne").ShouldContain("Har skrevet mer");
        (await leader.OpenAsync($"/plunder/{same}")).Text.ShouldContain("I gangen");
    }

    [Fact]
    public async Task What_the_other_is_withdrawn_from_stands_by_itself_again()
    {
        var code = ClaimCode.New();
        var into = await shared.SaidAsync("Skriveren er tom", speaker: Speaker.Anonymous, code: code);
        var same = await shared.SaidAsync("Ikke toner");
        using var leader = App.As(Fjord.Leader);
        await MergeAsync(leader, same, into);
        using var stranger = App.Browser();
        await (await shared.WithCodeAsync(stranger, code)).PressAsync("Trekk tilbake og slett teksten");
        (await leader.OpenAsync(List)).HasButton("Gjør vi: Ikke toner").ShouldBeTrue();
        var split = await App.InStorageAsync(d =>
            d.HassleEvents.SingleAsync(entry => entry.HassleId == same && entry.What == "split")
        );
        (split.Day, split.PersonId).ShouldBe((null, null), "the day of an anonymous writer is nowhere");
    }

    [Fact]
    public async Task Only_what_the_same_unit_answers_can_be_merged()
    {
        var same = await shared.SaidAsync("Ikke toner");
        var elsewhere = await shared.SaidAsync("Hos skolen", unit: Fjord.Neighbor);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{same}");
        page.Text.ShouldNotContain("Hos skolen");
        foreach (var into in new[] { elsewhere, same, Guid.CreateVersion7() })
        {
            var tried = await leader.PostAsync(page, $"/plunder/{same}/sla-sammen", ("into", into.ToString()));
            tried.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            tried.Messages.Single().ShouldStartWith("Velg en");
        }
        (await leader.PostAsync(page, $"/plunder/{same}/flytt", ("unit", "tull"))).Messages.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Moved_the_receiving_leader_answers_and_the_sender_sees_where_it_went()
    {
        var code = ClaimCode.New();
        var id = await shared.SaidAsync("Gymsalen er låst", 9, speaker: Speaker.Anonymous, code: code);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}");
        page = await page.Fill("Flytt til", Fjord.Neighbor.ToString()).PressAsync("Flytt");
        page.Path.ShouldStartWith(List);
        page.Text.ShouldContain("Det er flyttet");

        using var headmaster = App.As(shared.Headmaster);
        var received = await headmaster.OpenAsync(List);
        // Its age stays, the limit is the receiver's own.
        received.Text.ShouldContain("7 dager igjenSagt for 8 dager sidenFlyttet til Skolen 2. mars 2026");
        received.Text.ShouldContain("Team nord");
        foreach (var who in new[] { Fjord.Kari, Fjord.Leader, Fjord.Union })
        {
            using var sender = App.As(who);
            var seen = await sender.OpenAsync($"/plunder/{id}");
            seen.Text.ShouldContain("Flyttet til Skolen 2. mars 2026", customMessage: who.Name);
            seen.HasButton("Send svaret").ShouldBeFalse(who.Name);
        }
        using var stranger = App.Browser();
        (await shared.WithCodeAsync(stranger, code)).Text.ShouldContain("Flyttet til Skolen");
        await received.Fill("Hva trenger dere å vite?", "Når?").PressAsync("Send spørsmålet: Gymsalen er låst");
        var own = await shared.WithCodeAsync(stranger, code);
        own = await own.Fill("Skriv mer", "Hver kveld").PressAsync("Send");
        own.Text.ShouldContain("Hver kveld");
        received = await headmaster.OpenAsync(List);
        await received.PressAsync("Gjør vi: Gymsalen er låst");
        (await shared.WithCodeAsync(stranger, code)).Text.ShouldContain("Rita Rektor");
    }

    [Fact]
    public async Task The_name_is_not_moved_with_it_and_the_sender_s_leader_still_has_it()
    {
        foreach (var speaker in new[] { Speaker.Leader, Speaker.Named })
        {
            await shared.ClearAsync();
            var id = await shared.SaidAsync("Gymsalen er låst", daysAgo: 4, speaker: speaker);
            using var leader = App.As(Fjord.Leader);
            var page = await leader.OpenAsync($"/plunder/{id}");
            await page.Fill("Flytt til", Fjord.Neighbor.ToString()).PressAsync("Flytt");
            foreach (var who in new[] { shared.Headmaster, Fjord.Outsider })
            {
                using var receiver = App.As(who);
                var seen = await receiver.OpenAsync($"/plunder/{id}");
                seen.Text.ShouldContain("Gymsalen er låst");
                seen.Document.DocumentElement.OuterHtml.ShouldNotContain("Ola Utenkonto");
                seen.Text.ShouldNotContain("26. februar 2026", customMessage: "nor the day");
            }
            (await leader.OpenAsync($"/plunder/{id}")).Text.ShouldContain("Ola Utenkonto");
        }
    }

    private static async Task MergeAsync(TestBrowser leader, Guid same, Guid into)
    {
        var page = await leader.OpenAsync($"/plunder/{same}");
        page = await page.Fill("Det samme som", into.ToString()).PressAsync("Slå sammen");
        page.Text.ShouldContain("De er slått sammen.");
    }
}

using System.Net;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>Gone, said by whoever answers or by the writer, and not gone after all.</summary>
public sealed class RemoveHassleTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private readonly Fjord fjord = shared.Fjord;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync() => await fjord.NewTeamAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_leader_says_it_is_gone_and_all_see_what_was_done_and_what_was_saved()
    {
        var id = await SayWithCostAsync("Nøklene henger i feil skap");
        using var leader = App.As(fjord.Leader);
        var page = await (await leader.OpenAsync($"/plunder/{id}")).FollowAsync("Det er borte");
        page = await page.PressAsync("Si at det er borte");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldBe("Skriv hva som ble gjort. Én setning holder.");
        page = await page.Fill("Hva ble gjort?", "Nytt skap ved døra").PressAsync("Si at det er borte");
        page.Path.ShouldStartWith($"/enheter/{fjord.Team}/dette-skjedde");
        page.Text.ShouldContain("Takk. Det står her nå.");

        using var colleague = App.As(fjord.Colleague);
        page = await colleague.OpenAsync($"/enheter/{fjord.Team}/dette-skjedde");
        var gone = page.TextOf("Borte");
        gone.ShouldContain("Nøklene henger i feil skap");
        gone.ShouldContain("Nytt skap ved døra");
        gone.ShouldContain("Før ca. 307 timer i året Nå 0 timer i året Spart ca. 307 timer i året");
        gone.ShouldContain("Borte 2. mars 2026");
    }

    [Fact]
    public async Task A_colleague_says_it_is_not_gone_without_a_name_and_it_waits_again()
    {
        var id = await SayWithCostAsync("Skriveren står");
        await GoneAsync(id, "Ny skriver");
        using var colleague = App.As(fjord.Colleague);
        var page = await colleague.OpenAsync($"/enheter/{fjord.Team}/dette-skjedde");
        page = await page.FollowAsync("Virket det ikke? Skriveren står");
        page.Text.ShouldContain("Navnet ditt blir ikke lagret.");
        page = await page.PressAsync("Si at det ikke er borte");
        page.Messages.Single().ShouldStartWith("Skriv hva du ser");
        page = await page.Fill("Hva ser du?", "Den står igjen").PressAsync("Si at det ikke er borte");
        page.TextOf("Venter på svar").ShouldContain("Skriveren står");
        page.HasPart("Borte").ShouldBeFalse();

        using var leader = App.As(fjord.Leader);
        page = await leader.OpenAsync($"/plunder/{id}");
        page.Text.ShouldContain("Noen i enheten");
        page.Text.ShouldContain("Den står igjen");
        page.Document.DocumentElement.OuterHtml.ShouldNotContain("Kollega Nils");
        var stored = await App.InStorageAsync(d =>
            d.HassleMessages.Where(m => m.HassleId == id).OrderBy(m => m.Number).LastAsync()
        );
        (stored.PersonId, stored.Day, stored.Answer).ShouldBe((null, null, "waiting"));
        var told = await App.InStorageAsync(d =>
            d.HassleEvents.Where(e => e.HassleId == id).OrderBy(e => e.Number).LastAsync()
        );
        (told.What, told.PersonId, told.Day, told.State).ShouldBe(("returned", null, null, "waiting"));
    }

    [Fact]
    public async Task With_the_code_the_writer_says_it_is_gone_and_that_it_came_back()
    {
        var code = Fjord.CodeOn(await fjord.SayAsync(null, "Anonym", "Døra går i lås"));
        using var browser = App.Browser();
        var page = await (await browser.OpenAsync("/si-fra/svar")).Fill("Svarkode", code).PressAsync("Vis svaret");
        page = await page.PressAsync("Det er borte");
        page = await page.PressAsync("Si at det er borte");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await page.Fill("Hva ble gjort?", "Noen skrudde på låsen").PressAsync("Si at det er borte");
        page.Text.ShouldContain("Takk. Det står som borte.");
        page.Text.ShouldContain("Noen skrudde på låsen");
        page.Path.ShouldNotContain(code);
        page = await page.PressAsync("Det er ikke borte");
        page = await page.Fill("Hva ser du?", "I dag gikk den i lås igjen").PressAsync("Si at det ikke er borte");
        page.Text.ShouldContain("Takk. Saken venter på svar igjen.");
        page.Text.ShouldContain("I dag gikk den i lås igjen");
        (
            await App.InStorageAsync(d => d.Hassles.Where(h => h.Text == "Døra går i lås").SingleAsync())
        ).Done.ShouldBeNull();
    }

    [Fact]
    public async Task With_an_account_the_writer_does_the_same()
    {
        await fjord.SayAsync(fjord.Kari, "Navn bare til leder", "Lista kommer sent");
        using var kari = App.As(fjord.Kari);
        var page = await (await kari.OpenAsync("/det-jeg-har-sagt")).FollowAsync("Åpne: Lista kommer sent");
        page = await page.FollowAsync("Det er borte");
        page = await page.Fill("Hva ble gjort?", "Lista kommer klokka sju").PressAsync("Si at det er borte");
        page.Text.ShouldContain("Lista kommer klokka sju");
        page = await page.FollowAsync("Det er ikke borte");
        page = await page.Fill("Hva ser du?", "Ikke i dag").PressAsync("Si at det ikke er borte");
        page.Text.ShouldContain("Ikke i dag");
        using var other = App.As(fjord.Leader);
        (await other.OpenAsync($"{page.Path}/borte")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_those_who_answer_say_that_it_is_gone_and_only_those_who_see_it_that_it_is_not()
    {
        var id = await SayWithCostAsync("Heisen");
        foreach (var who in new[] { fjord.Colleague, fjord.Union, fjord.Outsider, fjord.Administrator })
        {
            using var browser = App.As(who);
            (await browser.OpenAsync($"/plunder/{id}/borte")).Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
            var form = await browser.OpenAsync("/si-fra?velg=true");
            form = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
            var tried = await browser.PostAsync(form, $"/plunder/{id}/borte", ("done", "Jo"), ("after", "0"));
            tried.Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
        }
        await GoneAsync(id, "Ny heis");
        foreach (var who in new[] { fjord.Outsider, fjord.Administrator })
        {
            using var browser = App.As(who);
            (await browser.OpenAsync($"/plunder/{id}/ikke-borte")).Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
        }
        using var union = App.As(fjord.Union);
        (await union.OpenAsync($"/plunder/{id}/ikke-borte")).HasButton("Si at det ikke er borte").ShouldBeTrue();
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}");
        page = await page.Tick("Gjør vi").PressAsync("Send svaret");
        page.Messages.Single().ShouldStartWith("Det står som borte.");
    }

    [Theory]
    [InlineData("abc", "", "", "Minutter må være et helt tall")]
    [InlineData("2000", "", "", "Minutter må være et helt tall")]
    [InlineData("2", "", "0", "Hvor mange")]
    public async Task What_is_left_is_checked_at_its_field_and_nothing_typed_is_lost(
        string minutes,
        string times,
        string people,
        string message
    )
    {
        var id = await SayWithCostAsync("Skapet");
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}/borte");
        page.Fill("Hva ble gjort?", "Nytt skap")
            .Fill("Minutter hver gang nå (valgfritt)", minutes)
            .Fill("Hvor ofte nå (valgfritt)", times)
            .Fill("Hvor mange det gjelder nå (valgfritt)", people);
        page = await page.PressAsync("Si at det er borte");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldContain(message);
        page.ValueOf("Hva ble gjort?").ShouldBe("Nytt skap");
        page.ValueOf("Minutter hver gang nå (valgfritt)").ShouldBe(minutes);
    }

    [Fact]
    public async Task Gjør_vi_says_who_and_by_when_and_a_day_that_has_passed_is_refused()
    {
        var id = await SayWithCostAsync("Bilene lades ikke");
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}");
        page.Tick("Gjør vi")
            .Fill("Hvem gjør det (valgfritt)", "Elektriker Per")
            .Fill("Innen (valgfritt)", "2026-03-01");
        page = await page.PressAsync("Send svaret");
        page.Messages.Single().ShouldStartWith("Dagen er passert.");
        page.ValueOf("Hvem gjør det (valgfritt)").ShouldBe("Elektriker Per");
        page = await page.Tick("Gjør vi").Fill("Innen (valgfritt)", "en dag").PressAsync("Send svaret");
        page.Messages.Single().ShouldStartWith("Skriv dagen slik");
        page = await page.Tick("Gjør vi").Fill("Innen (valgfritt)", "12.3.2026").PressAsync("Send svaret");
        page.Text.ShouldContain("Svaret er sendt.");
        page.Text.ShouldContain("Elektriker Per gjør det, innen 12. mars 2026");
        using var colleague = App.As(fjord.Colleague);
        page = await colleague.OpenAsync($"/enheter/{fjord.Team}/dette-skjedde");
        page.TextOf("På vei").ShouldContain("Elektriker Per gjør det, innen 12. mars 2026");
    }

    private async Task<Guid> SayWithCostAsync(string text)
    {
        using var browser = App.As(fjord.Kari);
        var page = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
        page.Tick("Anonym")
            .Fill("Hva er det?", text)
            .Fill("Minutter hver gang", "10")
            .Fill("Hvor ofte", "5")
            .Fill("Hvor mange det gjelder", "8");
        await page.PressAsync("Send");
        return await App.InStorageAsync(d =>
            d.Hassles.Where(h => h.UnitId == fjord.Team && h.Text == text).Select(h => h.Id).SingleAsync()
        );
    }

    private async Task GoneAsync(Guid id, string done)
    {
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}/borte");
        page = await page.Fill("Hva ble gjort?", done).PressAsync("Si at det er borte");
        page.Text.ShouldContain("Takk. Det står her nå.");
    }
}

using System.Net;
using Endre.Domain.Improvements;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.Organization;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>Cycles on the page of an improvement, without script.</summary>
public sealed class ImprovementCycleTests
{
    [Theory, EachDatabase]
    public async Task An_employee_starts_with_three_fields_and_runs_three_linked_rounds(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/ny?enhet={fjord.Team}");
        page = await page.Fill("Hva prøver vi?", "Ringe klokka ti")
            .Fill("Hva tror vi skjer?", "Halvparten så mange telefoner")
            .Fill("Når ser vi på det?", "2026-03-09")
            .PressAsync("Start");
        page.Heading.ShouldBe("Ringe klokka ti");
        for (var round = 1; round <= 3; round++)
        {
            page = await page.PressAsync("Vi begynner");
            page.HasButton("Lagre planen").ShouldBeFalse();
            page = await page.Fill("Hva skjedde?", $"{7 - round} telefoner").PressAsync("Lagre det som skjedde");
            page = await page.Tick("Delvis som ventet")
                .Fill("Hva lærte dere?", $"Lærdom {round}")
                .PressAsync("Lagre det vi lærte");
            page.TextOf("Hva gjør dere videre?").ShouldContain($"Lærdom {round}");
            page =
                round < 3
                    ? await page.Tick("Juster: prøv en runde til")
                        .Fill("Hvorfor?", $"Fordi {round}")
                        .Fill("Hva prøver vi?", $"Ringe klokka {10 + round}")
                        .Fill("Hva tror vi skjer?", $"Enda færre enn i runde {round}")
                        .PressAsync("Bestem")
                    : await page.Tick("Innfør: slik gjør vi det nå")
                        .Fill("Hvorfor?", "Det virker")
                        .PressAsync("Bestem");
            page.Status.ShouldBe(HttpStatusCode.OK);
        }
        page.TextOf("Innført").ShouldContain("Lærdom 3");
        var trail = page.TextOf("Rundene");
        trail.ShouldContain("Runde 1 justert");
        trail.ShouldContain("Runde 3 innført");
        trail.ShouldContain("Enda færre enn i runde 2");
        trail.ShouldContain("4 telefoner");
        page.Text.ShouldContain("Kari Sier justerte, og startet en ny runde");

        // The same form again is the same act.
        (await app.InStorageAsync(storage => Task.FromResult(storage.ImprovementEvents.Count()))).ShouldBe(13);
    }

    [Fact]
    public async Task What_is_missing_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id);
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/{id}");
        var refused = await page.Fill("Hva tror vi skjer?", "")
            .Fill("Hvem gjør det? (valgfritt)", "Kari")
            .PressAsync("Lagre planen");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Skriv noe her først.");
        refused.ValueOf("Hvem gjør det? (valgfritt)").ShouldBe("Kari");
        page = await refused.Fill("Hva tror vi skjer?", "Færre").PressAsync("Lagre planen");
        page.TextOf("Klar til å prøve?").ShouldContain("Færre");

        await app.DoAsync(id, fjord.Kari.Id, Tried.Studied(1));
        page = await kari.OpenAsync($"/forbedringer/{id}");
        refused = await page.Tick("Juster: prøv en runde til").Fill("Hvorfor?", "For tidlig").PressAsync("Bestem");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ValueOf("Hvorfor?").ShouldBe("For tidlig");
        refused = await (await kari.OpenAsync($"/forbedringer/{id}")).PressAsync("Bestem");
        refused.Messages.ShouldContain("Velg hva dere gjør videre.");
        refused = await refused.PressAsync("Stopp");
        refused.Messages.ShouldContain("Skriv hva dere lærte. Én linje holder.");
    }

    [Fact]
    public async Task A_prediction_stands_once_the_round_has_begun()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id);
        using var kari = app.As(fjord.Kari);
        var early = await kari.OpenAsync($"/forbedringer/{id}");
        await app.DoAsync(id, fjord.Kari.Id, new BeginCycle(1));

        var refused = await early.Fill("Hva tror vi skjer?", "Det som skjedde").PressAsync("Lagre planen");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Runden er begynt. Planen og det dere trodde, står ved lag.");
        refused.Text.ShouldContain("Halvparten så mange telefoner");
    }

    [Fact]
    public async Task Colleagues_work_with_it_the_owner_decides_and_others_find_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id);
        var address = $"/forbedringer/{id}";
        using var colleague = app.As(fjord.Colleague);
        var page = await (await colleague.OpenAsync(address)).PressAsync("Vi begynner");
        page = await page.Fill("Hva skjedde?", "Fire").PressAsync("Lagre det som skjedde");
        page = await page.Tick("Som ventet").Fill("Hva lærte dere?", "Ti er fint").PressAsync("Lagre det vi lærte");
        page.HasButton("Bestem").ShouldBeFalse();
        page.Text.ShouldContain("Den som er ansvarlig, bestemmer hva dere gjør videre: Kari Sier.");
        foreach (var act in new[] { "avgjor", "stopp", "storrelse", "ansvarlig", "ta-opp-igjen", "gjort" })
        {
            (await colleague.PostAsync(page, $"{address}/{act}", ("cycle", "1"))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
        (await colleague.PostAsync(page, $"{address}/noe-annet", ("cycle", "1"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        using var leader = app.As(fjord.Leader);
        (await leader.OpenAsync(address)).HasButton("Bestem").ShouldBeTrue();
        using var outsider = app.As(fjord.Outsider);
        (await outsider.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_stopped_with_learning_and_taken_up_again()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id);
        using var kari = app.As(fjord.Kari);
        var page = await (await kari.OpenAsync($"/forbedringer/{id}"))
            .Fill("Hvilke feil tåler vi? (valgfritt)", "At én må ringe opp igjen")
            .PressAsync("Lagre planen");
        page.Text.ShouldContain("Feil vi tåler: At én må ringe opp igjen");
        page = await page.PressAsync("Vi begynner");
        page.Text.ShouldNotContain("Hvilke feil tåler vi?");

        page = await page.Fill("Hva lærte dere?", "Skolen ringer før åtte").PressAsync("Stopp");

        var ended = page.TextOf("Stoppet med læring");
        ended.ShouldContain("Skolen ringer før åtte");
        ended.ShouldContain("At én må ringe opp igjen");
        page.HasButton("Stopp").ShouldBeFalse();
        page = await page.Fill("Hva tror vi skjer?", "Ingen telefoner").PressAsync("Start en ny runde");
        page.Text.ShouldContain("Runde 2");
        page.TextOf("Rundene").ShouldContain("Runde 1 stoppet");
        page.HasButton("Vi begynner").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_just_done_takes_one_form()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Henge opp skilt", size: ImprovementSize.JustDoIt);
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/{id}");
        (await page.Fill("Hva skjedde?", "Skiltet henger").PressAsync("Ferdig")).Messages.ShouldContain(
            "Velg om det gikk som ventet, delvis som ventet eller ikke som ventet."
        );
        page = await kari.OpenAsync($"/forbedringer/{id}");
        page = await page.Fill("Hva skjedde?", "Skiltet henger")
            .Tick("Som ventet")
            .Tick("Innfør: slik gjør vi det nå")
            .PressAsync("Ferdig");
        page.TextOf("Innført").ShouldContain("Skiltet henger");
    }

    [Fact]
    public async Task Aim_size_day_and_owner_are_changed()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id);
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/{id}");
        page = await page.Fill("Hvor bra skal det bli?", "Høyst tre telefoner")
            .Fill("Innen når?", "2026-06-01")
            .PressAsync("Lagre målet");
        page.TextOf("Målet, i tre spørsmål").ShouldContain("Høyst tre telefoner, innen 1. juni 2026");
        page = await page.PressAsync("Vi begynner");
        page = await page.Fill("Når ser vi på det?", "2026-03-20").PressAsync("Flytt");
        page.Text.ShouldContain("ses på 20. mars 2026");
        page = await page.Fill("Hvor stort er det?", "pilot").PressAsync("Endre");
        page.Text.ShouldContain("Pilot");
        (
            await page.Fill("E-postadressen til en fra en annen enhet (valgfritt)", "ingen@fjord.example")
                .PressAsync("Bytt")
        ).Messages.ShouldContain(message => message.StartsWith("Ingen har en åpen konto", StringComparison.Ordinal));
        page = await kari.OpenAsync(page.Path);
        (await page.PressAsync("Bytt")).Messages.ShouldContain(message =>
            message.StartsWith("Velg hvem som er ansvarlig", StringComparison.Ordinal)
        );
        page = await page.Fill("Ny ansvarlig", $"{fjord.Colleague.Id}").PressAsync("Bytt");
        page.Text.ShouldContain("Ansvarlig: Kollega Nils");
        using var colleague = app.As(fjord.Colleague);
        (await colleague.OpenAsync("/meldinger")).Text.ShouldContain("Du er ansvarlig for: Ringe runden klokka ti");
    }

    [Fact]
    public async Task An_organization_may_call_the_steps_pdsa()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id);
        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync($"/forbedringer/{id}")).Text.ShouldContain("Gjennomføre");
        using var administrator = app.As(fjord.Administrator);
        await (await administrator.OpenAsync(LookUnderTest.Page))
            .Tick("Kall trinnene i en forbedring for PDSA")
            .PressAsync("Lagre navn og språk");

        var page = await kari.OpenAsync($"/forbedringer/{id}");

        page.Text.ShouldContain("Studere");
        page.Text.ShouldNotContain("Gjennomføre");
        (await kari.OpenAsync($"/forbedringer/ny?enhet={fjord.Team}")).Text.ShouldContain("(PDSA)");
        (await kari.OpenAsync("/forbedringer")).Headings.ShouldContain(heading =>
            heading.StartsWith("Utføre", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("nn", "Vi byrjar")]
    [InlineData("en", "We begin")]
    public async Task It_speaks_every_language(string language, string begin)
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id);
        using var kari = app.As(fjord.Kari).Speaks(language);
        var page = await (await kari.OpenAsync($"/forbedringer/{id}")).PressAsync(begin);
        page.Status.ShouldBe(HttpStatusCode.OK);
        await app.DoAsync(id, fjord.Kari.Id, [.. Tried.Studied(1).Skip(1)]);
        (await kari.OpenAsync($"/forbedringer/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        await app.DoAsync(id, fjord.Kari.Id, new EndCycle(1, CycleAct.Abandon, "Nei"));
        (await kari.OpenAsync($"/forbedringer/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await kari.OpenAsync("/forbedringer")).Status.ShouldBe(HttpStatusCode.OK);
        (await kari.OpenAsync($"/forbedringer/skjerm?enhet={fjord.Team}")).Status.ShouldBe(HttpStatusCode.OK);
    }
}

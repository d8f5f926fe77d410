using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>Påvirker dette folks arbeid? Who is told while it is planned, who is heard, and who sees it.</summary>
public sealed class VoiceTests
{
    private const string Question = "Påvirker dette folks arbeid?";

    [Theory, EachDatabase]
    public async Task Representatives_are_told_at_once_see_it_and_are_heard(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Ny vaktliste");
        using var union = app.As(fjord.Union);
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/{id}");
        page.TextOf(Question).ShouldContain("Svar før dere begynner.");
        var refused = await page.PressAsync("Lagre svaret");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Velg ja, nei eller vet ikke.");
        page = await refused.Tick("Ja").Fill("Når ønsker dere svar innen?", "2026-03-12").PressAsync("Lagre svaret");
        page.TextOf(Question).ShouldNotContain("Svar før dere begynner.");
        page.TextOf(Question).ShouldContain("0 av 2 har sagt hva de mener");
        page.TextOf(Question).ShouldContain("Tone Tillitsvalgt, tillitsvalgt");
        page.TextOf(Question).ShouldContain("Vidar Verneombud, verneombud");
        page.TextOf(Question).ShouldContain("har ikke sagt noe ennå");
        page.HasButton("Lagre det du mener").ShouldBeFalse();

        page = await union.OpenAsync("/meldinger");
        page.HasLink("Påvirker arbeidet: Ny vaktliste").ShouldBeTrue();
        (await union.OpenAsync("/forbedringer")).HasLink("Ny vaktliste").ShouldBeTrue();
        page = await union.OpenAsync($"/forbedringer/{id}");
        (await page.PressAsync("Lagre det du mener")).Messages.ShouldContain("Skriv noe her først.");
        page = await page.Fill("Hva mener du?", "Drøft turnusen først").PressAsync("Lagre det du mener");
        page.TextOf(Question).ShouldContain("Drøft turnusen først");
        page = await page.Fill("Hva mener du?", "Drøft turnusen med oss først").PressAsync("Lagre det du mener");
        page = await kari.OpenAsync($"/forbedringer/{id}");
        page.TextOf(Question).ShouldContain("1 av 2 har sagt hva de mener");
        page.TextOf(Question).ShouldContain("Drøft turnusen med oss først");
        page.TextOf(Question).ShouldContain("før noe var begynt");
        page.TextOf(Question).ShouldNotContain("Drøft turnusen først");
        page.Text.ShouldContain("Tone Tillitsvalgt sa hva de mener som tillitsvalgt eller verneombud");
        (await kari.OpenAsync("/meldinger")).HasLink("Har sagt hva de mener: Ny vaktliste").ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_else_writes_there()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Ny vaktliste");
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/{id}");
        await page.Tick("Ja").PressAsync("Lagre svaret");
        (await kari.PostAsync(page, $"/forbedringer/{id}/syn", ("view", "Jeg også"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        using var outsider = app.As(fjord.Outsider);
        var own = await outsider.OpenAsync("/forbedringer");
        (await outsider.PostAsync(own, $"/forbedringer/{id}/pavirker", ("workEffect", "no"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_representative_without_other_rights_sees_it_once_told_and_changes_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        // Of a team under the unit that tries it.
        var tuva = await fjord.PersonAsync("Tuva Tillitsvalgt", fjord.Team, UnitRole.UnionRepresentative);
        var id = await app.TryAsync(fjord.Department, fjord.Leader.Id, "Ny vaktliste");
        using var told = app.As(tuva);
        (await told.OpenAsync($"/forbedringer/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var leader = app.As(fjord.Leader);
        await (await leader.OpenAsync($"/forbedringer/{id}")).Tick("Ja").PressAsync("Lagre svaret");

        (await told.OpenAsync("/forbedringer")).HasLink("Ny vaktliste").ShouldBeTrue();
        var page = await told.OpenAsync($"/forbedringer/{id}");
        page.HasButton("Lagre svaret").ShouldBeFalse();
        foreach (var (act, field) in new[] { ("pavirker", "workEffect"), ("drivere/legg-til", "text") })
        {
            (await told.PostAsync(page, $"/forbedringer/{id}/{act}", (field, "no"))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
        page = await page.Fill("Hva mener du?", "Spør nattevakta").PressAsync("Lagre det du mener");
        page.TextOf(Question).ShouldContain("Spør nattevakta");
        (await told.OpenAsync($"/forbedringer/{id}/drivere")).Buttons.ShouldNotContain("Legg til primærdriver");
    }

    [Fact]
    public async Task What_is_said_after_it_begun_stands_beside_and_a_change_tells_nobody_twice()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Ny vaktliste");
        using var kari = app.As(fjord.Kari);
        var page = await (await kari.OpenAsync($"/forbedringer/{id}")).Tick("Ja").PressAsync("Lagre svaret");
        page = await page.Tick("Nei").PressAsync("Lagre svaret");
        page.TextOf(Question).ShouldContain("det påvirker ikke");
        await page.Tick("Ja").Fill("Når ønsker dere svar innen?", "2026-03-20").PressAsync("Lagre svaret");
        (await app.InStorageAsync(storage => storage.Messages.CountAsync())).ShouldBe(2);

        using var union = app.As(fjord.Union);
        page = await union.OpenAsync($"/forbedringer/{id}");
        await page.Fill("Hva mener du?", "Greit å prøve").PressAsync("Lagre det du mener");
        await app.BecomesAsync(
            id,
            one => one with { Cycles = [one.Cycles[0] with { BegunOn = new DateOnly(2026, 3, 2) }] }
        );
        page = await union.OpenAsync($"/forbedringer/{id}");
        page.ValueOf("Hva mener du?").ShouldBe("");
        page = await page.Fill("Hva mener du?", "Det gikk fint").PressAsync("Lagre det du mener");
        page.TextOf(Question).ShouldContain("Greit å prøve");
        page.TextOf(Question).ShouldContain("etter at det var begynt");
    }

    [Fact]
    public async Task Where_there_is_no_representative_it_says_so_and_a_name_that_is_erased_is_gone()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Neighbor, fjord.Outsider.Id, "Ny ringetid");
        using var outsider = app.As(fjord.Outsider);
        var page = await (await outsider.OpenAsync($"/forbedringer/{id}")).Tick("Ja").PressAsync("Lagre svaret");
        page.TextOf(Question).ShouldContain("Endre kjenner ingen tillitsvalgt");
        page.TextOf(Question).ShouldContain("Endre kjenner ingen verneombud");

        var team = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Ny vaktliste");
        using var kari = app.As(fjord.Kari);
        await (await kari.OpenAsync($"/forbedringer/{team}")).Tick("Ja").PressAsync("Lagre svaret");
        using var union = app.As(fjord.Union);
        page = await union.OpenAsync($"/forbedringer/{team}");
        await page.Fill("Hva mener du?", "Spør Kollega Nils").PressAsync("Lagre det du mener");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var area in scope.ServiceProvider.GetServices<IPersonalData>())
                await area.EraseAsync(fjord.Colleague.Id, "Kollega Nils", CancellationToken.None);
        }
        (await union.OpenAsync($"/forbedringer/{team}")).TextOf(Question).ShouldNotContain("Nils");
    }
}

using System.Net;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.ActionItems;

/// <summary>What was said becomes something that one person does, until somebody has said whether it worked.</summary>
public sealed class ActionItemTests
{
    [Theory, EachDatabase]
    public async Task A_hassle_becomes_an_action_item_that_is_done_and_asked_about(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var hassle = await app.InStorageAsync(storage => storage.Hassles.Select(row => row.Id).SingleAsync());
        using var leader = app.As(fjord.Leader);
        var page = await (await leader.OpenAsync($"/plunder/{hassle}")).FollowAsync("Lag tiltak av dette");
        page.Text.ShouldContain("Heisen er borte hver natt");
        page = await page.Fill("Hva gjøres?", "Merke plassen til heisen")
            .Fill("Ansvarlig", $"{fjord.Kari.Id}")
            .Fill("Frist", "2026-03-09")
            .Fill("Første steg (valgfritt)", "Finne teip")
            .PressAsync("Lag tiltaket");
        page.Heading.ShouldBe("Merke plassen til heisen");
        page.Text.ShouldContain("Ansvarlig: Kari Sier");
        page.TextOf("Hva det henger sammen med").ShouldContain("Heisen er borte hver natt");

        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync($"/plunder/{hassle}")).HasLink("Merke plassen til heisen").ShouldBeTrue();
        page = await kari.OpenAsync("/tiltak");
        page.TextOf("Dine tiltak").ShouldContain("Merke plassen til heisen");
        page = await page.FollowAsync("Merke plassen til heisen");
        page.Buttons.ShouldNotContain("Bytt ansvarlig");
        var refused = await page.PressAsync("Gjort");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Skriv hva som skjedde. Én linje holder.");
        page = await page.Fill("Hva skjedde?", "Plassen er merket").PressAsync("Gjort");
        page.TextOf("Dette skjedde").ShouldContain("Plassen er merket");
        (await kari.OpenAsync("/tiltak")).Text.ShouldNotContain("Merke plassen");

        for (var day = 0; day < 14; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
        }
        // Nobody stays signed in for so long.
        var deputy = await fjord.PersonAsync("Dina Stedfortreder", fjord.Team, UnitRole.Deputy);
        using var later = app.As(deputy);
        page = await later.OpenAsync("/tiltak");
        page.TextOf("Virket det?").ShouldContain("Merke plassen til heisen");
        page = await page.FollowAsync("Merke plassen til heisen");
        (await page.PressAsync("Svar")).Messages.ShouldContain("Velg ja, delvis, nei eller vet ikke ennå.");
        page = await page.Tick("Delvis").Fill("Hvordan ser dere det? (valgfritt)", "Fem av sju").PressAsync("Svar");
        page.TextOf("Virket det?").ShouldContain("Delvis: Fem av sju");
        page.Text.ShouldContain("Dina Stedfortreder sa om det virket: Virket delvis · Fem av sju");
        page = await page.Fill("Frist", "2026-04-01").PressAsync("Ta opp igjen");
        page.Text.ShouldContain("Er det gjort?");
    }

    [Fact]
    public async Task Whoever_can_replace_an_owner_sees_that_the_owner_is_away_and_nobody_else_does()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var deputy = await fjord.PersonAsync("Dina Stedfortreder", fjord.Team, UnitRole.Deputy);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/tiltak/nytt?enhet={fjord.Team}");
        page = await page.Fill("Hva gjøres?", "Merke plassen til heisen")
            .Fill("Ansvarlig", $"{deputy.Id}")
            .Fill("Frist", "2026-03-09")
            .PressAsync("Lag tiltaket");
        page.Text.ShouldNotContain("er borte");
        await app.InStorageAsync(async storage =>
        {
            storage.Add(
                new AbsenceRow
                {
                    PersonId = deputy.Id,
                    Since = new DateOnly(2026, 3, 1),
                    Until = new DateOnly(2026, 3, 20),
                }
            );
            return await storage.SaveChangesAsync();
        });
        page = await leader.OpenAsync(page.Path);
        page.Text.ShouldContain("Dina Stedfortreder er borte til og med 20. mars 2026 og får ingen påminnelser.");
        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync(page.Path)).Text.ShouldNotContain("er borte");
    }

    [Fact]
    public async Task Somebody_from_another_unit_answers_for_it_and_nobody_else_there_sees_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var other = await fjord.PersonAsync("Nabo Nils", fjord.Neighbor, UnitRole.Employee);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/tiltak/nytt?enhet={fjord.Team}");
        page.Fill("Hva gjøres?", "Én bestillingsrutine i stedet for tre");
        var refused = await page.Fill("Eller en fra en annen enhet (valgfritt)", "ingen@fjord.example")
            .PressAsync("Lag tiltaket");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain(message =>
            message.StartsWith("Ingen har en åpen konto", StringComparison.Ordinal)
        );
        refused.ValueOf("Hva gjøres?").ShouldBe("Én bestillingsrutine i stedet for tre");
        page = await refused
            .Fill("Eller en fra en annen enhet (valgfritt)", $" {fjord.Outsider.Email} ")
            .PressAsync("Lag tiltaket");
        page.Text.ShouldContain("Ansvarlig: Nabo Nora");

        using var owner = app.As(fjord.Outsider);
        (await owner.OpenAsync(page.Path)).HasButton("Gjort").ShouldBeTrue();
        using var neighbor = app.As(other);
        (await neighbor.OpenAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var colleague = app.As(fjord.Colleague);
        var seen = await colleague.OpenAsync(page.Path);
        seen.HasButton("Gjort").ShouldBeFalse();
        (await colleague.PostAsync(seen, $"{page.Path}/gjort", ("happened", "Ja"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory]
    [InlineData("", "2026-03-09", "Skriv noe her først.")]
    [InlineData("Merke", "", "Velg en frist.")]
    [InlineData("Merke", "i morgen", "Velg en frist.")]
    [InlineData("Merke", "2026-03-01", "Fristen er passert. Velg i dag eller senere.")]
    [InlineData("Merke", "2036-03-01", "Velg en frist innen 2 år.")]
    public async Task What_cannot_be_used_is_told_and_nothing_typed_is_lost(string what, string due, string message)
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/tiltak/nytt?enhet={fjord.Team}");
        page = await page.Fill("Hva gjøres?", what)
            .Fill("Ansvarlig", $"{fjord.Kari.Id}")
            .Fill("Frist", due)
            .Fill("Første steg (valgfritt)", "Finne blåbærøl")
            .PressAsync("Lag tiltaket");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain(message);
        page.ValueOf("Første steg (valgfritt)").ShouldBe("Finne blåbærøl");
        page.ValueOf("Ansvarlig").ShouldBe($"{fjord.Kari.Id}");
    }

    [Fact]
    public async Task Who_leaves_gives_what_is_open_to_a_successor_and_the_history_tells_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/tiltak/nytt?enhet={fjord.Team}");
        page = await page.Fill("Hva gjøres?", "Merke plassen")
            .Fill("Ansvarlig", $"{fjord.Kari.Id}")
            .PressAsync("Lag tiltaket");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var area in scope.ServiceProvider.GetServices<IResponsibilities>())
            {
                await area.HandOverAsync(fjord.Kari.Id, fjord.Colleague.Id, CancellationToken.None);
            }
        }
        page = await leader.OpenAsync(page.Path);
        page.Text.ShouldContain("Ansvarlig: Kollega Nils");
        page.Text.ShouldContain("Noen byttet ansvarlig: Kollega Nils");
    }
}

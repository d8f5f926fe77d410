using System.Net;
using Endre.Domain.Organizations;
using Endre.Storage.Needs;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Units;

public sealed class ChangeTeamTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private AppUnderTest App => shared.App;

    [Fact]
    public async Task A_leader_puts_together_people_of_several_units()
    {
        var unit = await App.UnitAsync("Medisinrud");
        var other = await App.UnitAsync("Naborud");
        var lise = await App.EmployeeAsync("Lise Setter");
        await App.PlaceAsync(lise.Id, unit, UnitRole.Leader);
        var jon = await App.EmployeeAsync("Jon Nabo");
        await App.PlaceAsync(jon.Id, other);
        var mari = await App.EmployeeAsync("Mari Leder Team");
        using var browser = App.As(lise);
        var form = (await browser.OpenAsync("/endringsteam/nytt"))
            .Fill("Navn", "Medisinrunden")
            .Fill("Mandat (valgfritt)", "Færre avbrudd.")
            .Fill("Enheten teamet svarer til", unit.ToString())
            .Fill("Leder av teamet", mari.Email)
            .Fill("Nye medlemmer (valgfritt)", "Jon Nabo\nNoen Ukjent");
        var refused = await form.PressAsync("Lagre");
        refused.Messages.ShouldBe(["Vi finner ingen som heter eller har e-posten «Noen Ukjent». Sjekk skrivemåten."]);
        refused.ValueOf("Mandat (valgfritt)").ShouldBe("Færre avbrudd.");
        var page = await refused.Fill("Nye medlemmer (valgfritt)", "Jon Nabo").PressAsync("Lagre");
        page.Heading.ShouldBe("Medisinrunden");
        page.Text.ShouldContain("Mari Leder Team Leder teamet");
        page.Text.ShouldContain("Jon Nabo Naborud");
        using var anybody = App.As(jon);
        (await anybody.OpenAsync("/endringsteam")).HasLink("Medisinrunden").ShouldBeTrue();
    }

    [Fact]
    public async Task The_lead_changes_it_and_whoever_is_only_a_member_finds_no_such_page()
    {
        var unit = await App.UnitAsync("Leadrud");
        var lead = await App.EmployeeAsync("Lea Lead");
        var member = await App.EmployeeAsync("Mons Medlem");
        var id = await App.TeamAsync("Leadteamet", unit, lead.Id, member.Id);
        using var hers = App.As(lead);
        var page = await (await hers.OpenAsync($"/endringsteam/{id}/endre"))
            .Fill("Navn", "Det nye navnet")
            .Tick("Mons Medlem")
            .PressAsync("Lagre");
        page.Heading.ShouldBe("Det nye navnet");
        page.Text.ShouldNotContain("Mons Medlem");
        using var his = App.As(member);
        var read = await his.OpenAsync($"/endringsteam/{id}");
        read.HasLink("Endre").ShouldBeFalse();
        (await his.OpenAsync($"/endringsteam/{id}/endre")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await his.OpenAsync("/endringsteam/nytt")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await his.PostAsync(read, $"/endringsteam/{id}/opplos")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_change_it_at_once_are_told_and_it_is_dissolved_with_its_history()
    {
        var id = await App.TeamAsync(
            "Samtidig team",
            await App.UnitAsync("Samtidrud"),
            (await App.EmployeeAsync("Sol Sam")).Id
        );
        using var ada = App.As(await App.AdministratorAsync("Ada Team"));
        using var bo = App.As(await App.AdministratorAsync("Bo Team"));
        var late = (await bo.OpenAsync($"/endringsteam/{id}/endre")).Fill("Navn", "Bos team");
        await (await ada.OpenAsync($"/endringsteam/{id}/endre")).Fill("Navn", "Adas team").PressAsync("Lagre");
        var told = await late.PressAsync("Lagre");
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldContain("«Adas team» er endret av en annen");
        told.ValueOf("Navn").ShouldBe("Bos team");
        await told.PressAsync("Lagre");
        var page = await (await (await ada.OpenAsync($"/endringsteam/{id}")).FollowAsync("Oppløs")).PressAsync(
            "Løs opp teamet"
        );
        page.Text.ShouldContain("Oppløst 2. mars 2026.");
        (await ada.OpenAsync($"/endringsteam/{id}/opplos")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ada.OpenAsync($"/endringsteam/{id}/endre")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_follows_is_said_before_it_is_dissolved()
    {
        var unit = await App.UnitAsync("Avviklingrud");
        var liv = await App.EmployeeAsync("Liv Enhetsleder");
        await App.PlaceAsync(liv.Id, unit, UnitRole.Leader);
        var id = await App.TeamAsync(
            "Avviklingsteamet",
            unit,
            (await App.EmployeeAsync("Lars Teamleder")).Id,
            (await App.EmployeeAsync("Mia Medlem")).Id
        );
        await App.InStorageAsync(storage =>
        {
            storage.Needs.Add(Need(unit, "need"));
            storage.Needs.Add(Need(unit, openDiamond: null));
            return storage.SaveChangesAsync();
        });
        using var browser = App.As(liv);
        var asked = await (await browser.OpenAsync($"/endringsteam/{id}")).FollowAsync("Oppløs");
        asked.Heading.ShouldBe("Løse opp Avviklingsteamet?");
        asked.Text.ShouldContain("De 2 medlemmene er ikke lenger med i dette endringsteamet.");
        asked.Text.ShouldContain("Lars Teamleder leder det ikke lenger.");
        asked.Text.ShouldContain("Enheten har ett åpent behov. Ansvaret ligger hos Liv Enhetsleder.");
        (await browser.OpenAsync($"/endringsteam/{id}")).Text.ShouldNotContain("Oppløst");

        await (await browser.OpenAsync($"/endringsteam/{id}/endre")).Fill("Navn", "Et nytt navn").PressAsync("Lagre");
        var late = await asked.PressAsync("Løs opp teamet");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("«Et nytt navn» er endret av en annen");
        (await late.PressAsync("Løs opp teamet")).Text.ShouldContain("Oppløst 2. mars 2026.");
    }

    private static NeedRow Need(Guid unitId, string? openDiamond) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = unitId,
            Who = "Vi på natt",
            What = "ro",
            Why = "avbrudd",
            Round = 1,
            OpenDiamond = openDiamond,
            Parts = "{}",
        };

    [Theory]
    [InlineData("nn", "Endringsteam")]
    [InlineData("en", "Change teams")]
    public async Task It_speaks_the_other_languages(string language, string heading)
    {
        // One makes a team for a unit, so there must be one.
        await App.UnitAsync($"Språkrud {language}");
        using var ada = App.As(await App.AdministratorAsync($"Ada Team {language}")).Speaks(language);
        (await ada.OpenAsync("/endringsteam")).Heading.ShouldBe(heading);
        (await ada.OpenAsync("/endringsteam/nytt")).Status.ShouldBe(HttpStatusCode.OK);
    }
}

using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Units;

public sealed class ReorganizeTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private AppUnderTest App => shared.App;

    [Fact]
    public async Task A_merger_is_shown_first_then_done_and_the_old_link_leads_on()
    {
        var top = await App.UnitAsync("Slårud kommune");
        var north = await App.UnitAsync("Team nord", top);
        var east = await App.UnitAsync("Team øst", top);
        var night = await App.UnitAsync("Nattevakta", east);
        var kari = await App.EmployeeAsync("Kari Øst");
        await App.PlaceAsync(kari.Id, east, UnitRole.Leader);
        using var ada = App.As(await App.AdministratorAsync("Ada Slår"));

        var form = (await ada.OpenAsync($"/enheter/{east}/sla-sammen")).Fill("Blir til (valgfritt)", north.ToString());
        var shown = await form.PressAsync("Se hva som skjer");
        shown.Text.ShouldContain("«Team øst» legges ned og går videre som «Team nord».");
        shown.Text.ShouldContain("«Nattevakta» flyttes til «Team nord».");
        shown.Text.ShouldContain("1 person går til «Team nord».");
        shown.Text.ShouldContain("Kari Øst leder ikke lenger.");
        (await App.TreeAsync()).Find(east)!.IsOpen.ShouldBeTrue("Nothing happens before it is confirmed.");

        var old = await shown.PressAsync("Slå sammen");
        old.Path.ShouldStartWith($"/enheter/{east}");
        old.Text.ShouldContain("Lagt ned 2. mars 2026");
        (await old.FollowAsync("Team nord")).Text.ShouldContain("Tok over fra Team øst");
        (await App.TreeAsync()).Whole(north).ShouldBe(new HashSet<Guid> { north, east, night }, ignoreOrder: true);
        (await App.PlacesOfAsync(kari.Id)).ShouldBe(["Team nord: employee"]);
        (await ada.OpenAsync("/enheter?sok=Team øst")).Text.ShouldContain("Lagt ned");
    }

    [Fact]
    public async Task Two_become_a_new_one_with_the_leader_that_is_chosen()
    {
        var top = await App.UnitAsync("Nyrud kommune");
        var a = await App.UnitAsync("Sone A", top);
        await App.UnitAsync("Sone B", top);
        var liv = await App.EmployeeAsync("Liv Sone");
        await App.PlaceAsync(liv.Id, a);
        using var ada = App.As(await App.AdministratorAsync("Ada Ny"));
        var form = (await ada.OpenAsync($"/enheter/{a}/sla-sammen")).Tick("Sone B");
        var page = await form.Fill("Navn (valgfritt)", "Sone A")
            .Fill("Leder (valgfritt)", liv.Id.ToString())
            .PressAsync("Se hva som skjer");
        page.Text.ShouldContain("Liv Sone leder «Sone A».");
        await page.PressAsync("Slå sammen");
        var tree = await App.TreeAsync();
        var born = tree.OpenChildren(top).Single();
        (born.Name, tree.Current(a)!.Id).ShouldBe(("Sone A", born.Id));
        (await App.PlacesOfAsync(liv.Id)).ShouldBe(["Sone A: leader"]);
    }

    [Fact]
    public async Task A_split_asks_where_everybody_goes_and_loses_nothing_that_was_typed()
    {
        var top = await App.UnitAsync("Delrud kommune");
        var home = await App.UnitAsync("Hjemmetjenesten", top);
        var jon = await App.EmployeeAsync("Jon Dag");
        var liv = await App.EmployeeAsync("Liv Natt");
        await App.PlaceAsync(jon.Id, home);
        await App.PlaceAsync(liv.Id, home);
        using var ada = App.As(await App.AdministratorAsync("Ada Deler"));
        var form = (await ada.OpenAsync($"/enheter/{home}/del"))
            .Fill("Navn, del 1 (valgfritt)", "Dag")
            .Fill("Navn, del 2 (valgfritt)", "Natt")
            .Fill("Tar over det som er åpent", "1")
            .Fill("Jon Dag Medarbeider", "1");
        var refused = await form.PressAsync("Se hva som skjer");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Velg enhet for alle. Det mangler for 1.");
        refused.ValueOf("Navn, del 2 (valgfritt)").ShouldBe("Natt");
        refused.ValueOf("Jon Dag Medarbeider").ShouldBe("1");
        var shown = await refused
            .Fill("Alle som ikke er valgt nedenfor (valgfritt)", "2")
            .PressAsync("Se hva som skjer");
        shown.Text.ShouldContain("1 person går til «Natt».");
        var old = await shown.PressAsync("Del enheten");
        old.Text.ShouldContain("Delt. Det som var her, er nå i:");
        old.HasLink("Natt").ShouldBeTrue();
        (await App.PlacesOfAsync(jon.Id)).ShouldBe(["Dag: employee"]);
        (await App.PlacesOfAsync(liv.Id)).ShouldBe(["Natt: employee"]);
        (await App.TreeAsync()).Current(home)!.Name.ShouldBe("Dag");
    }

    [Fact]
    public async Task What_is_confirmed_is_what_was_shown()
    {
        var top = await App.UnitAsync("Endrerud kommune");
        var a = await App.UnitAsync("A", top);
        var b = await App.UnitAsync("B", top);
        var c = await App.UnitAsync("C", top);
        using var ada = App.As(await App.AdministratorAsync("Ada Ombestemt"));
        var shown = await (await ada.OpenAsync($"/enheter/{a}/sla-sammen"))
            .Fill("Blir til (valgfritt)", b.ToString())
            .PressAsync("Se hva som skjer");
        var again = await shown.Fill("Blir til (valgfritt)", c.ToString()).PressAsync("Slå sammen");
        again.Text.ShouldContain("«A» legges ned og går videre som «C».");
        (await App.TreeAsync()).Find(a)!.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_unit_is_closed_and_reopened()
    {
        var top = await App.UnitAsync("Stengerud kommune");
        var unit = await App.UnitAsync("Prosjektet", top);
        var per = await App.EmployeeAsync("Per Prosjekt");
        await App.PlaceAsync(per.Id, unit);
        using var ada = App.As(await App.AdministratorAsync("Ada Stenger"));
        var form = await ada.OpenAsync($"/enheter/{unit}/legg-ned");
        var refused = await form.PressAsync("Se hva som skjer");
        refused.Messages.ShouldBe(["Enheten har folk: 1. Velg en enhet som tar over, eller hvor de skal."]);
        var shown = await refused
            .Fill("Hvor folk skal, når ingen tar over (valgfritt)", top.ToString())
            .PressAsync("Se hva som skjer");
        var closed = await shown.PressAsync("Legg ned enheten");
        closed.Text.ShouldContain("Ingen enhet tok over.");
        (await App.PlacesOfAsync(per.Id)).ShouldBe(["Stengerud kommune: employee"]);
        var open = await (await closed.FollowAsync("Åpne igjen")).PressAsync("Åpne igjen");
        open.Text.ShouldContain("Åpnet igjen under Stengerud kommune");
    }

    [Fact]
    public async Task Somebody_who_comes_last_is_told_who_was_first()
    {
        var top = await App.UnitAsync("Samtidig kommune");
        var a = await App.UnitAsync("Avd. A", top);
        var b = await App.UnitAsync("Avd. B", top);
        using var ada = App.As(await App.AdministratorAsync("Ada Rask"));
        using var bo = App.As(await App.AdministratorAsync("Bo Treg"));
        var late = (await bo.OpenAsync($"/enheter/{a}/sla-sammen")).Fill("Blir til (valgfritt)", b.ToString());
        await (await ada.OpenAsync($"/enheter/{a}/navn")).Fill("Navn", "Avdeling A").PressAsync("Lagre");
        var told = await late.PressAsync("Se hva som skjer");
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldContain("Ada Rask endret enheten");
        told.ValueOf("Blir til (valgfritt)").ShouldBe(b.ToString());
        (await told.PressAsync("Se hva som skjer")).Text.ShouldContain("«Avdeling A» legges ned");
    }

    [Theory]
    [InlineData("nn", "Slå saman Team")]
    [InlineData("en", "Merge Team")]
    public async Task It_speaks_the_other_languages(string language, string heading)
    {
        var unit = await App.UnitAsync("Team", await App.UnitAsync($"Språkrud {language}"));
        using var ada = App.As(await App.AdministratorAsync($"Ada {language}")).Speaks(language);
        (await ada.OpenAsync($"/enheter/{unit}/sla-sammen")).Heading.ShouldBe(heading);
        foreach (var page in new[] { "", "/del", "/legg-ned", "/flytt", "/navn" })
            (await ada.OpenAsync($"/enheter/{unit}{page}")).Status.ShouldBe(HttpStatusCode.OK);
    }
}

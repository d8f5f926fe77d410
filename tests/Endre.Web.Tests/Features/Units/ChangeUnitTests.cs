using System.Net;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Units;

public sealed class ChangeUnitTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private AppUnderTest App => shared.App;

    [Fact]
    public async Task An_administrator_opens_a_unit_under_another_and_everybody_reads_it()
    {
        var top = await App.UnitAsync("Åpnerud kommune");
        using var ada = App.As(await App.AdministratorAsync("Ada Åpner"));
        var form = await (await ada.OpenAsync($"/enheter/{top}")).FollowAsync("Ny enhet under");
        var page = await form.Fill("Navn", "Helse og mestring").Fill("Kode (valgfritt)", "H-1").PressAsync("Opprett");
        page.Heading.ShouldBe("Helse og mestring");
        page.Text.ShouldContain("Opprettet under Åpnerud kommune");
        page.Text.ShouldContain("Ingen leder");

        using var mari = App.As(await App.EmployeeAsync("Mari Leser"));
        var read = await mari.OpenAsync(page.Path.Split('?')[0]);
        read.Heading.ShouldBe("Helse og mestring");
        read.HasLink("Endre navn").ShouldBeFalse();
        (await mari.OpenAsync("/enheter?sok=h-1")).HasLink("Helse og mestring").ShouldBeTrue();
    }

    [Fact]
    public async Task The_button_pressed_twice_opens_one_unit()
    {
        using var ada = App.As(await App.AdministratorAsync("Ada To"));
        var form = (await ada.OpenAsync("/enheter/ny")).Fill("Navn", "Bare én");
        await form.PressAsync("Opprett");
        (await form.PressAsync("Opprett")).Heading.ShouldBe("Bare én");
        (await App.TreeAsync()).All.Count(unit => unit.Name == "Bare én").ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_used_is_told_at_its_field_and_stays_in_it()
    {
        await App.UnitAsync("Tatt", code: "T-9");
        using var ada = App.As(await App.AdministratorAsync("Ada Feil"));
        var page = await (await ada.OpenAsync("/enheter/ny"))
            .Fill("Navn", "Ledig")
            .Fill("Kode (valgfritt)", "T-9")
            .PressAsync("Opprett");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Koden T-9 tilhører «Tatt». Velg en annen kode, eller la feltet stå tomt."]);
        page.ValueOf("Navn").ShouldBe("Ledig");
    }

    [Fact]
    public async Task Two_who_rename_at_once_are_told_and_nothing_typed_is_lost()
    {
        var unit = await App.UnitAsync("Gammelt navn");
        using var ada = App.As(await App.AdministratorAsync("Ada Først"));
        using var bo = App.As(await App.AdministratorAsync("Bo Sist"));
        var late = (await bo.OpenAsync($"/enheter/{unit}/navn")).Fill("Navn", "Bos navn");
        await (await ada.OpenAsync($"/enheter/{unit}/navn")).Fill("Navn", "Adas navn").PressAsync("Lagre");
        var told = await late.PressAsync("Lagre");
        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldContain("Ada Først endret enheten 2. mars 2026 kl. 09:00. Nå heter den «Adas navn».");
        told.ValueOf("Navn").ShouldBe("Bos navn");
        (await told.PressAsync("Lagre mitt likevel")).Heading.ShouldBe("Bos navn");
    }

    [Fact]
    public async Task A_unit_moves_with_all_under_it()
    {
        var top = await App.UnitAsync("Flytterud kommune");
        var from = await App.UnitAsync("Oppvekst", top);
        var school = await App.UnitAsync("Skolen", from);
        await App.UnitAsync("Trinn 1", school);
        using var ada = App.As(await App.AdministratorAsync("Ada Flytter"));
        var form = await ada.OpenAsync($"/enheter/{school}/flytt");
        form.Text.ShouldContain("Med på flyttingen: 1 enhet til og 0 personer.");
        var page = await form.Fill("Ligger under (valgfritt)", top.ToString()).PressAsync("Flytt");
        page.Text.ShouldContain("Flyttet til Flytterud kommune");
        (await App.TreeAsync()).Whole(school).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Every_change_stands_in_the_history_and_in_the_audit_log()
    {
        var ada = await App.AdministratorAsync("Ada Logg");
        var unit = await App.UnitAsync("Før");
        using var browser = App.As(ada);
        await (await browser.OpenAsync($"/enheter/{unit}/navn")).Fill("Navn", "Etter").PressAsync("Lagre");
        var (change, entry) = await App.InStorageAsync(async context =>
            (
                await context.UnitChanges.SingleAsync(row => row.UnitId == unit),
                await context.AuditEntries.SingleAsync(row => row.SubjectId == unit)
            )
        );
        change.ToChanged()!.Before!.Name.ShouldBe("Før");
        (change.PersonId, entry.ActorId, entry.Act).ShouldBe((ada.Id, ada.Id, "RenameUnit"));
        entry.Details.ShouldNotContain("Etter");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/navn")]
    [InlineData("/sla-sammen")]
    [InlineData("/del")]
    [InlineData("/legg-ned")]
    [InlineData("/apne-igjen")]
    public async Task A_unit_that_does_not_exist_is_not_found(string act)
    {
        using var ada = App.As(await App.AdministratorAsync($"Ada Søker{act.Replace('/', '-')}"));
        (await ada.OpenAsync($"/enheter/{Guid.CreateVersion7()}{act}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Others_than_administrators_change_nothing()
    {
        var unit = await App.UnitAsync("Urørt");
        using var leader = App.As(await App.LeaderAsync("Lise Prøver"));
        foreach (var act in new[] { "navn", "flytt", "sla-sammen", "del", "legg-ned", "apne-igjen" })
            (await leader.OpenAsync($"/enheter/{unit}/{act}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = App.Browser();
        (await stranger.OpenAsync($"/enheter/{unit}")).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task Who_works_in_a_unit_reads_the_names_and_others_only_a_count_of_five_or_more()
    {
        var unit = await App.UnitAsync("Tellerud");
        var kari = await App.EmployeeAsync("Kari Teller");
        await App.PlaceAsync(kari.Id, unit);
        using var browser = App.As(kari);
        (await browser.OpenAsync($"/enheter/{unit}")).Text.ShouldContain("Vis navnene");
        using var other = App.As(await App.EmployeeAsync("Per Utenfor"));
        var page = await other.OpenAsync($"/enheter/{unit}");
        page.Text.ShouldContain("Færre enn 5");
        page.Text.ShouldNotContain("Kari Teller");
        for (var i = 0; i < 4; i++)
            await App.PlaceAsync((await App.EmployeeAsync($"Nr {i} Teller")).Id, unit);
        (await other.OpenAsync($"/enheter/{unit}")).Text.ShouldContain("5 personer");
    }
}

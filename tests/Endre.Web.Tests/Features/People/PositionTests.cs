using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Units;

namespace Endre.Web.Tests.Features.People;

public sealed class PositionTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private AppUnderTest App => shared.App;

    [Fact]
    public async Task A_caretaker_works_in_two_units_and_is_safety_representative_in_one()
    {
        var property = await App.UnitAsync("Eiendomsdrift");
        var school = await App.UnitAsync("Skolen");
        var per = await App.EmployeeAsync("Per Vaktmester");
        using var ada = App.As(await App.AdministratorAsync("Ada Ansetter"));
        foreach (
            var (unit, role) in new[]
            {
                (property, UnitRole.Employee),
                (school, UnitRole.Employee),
                (school, UnitRole.SafetyRepresentative),
            }
        )
        {
            var form = await (await ada.OpenAsync($"/personer/{per.Id}")).FollowAsync("Ny stilling eller verv");
            await form.Fill("Enhet", unit.ToString())
                .Fill("Rolle", role)
                .Fill("Tittel (valgfritt)", "vaktmester")
                .PressAsync("Legg til");
        }
        var page = await ada.OpenAsync($"/personer/{per.Id}");
        page.Text.ShouldContain("Eiendomsdrift: Medarbeider, vaktmester fra 2. mars 2026");
        page.Text.ShouldContain("Skolen: Verneombud, vaktmester");
        (await App.PlacesOfAsync(per.Id)).Count.ShouldBe(3);

        var change = await page.FollowAsync("Endre Medarbeider i Eiendomsdrift");
        await change
            .Fill("Tittel (valgfritt)", "driftsleder")
            .Fill("Siste dag (valgfritt)", "2026-06-30")
            .PressAsync("Lagre");
        page = await ada.OpenAsync($"/personer/{per.Id}");
        page.Text.ShouldContain("driftsleder 2. mars 2026 – 30. juni 2026");
        page = await (await page.FollowAsync("Endre Medarbeider i Skolen")).PressAsync("Avslutt i dag");
        page.Text.ShouldContain("2. mars 2026 – 2. mars 2026");
    }

    [Fact]
    public async Task What_cannot_be_used_stays_in_the_form()
    {
        var unit = await App.UnitAsync("Feilrud");
        var per = await App.EmployeeAsync("Per Feil");
        using var ada = App.As(await App.AdministratorAsync("Ada Feiler"));
        var page = await (await ada.OpenAsync($"/personer/{per.Id}/stillinger/ny"))
            .Fill("Enhet", unit.ToString())
            .Fill("Tittel (valgfritt)", "kokk")
            .Fill("Første dag (valgfritt)", "2026-05-02")
            .Fill("Siste dag (valgfritt)", "2026-05-01")
            .PressAsync("Legg til");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Siste dag kan ikke være før første dag."]);
        page.ValueOf("Tittel (valgfritt)").ShouldBe("kokk");
        page.ValueOf("Enhet").ShouldBe(unit.ToString());
    }

    [Fact]
    public async Task One_leads_by_ones_place_in_a_unit_and_it_is_felt_within_a_minute()
    {
        await using var app = await AppUnderTest.StartAsync();
        var unit = await app.UnitAsync("Lederud");
        var liv = await app.EmployeeAsync("Liv Leder");
        using var ada = app.As(await app.AdministratorAsync("Ada Leder"));
        using var browser = app.As(liv);
        (await browser.OpenAsync("/endringsteam")).HasLink("Nytt endringsteam").ShouldBeFalse();
        await (await ada.OpenAsync($"/personer/{liv.Id}/stillinger/ny"))
            .Fill("Enhet", unit.ToString())
            .Fill("Rolle", UnitRole.Leader)
            .PressAsync("Legg til");
        app.Time.Advance(TimeSpan.FromSeconds(61));
        (await browser.OpenAsync("/min-side")).Status.ShouldBe(HttpStatusCode.OK, "Nobody is signed out for it.");
        (await RolesOf.Async(app, liv.Id)).ShouldContain(Roles.Leader);
        (await browser.OpenAsync("/endringsteam")).HasLink("Nytt endringsteam").ShouldBeTrue();

        var page = await ada.OpenAsync($"/personer/{liv.Id}");
        await (await page.FollowAsync("Endre Leder i Lederud")).PressAsync("Avslutt i dag");
        app.Time.Advance(TimeSpan.FromDays(1));
        (await RolesOf.Async(app, liv.Id)).ShouldNotContain(Roles.Leader);
    }

    [Fact]
    public async Task Five_thousand_people_are_listed_fifty_at_a_time_and_found_by_name_unit_role_and_status()
    {
        await using var app = await AppUnderTest.StartAsync();
        var unit = await app.UnitAsync("Storrud");
        var part = await app.UnitAsync("Delrud", unit);
        await app.InStorageAsync(async context =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                var person = new Storage.People.Person
                {
                    DisplayName = $"Åse {i:0000}",
                    UserName = $"p{i}",
                    Email = $"p{i}@x.no",
                };
                context.Users.Add(person);
                if (i % 100 == 0)
                    context.Memberships.Add(
                        new Storage.Organizations.Membership
                        {
                            PersonId = person.Id,
                            UnitId = part,
                            Role = i == 0 ? UnitRole.Leader : UnitRole.Employee,
                        }
                    );
            }
            return await context.SaveChangesAsync();
        });
        using var ada = app.As(await app.AdministratorAsync("Ada Lister"));
        var page = await ada.OpenAsync("/personer");
        page.Text.ShouldContain("5001 personer · side 1 av 101");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        (await page.FollowAsync("Neste")).Text.ShouldContain("Åse 0049");
        (await ada.OpenAsync("/personer?sok=åse 4711")).Text.ShouldContain("1 person");
        (await ada.OpenAsync($"/personer?enhet={unit}")).Text.ShouldContain("50 personer");
        (await ada.OpenAsync($"/personer?enhet={unit}&rolle=leader")).Text.ShouldContain("Åse 0000");
        (await ada.OpenAsync("/personer?rolle=administrator")).Text.ShouldContain("Ada Lister");
        (await ada.OpenAsync("/personer?status=StatusActive")).Text.ShouldContain("1 person");
    }
}

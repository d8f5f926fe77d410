using System.Net;
using Endre.Domain.Organizations;
using Endre.Storage.People;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.People;

public sealed class LeavingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private AppUnderTest App => shared.App;

    [Fact]
    public async Task Who_leaves_is_out_at_once_everywhere()
    {
        using var ada = App.As(await App.AdministratorAsync("Ada Slutter"));
        var per = await App.EmployeeAsync("Per Slutter");
        using var phone = App.As(per);
        using var program = App.Api(per.Token);
        (await phone.OpenAsync("/min-side")).Status.ShouldBe(HttpStatusCode.OK);
        (await program.GetAsync("/min-side")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var page = await (await ada.OpenAsync($"/personer/{per.Id}/slutter")).PressAsync("Steng innloggingen");
        page.Text.ShouldContain("Sluttet 2. mars 2026.");

        // Without waiting for the minute in which cookies are looked up.
        (await phone.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
        (await program.GetAsync("/min-side")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = App.Browser();
        var refused = await (await again.OpenAsync("/logg-inn"))
            .Fill("E-post", per.Email)
            .Fill("Passord", TestPerson.Password)
            .PressAsync("Logg inn");
        refused.Heading.ShouldBe("Logg inn");
        (
            await App.InStorageAsync(context => context.ApiTokens.AnyAsync(token => token.PersonId == per.Id))
        ).ShouldBeFalse();
        await NoWayInAsync(per.Id);
    }

    [Fact]
    public async Task Open_workshops_and_change_teams_go_to_the_one_who_is_named()
    {
        using var ada = App.As(await App.AdministratorAsync("Ada Gir"));
        var frode = await App.FacilitatorAsync("Frode Slutter");
        var turid = await App.FacilitatorAsync("Turid Tar");
        var mari = await App.EmployeeAsync("Mari Kan Ikke");
        using var api = App.Api(frode.Token);
        using var made = await api.PostAsync(
            "/api/v1/workshops",
            System.Net.Http.Json.JsonContent.Create(
                new
                {
                    template = "mdi",
                    title = "Arvet",
                    groups = 2,
                }
            )
        );
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var unit = await App.UnitAsync("Arverud");
        await App.TeamAsync("Arveteamet", unit, frode.Id);

        var form = await ada.OpenAsync($"/personer/{frode.Id}/slutter");
        form.Text.ShouldContain("1 endringsteam, 1 åpent verksted");
        var refused = await form.PressAsync("Steng innloggingen");
        refused.Messages.ShouldBe(["Velg hvem som tar over det som er åpent."]);
        refused = await refused.Fill("Hvem tar over?", mari.Id.ToString()).PressAsync("Steng innloggingen");
        refused.Messages.Single().ShouldStartWith("Mari Kan Ikke kan ikke ta over 1 åpent verksted.");
        var page = await refused.Fill("Hvem tar over?", turid.Id.ToString()).PressAsync("Steng innloggingen");
        page.Text.ShouldContain("Turid Tar tok over.");
        page.Text.ShouldNotContain("Ingen har tatt over");

        using var hers = App.As(turid);
        (await hers.OpenAsync("/verksteder")).Text.ShouldContain("Arvet");
        (
            await App.InStorageAsync(context =>
                context.ChangeTeamMembers.SingleAsync(one => one.IsLead && one.PersonId == turid.Id)
            )
        ).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_comes_back_signs_in_again_with_the_places_that_are_left()
    {
        using var ada = App.As(await App.AdministratorAsync("Ada Tilbake"));
        var liv = await App.EmployeeAsync("Liv Tilbake");
        await App.PlaceAsync(liv.Id, await App.UnitAsync("Tilbakerud"));
        await (await ada.OpenAsync($"/personer/{liv.Id}/slutter")).PressAsync("Steng innloggingen");
        var form = await ada.OpenAsync($"/personer/{liv.Id}/tilbake");
        var refused = await form.Fill("Siste dag (valgfritt)", "2026-03-01").PressAsync("La personen logge inn");
        refused.Messages.Single().ShouldStartWith("Siste dag er alt forbi.");
        await refused.Fill("Siste dag (valgfritt)", "").PressAsync("La personen logge inn");
        using var browser = App.Browser();
        var home = await (await browser.OpenAsync("/logg-inn"))
            .Fill("E-post", liv.Email)
            .Fill("Passord", TestPerson.Password)
            .PressAsync("Logg inn");
        home.Heading.ShouldBe("Hei, Liv Tilbake");
        (await ada.OpenAsync($"/personer/{liv.Id}")).Text.ShouldContain("Tilbakerud");
    }

    [Fact]
    public async Task The_last_day_is_told_two_weeks_before_and_after_it_nobody_gets_in()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync("Ada Dager"));
        var ina = await app.EmployeeAsync("Ina Innleid");
        var form = await ada.OpenAsync($"/personer/{ina.Id}/tilknytning");
        var refused = await form.Fill("Siste dag (valgfritt)", "31. juni").PressAsync("Lagre");
        refused.Messages.Single().ShouldStartWith("Skriv datoen som dag, måned og år");
        refused.ValueOf("Siste dag (valgfritt)").ShouldBe("31. juni");
        await refused
            .Fill("Ansatt", Affiliation.HiredIn)
            .Fill("Siste dag (valgfritt)", "2026-03-12")
            .PressAsync("Lagre");
        var list = await ada.OpenAsync("/personer");
        list.Text.ShouldContain("1 person har siste dag innen 14 dager.");
        (await list.FollowAsync("Se hvem")).Text.ShouldContain(
            "Ina Innleid ina.innleid@example.no Ingen enhet Ingen Slutter snart: 12. mars 2026"
        );

        using var phone = app.As(ina);
        app.Time.Advance(TimeSpan.FromDays(10));
        (await phone.OpenAsync("/min-side")).Status.ShouldBe(HttpStatusCode.OK, "The last day is still a day.");
        app.Time.Advance(TimeSpan.FromDays(1));
        (await phone.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
        await UntilAsync(app, context => context.Users.AnyAsync(one => one.Id == ina.Id && one.DeactivatedAt != null));
        var entry = await app.InStorageAsync(context =>
            context.AuditEntries.SingleAsync(one => one.Act == "DeactivatePerson")
        );
        (entry.ActorId, entry.Program).ShouldBe((null, "schedule"));
    }

    [Fact]
    public async Task Somebody_must_be_left_to_administer()
    {
        await using var app = await AppUnderTest.StartAsync();
        var ada = await app.AdministratorAsync("Ada Alene");
        using var browser = app.As(ada);
        var page = await (await browser.OpenAsync($"/personer/{ada.Id}/slutter")).PressAsync("Steng innloggingen");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Minst én må kunne administrere.");
        var tie = await browser.OpenAsync($"/personer/{ada.Id}/tilknytning");
        (await tie.Fill("Siste dag (valgfritt)", "2026-12-31").PressAsync("Lagre"))
            .Messages.Single()
            .ShouldStartWith("Minst én må kunne administrere.");
    }

    // Also a passkey makes a principal, and there is none for somebody who has left.
    private async Task NoWayInAsync(Guid id)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByIdAsync(id.ToString());
        var claims = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>();
        (await claims.CreateAsync(person!)).Identity!.IsAuthenticated.ShouldBeFalse();
        scope.ServiceProvider.GetRequiredService<SignInRight>().Has(person!).ShouldBeFalse();
    }

    private static async Task UntilAsync(AppUnderTest app, Func<Storage.EndreContext, Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await app.InStorageAsync(isSo))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

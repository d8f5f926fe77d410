using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.People;

public sealed class PeopleTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task An_invited_facilitator_chooses_a_password_once_and_is_in()
    {
        using var ada = shared.App.As(await shared.App.AdministratorAsync("Ada Inviterer"));
        var page = await (await ada.OpenAsync("/personer")).FollowAsync("Inviter en person");
        page = await page.Fill("Navn", "Pål Nytun").Fill("E-post", "pål@fjordvik.no").PressAsync("Lag invitasjon");
        page.Heading.ShouldBe("Lenken til Pål Nytun");
        var link = page.ValueOf("Engangslenke");
        link.ShouldStartWith($"{shared.App.Address}invitasjon/");

        using var phone = shared.App.Browser();
        var invitation = await phone.OpenAsync(link);
        invitation.Heading.ShouldBe("Velkommen til Endre, Pål Nytun");
        var tooShort = await invitation.Fill("Velg et passord", "kort").PressAsync("Lagre passord og gå inn");
        tooShort.Messages.Single().ShouldBe("Passordet må ha minst 15 tegn.");
        var home = await tooShort.Fill("Velg et passord", "sju svarte hester").PressAsync("Lagre passord og gå inn");
        home.Heading.ShouldBe("Hei, Pål Nytun");

        using var stranger = shared.App.Browser();
        (await stranger.OpenAsync(link)).Heading.ShouldBe("Lenken virker ikke lenger");
        (await ada.OpenAsync("/personer")).Text.ShouldContain("Prosessleder Har logget inn");
    }

    [Fact]
    public async Task The_invitation_says_until_when_it_works_and_then_works_no_more()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync("/personer/inviter");
        page = await page.Fill("Navn", "Pål").Fill("E-post", "pal@fjordvik.no").PressAsync("Lag invitasjon");
        page.Text.ShouldContain("Lenken virker til 9. mars 2026 kl. 09:00, og bare én gang.");
        var link = page.ValueOf("Engangslenke");
        // Roles that are given meanwhile do not close the invitation.
        var person = await ada.OpenAsync("/personer");
        await (await person.FollowAsync("Pål")).Tick("Prosessleder").PressAsync("Lagre roller");
        using var phone = app.Browser();
        (await phone.OpenAsync(link)).Text.ShouldContain("Lenken virker til 9. mars 2026 kl. 09:00");
        app.Time.Advance(TimeSpan.FromDays(7));
        (await phone.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_address_cannot_be_invited_twice()
    {
        using var ada = shared.App.As(await shared.App.AdministratorAsync("Ada Dobbel"));
        var form = await ada.OpenAsync("/personer/inviter");
        await form.Fill("Navn", "Liv").Fill("E-post", "liv@fjordvik.no").PressAsync("Lag invitasjon");
        var page = await form.Fill("Navn", "Liv").Fill("E-post", "LIV@fjordvik.no").PressAsync("Lag invitasjon");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Det finnes alt en bruker med denne e-postadressen."]);
    }

    [Fact]
    public async Task A_new_link_closes_the_one_before()
    {
        using var ada = shared.App.As(await shared.App.AdministratorAsync("Ada Fornyer"));
        var mari = await shared.App.EmployeeAsync("Mari Glemte");
        var first = await (await ada.OpenAsync($"/personer/{mari.Id}")).PressAsync("Lag ny lenke");
        var second = await (await ada.OpenAsync($"/personer/{mari.Id}")).PressAsync("Lag ny lenke");
        using var phone = shared.App.Browser();
        (await phone.OpenAsync(first.ValueOf("Engangslenke"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await phone.OpenAsync(second.ValueOf("Engangslenke"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_employee_becomes_a_facilitator_with_one_button()
    {
        using var ada = shared.App.As(await shared.App.AdministratorAsync("Ada Gjør"));
        var mari = await shared.App.EmployeeAsync("Mari Blir");
        var page = await (await ada.OpenAsync("/personer")).PressAsync("Gjør til prosessleder: Mari Blir");
        page.HasButton("Gjør til prosessleder: Mari Blir").ShouldBeFalse();
        page = await ada.OpenAsync($"/personer/{mari.Id}");
        page.ValueOf("Prosessleder").ShouldBe("facilitator");
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_within_a_minute()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync("Ada Tar"));
        var per = await app.AdministratorAsync("Per Var");
        using var phone = app.As(per);
        (await phone.OpenAsync("/personer")).Status.ShouldBe(HttpStatusCode.OK);
        var form = await ada.OpenAsync($"/personer/{per.Id}");
        await form.Fill("Administrator", "").PressAsync("Lagre roller");
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await phone.OpenAsync("/personer")).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await using var app = await AppUnderTest.StartAsync();
        var ada = await app.AdministratorAsync();
        using var browser = app.As(ada);
        var page = await (await browser.OpenAsync($"/personer/{ada.Id}"))
            .Fill("Administrator", "")
            .PressAsync("Lagre roller");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Minst én må være administrator");
    }

    [Theory]
    [InlineData("/personer")]
    [InlineData("/personer/inviter")]
    public async Task Others_than_administrators_are_told_that_it_is_not_for_them(string address)
    {
        var frode = await shared.App.FacilitatorAsync($"Frode {address.Length}");
        using var browser = shared.App.As(frode);
        var page = await browser.OpenAsync(address);
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Heading.ShouldBe("Du har ikke tilgang til dette");
        page.Text.ShouldContain($"Denne siden er for administratorer. Du er logget inn som {frode.Name}.");
        page.Text.ShouldContain("kan en administrator der du jobber, gi deg rollen");
        // Signing in again leads nowhere.
        page.HasLink("Logg inn").ShouldBeFalse();
        (await page.FollowAsync("Til Min side")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_that_does_not_exist_is_not_found()
    {
        using var ada = shared.App.As(await shared.App.AdministratorAsync("Ada Søker"));
        (await ada.OpenAsync($"/personer/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

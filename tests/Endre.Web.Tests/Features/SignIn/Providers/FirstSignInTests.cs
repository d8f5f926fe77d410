using System.Net;
using Endre.Testing;
using Endre.Testing.Providers;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.SignIn.Providers;

/// <summary>Who somebody is here, when a provider says who they are there.</summary>
public sealed class FirstSignInTests
{
    private const string Email = "kari.fjord@fjordvik.no";

    [Fact]
    public async Task The_button_leads_through_the_provider_to_the_page_one_was_on_the_way_to()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var page = await provided.SignInAsync(browser);
        page.Path.ShouldBe("/min-side");
        page.ValueOf("Navn som andre ser").ShouldBe("Kari Fjord");
        page.Text.ShouldContain(Email);
        page.Text.ShouldContain("Du logger inn med Fjordvik-konto");
        (await provided.RolesOfAsync(Email)).ShouldBe(["employee"]);
    }

    [Fact]
    public async Task Nothing_but_code_with_pkce_state_nonce_and_few_scopes_is_asked_for()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        await provided.SignInAsync(browser);
        var question = provided.Provider.LastQuestion;
        question["response_type"].ShouldBe("code");
        question["code_challenge_method"].ShouldBe("S256");
        question["code_challenge"].Length.ShouldBe(43);
        question["scope"].ShouldBe("openid profile email");
        question["state"].ShouldNotBeEmpty();
        question["nonce"].ShouldNotBeEmpty();
        question.Keys.ShouldNotContain("client_secret");
    }

    [Fact]
    public async Task The_second_time_it_is_the_same_person_also_with_another_name_and_address()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using (var first = provided.App.Browser())
            await provided.SignInAsync(first);
        provided.Provider.Person = new ProviderPerson { Name = "Kari Fjord Nes", Email = "kari.nes@fjordvik.no" };
        using var second = provided.App.Browser();
        var page = await provided.SignInAsync(second);
        page.Text.ShouldContain(Email);
        (await provided.CountPeopleAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Two_windows_at_once_make_one_person()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var one = provided.App.Browser();
        using var two = provided.App.Browser();
        var answers = new[] { await ProvidedApp.AskAsync(one), await ProvidedApp.AskAsync(two) };
        await Task.WhenAll(one.OpenAsync(answers[0].ToString()), two.OpenAsync(answers[1].ToString()));
        (await one.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
        (await two.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
        (await provided.CountPeopleAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("nb", "Du har ingen bruker i Endre", "Be en administrator om å invitere deg")]
    [InlineData("nn", "Du har ingen brukar i Endre", "Be ein administrator om å invitere deg")]
    [InlineData("en", "You have no account in Endre", "Ask an administrator to invite you")]
    public async Task Somebody_unknown_is_refused_when_the_settings_say_so(
        string language,
        string heading,
        string advice
    )
    {
        await using var provided = await ProvidedApp.StartAsync();
        using var browser = provided.App.Browser().Speaks(language);
        var page = await browser.OpenAsync(ProvidedApp.Start);
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Heading.ShouldBe(heading);
        page.Text.ShouldContain(advice);
        page.AddressOf(
                language == "en" ? "Sign in with a password or passkey" : "Logg inn med passord eller passnøkkel"
            )
            .ShouldBe("/logg-inn/lokal");
        (await provided.CountPeopleAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_verified_address_leads_to_the_invited_person_when_the_provider_is_trusted_with_it()
    {
        await using var provided = await ProvidedApp.StartAsync("--signin-fjordvik-trust-email", "true");
        var invited = await provided.App.PersonAsync("Kari Invitert", "facilitator");
        provided.Provider.Person = new ProviderPerson { Email = invited.Email.ToUpperInvariant() };
        using var browser = provided.App.Browser();
        var page = await provided.SignInAsync(browser);
        page.ValueOf("Navn som andre ser").ShouldBe("Kari Invitert");
        page.Text.ShouldContain("Prosessleder");
        // From now on it is the provider's own id that counts.
        provided.Provider.Person = new ProviderPerson { Email = null };
        using var later = provided.App.Browser();
        (await provided.SignInAsync(later)).ValueOf("Navn som andre ser").ShouldBe("Kari Invitert");
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task An_address_that_is_not_verified_or_not_trusted_leads_to_nobody(string trust, bool isVerified)
    {
        await using var provided = await ProvidedApp.StartAsync("--signin-fjordvik-trust-email", trust);
        var invited = await provided.App.AdministratorAsync("Ada Mål");
        provided.Provider.Person = new ProviderPerson { Email = invited.Email, IsEmailVerified = isVerified };
        using var browser = provided.App.Browser();
        (await browser.OpenAsync(ProvidedApp.Start)).Heading.ShouldBe("Du har ingen bruker i Endre");
        await ProvidedApp.ShouldBeOutsideAsync(browser);
    }

    [Fact]
    public async Task An_address_that_somebody_here_has_makes_no_second_person()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        var invited = await provided.App.EmployeeAsync("Mari Finnes");
        provided.Provider.Person = new ProviderPerson { Email = invited.Email };
        using var browser = provided.App.Browser();
        var page = await browser.OpenAsync(ProvidedApp.Start);
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Heading.ShouldBe("E-postadressen er i bruk");
        (await provided.CountPeopleAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_can_wait_in_an_account_with_somebody_elses_address()
    {
        await using var provided = await ProvidedApp.OpenAsync("--signin-fjordvik-trust-email", "true");
        provided.Provider.Person = new ProviderPerson { Subject = "angriper", IsEmailVerified = false };
        using (var attacker = provided.App.Browser())
            await provided.SignInAsync(attacker);
        provided.Provider.Person = new ProviderPerson();
        using var victim = provided.App.Browser();
        (await victim.OpenAsync(ProvidedApp.Start)).Heading.ShouldBe("E-postadressen er i bruk");
        await ProvidedApp.ShouldBeOutsideAsync(victim);
    }

    [Fact]
    public async Task An_invited_person_uses_the_provider_instead_of_a_password()
    {
        await using var provided = await ProvidedApp.StartAsync();
        using var ada = provided.App.As(await provided.App.AdministratorAsync());
        var form = await ada.OpenAsync("/personer/inviter");
        form = await form.Fill("Navn", "Kari Invitert").Fill("E-post", "ki@annet.no").PressAsync("Lag invitasjon");
        var link = form.ValueOf("Engangslenke");
        using var browser = provided.App.Browser();
        var page = await (await browser.OpenAsync(link)).FollowAsync("Bruk Fjordvik-konto");
        page.Heading.ShouldBe("Hei, Kari Invitert");
        using var stranger = provided.App.Browser();
        (await stranger.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var later = provided.App.Browser();
        (await provided.SignInAsync(later)).Text.ShouldContain("ki@annet.no");
        (await ada.OpenAsync("/personer")).Text.ShouldContain("ki@annet.no Ingen enhet Prosessleder Har logget inn");
    }

    [Fact]
    public async Task An_invitation_that_is_used_or_for_somebody_else_leads_nobody_in()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using (var kari = provided.App.Browser())
            await provided.SignInAsync(kari);
        using var ada = provided.App.As(await provided.App.AdministratorAsync());
        var mari = await provided.App.EmployeeAsync("Mari Annen");
        var link = (await (await ada.OpenAsync($"/personer/{mari.Id}")).PressAsync("Lag ny lenke")).ValueOf(
            "Engangslenke"
        );
        using var browser = provided.App.Browser();
        (await (await browser.OpenAsync(link)).FollowAsync("Bruk Fjordvik-konto")).Heading.ShouldBe(
            "Kontoen er alt koblet til en annen"
        );
        await ProvidedApp.ShouldBeOutsideAsync(browser);

        provided.Provider.Person = new ProviderPerson { Subject = "ny", Email = null };
        var page = await browser.OpenAsync("/logg-inn/med/fjordvik?invitation=funnet-opp");
        page.Heading.ShouldBe("Innloggingen er brukt eller utløpt");
        await ProvidedApp.ShouldBeOutsideAsync(browser);
    }

    [Fact]
    public async Task Somebody_without_name_and_address_is_made_and_asked_for_a_name()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        provided.Provider.Person = new ProviderPerson { Name = null, Email = null };
        using var browser = provided.App.Browser();
        var page = await provided.SignInAsync(browser, "/verksteder");
        page.Path.ShouldBe("/min-side?done=NameWanted");
        page.Text.ShouldContain("Skriv navnet ditt");
        page = await page.Fill("Navn som andre ser", "Liv Uten").PressAsync("Lagre navn");
        page.ValueOf("Navn som andre ser").ShouldBe("Liv Uten");
        using var again = provided.App.Browser();
        (await provided.SignInAsync(again)).Path.ShouldBe("/min-side");
    }

    [Fact]
    public async Task A_name_longer_than_names_are_here_is_cut_and_a_long_subject_is_kept_as_its_hash()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        provided.Provider.Person = new ProviderPerson { Name = new string('å', 150), Subject = new string('s', 250) };
        using var browser = provided.App.Browser();
        var page = await provided.SignInAsync(browser);
        page.ValueOf("Navn som andre ser").ShouldBe(new string('å', 100));
        var login = await provided.App.InStorageAsync(context => context.UserLogins.SingleAsync());
        login.ProviderKey.ShouldStartWith("sha256:");
        login.LoginProvider.ShouldBe(provided.Provider.Authority.ToString());
    }

    [Fact]
    public async Task Somebody_from_another_organization_is_sent_home_and_the_right_one_comes_in()
    {
        await using var provided = await ProvidedApp.OpenAsync(
            "--signin-fjordvik-organization-claim",
            "home",
            "--signin-fjordvik-organizations",
            "fjordvik.kommune.no,910758185"
        );
        using var browser = provided.App.Browser();
        foreach (var home in new[] { "kari@nabo.kommune.no", "nabo", """[{"ID":"0192:999999999"}]""" })
        {
            provided.Provider.Person = new ProviderPerson { More = [("home", home)] };
            var page = await browser.OpenAsync(ProvidedApp.Start);
            page.Status.ShouldBe(HttpStatusCode.Forbidden);
            page.Heading.ShouldBe("Du hører til et annet sted");
        }

        await ProvidedApp.ShouldBeOutsideAsync(browser);
        foreach (
            var home in new[]
            {
                "kari@fjordvik.kommune.no",
                """[{"authorized_parties":[{"orgno":{"ID":"0192:910758185"}}]}]""",
            }
        )
        {
            provided.Provider.Person = new ProviderPerson { More = [("home", home)] };
            using var own = provided.App.Browser();
            (await provided.SignInAsync(own)).Heading.ShouldBe("Min side");
        }
    }

    [Fact]
    public async Task Less_assurance_than_is_asked_for_is_not_enough()
    {
        await using var provided = await ProvidedApp.OpenAsync("--signin-fjordvik-levels", "high");
        using var browser = provided.App.Browser();
        (await browser.OpenAsync(ProvidedApp.Start)).Heading.ShouldBe("Innloggingen er ikke sikker nok");
        provided.Provider.LastQuestion["acr_values"].ShouldBe("high");
        provided.Provider.Person = new ProviderPerson { More = [("acr", "high")] };
        (await provided.SignInAsync(browser)).Heading.ShouldBe("Min side");
    }

    [Fact]
    public async Task Only_the_address_that_is_registered_is_named_behind_a_proxy()
    {
        await using var provided = await ProvidedApp.StartAsync("--public-address", "https://endre.fjordvik.no");
        using var browser = provided.App.Browser();
        var question = await browser.Client.GetAsync(new Uri(ProvidedApp.Start, UriKind.Relative));
        question.Headers.Location!.Query.ShouldContain(
            $"redirect_uri={Uri.EscapeDataString("https://endre.fjordvik.no/logg-inn/svar/fjordvik")}"
        );
        provided.App.Console.ShouldContain(
            "sign-in fjordvik: redirect address https://endre.fjordvik.no/logg-inn/svar/fjordvik"
        );
    }

    [Theory]
    [InlineData("https://ond.example/")]
    [InlineData("//ond.example/")]
    public async Task The_way_back_never_leads_to_another_site(string returnTo)
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var page = await browser.OpenAsync($"{ProvidedApp.Start}?returnTo={Uri.EscapeDataString(returnTo)}");
        new Uri(page.Document.Url).Authority.ShouldBe(provided.App.Address.Authority);
        page.Path.ShouldBe("/");
    }
}
